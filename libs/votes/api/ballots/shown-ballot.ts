import { type SubjectCard, titlesOf } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { BallotBox, BallotQuestion, Ballot as ShownBallot } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';
import { secrecyOf } from './secrecy';
import { hasClosed } from '../votes.rules';

/** A ballot as the public sees it. */
export function shownBallot(ballot: Ballot, now: Date, { box, card, listTitle }: { box: BallotBox | null; card: SubjectCard | null; listTitle: Localized | null }): ShownBallot {
  const { _id, questions, opensAt, closesAt, electorate, channels = [], ...rest } = ballot;
  const isOpen = !(opensAt && now < opensAt) && !hasClosed(closesAt, now);
  return { ...rest, id: _id, ...publicName(card), questions: questions.map(shownQuestion), opensAt, closesAt, isOpen, secrecy: secrecyOf(ballot), electorate: { ...(electorate ?? everybody), listTitle }, channels, box };
}

/** What a ballot is about, as far as everybody may know it. */
export const publicName = (card: SubjectCard | null | undefined): { title: Localized | null; path: string | null } => (card?.isPublic ? { title: titlesOf(card), path: card.path } : { title: null, path: null });

const everybody = { verified: false, minimumAge: null, list: null, entitled: null };

function shownQuestion({ id, options, form = 'single', most = null, money = null, costs = [], points = null }: Ballot['questions'][number]): BallotQuestion {
  return { id, options, form, most, money, costs: [...costs], points };
}
