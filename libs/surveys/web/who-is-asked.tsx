import { WhoVotes } from '@isegoria/votes/web';
import type { ShownSurvey } from './documents';

/** Whom a survey asks, and whether the reader is one of them, with the way to what they lack. */
export function WhoIsAsked({ survey: { id, electorate } }: { survey: Pick<ShownSurvey, 'id' | 'electorate'> }) {
  const { districts, verified, minimumAge, entitled } = electorate;
  return <WhoVotes ballot={{ id: `survey:${id}`, districts: districts.map((one) => one.id), channels: [], electorate: { verified, minimumAge, list: null, listTitle: null, entitled } }} />;
}
