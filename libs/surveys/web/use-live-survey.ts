import { useRoom } from '@isegoria/realtime/web';
import { type Answer, type ResultOf, useGraph, useRefresh } from '@isegoria/ui/web';
import type { TallyDelta } from '@isegoria/votes/contracts';
import { QuestionsDocument, ResultsDocument, SurveyDocument } from './documents';

type Shown = ResultOf<typeof SurveyDocument>;

/** A survey as it stands: how many answered is counted here at once, and what the city does, or what its figures tell anew, is asked for again. */
export function useLiveSurvey(id: string): Answer<Shown> {
  const answer = useGraph(SurveyDocument, { id });
  const refresh = useRefresh();
  const { update } = answer;
  useRoom(id ? { kind: 'survey', id } : null, {
    onDelta: (name, payload) => {
      // The room's deltas are made by our own server; their names say their shape.
      if (name === 'tally') update(({ survey }) => ({ survey: survey && { ...survey, people: (payload as TallyDelta).voters } }));
      if (name === 'changed') void refresh(SurveyDocument, QuestionsDocument, ResultsDocument);
    },
    onMissed: () => void refresh(SurveyDocument, ResultsDocument),
  });
  return answer;
}
