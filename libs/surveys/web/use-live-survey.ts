import { useRoom } from '@isegoria/realtime/web';
import { type Answer, type ResultOf, useGraph, useRefresh } from '@isegoria/ui/web';
import { ResultsDocument, SurveyDocument } from './documents';

/** A survey as it stands: how many answered is heard in its room, and what the city does or new figures are asked for again. */
export function useLiveSurvey(id: string): Answer<ResultOf<typeof SurveyDocument>> {
  const answer = useGraph(SurveyDocument, { id });
  const { update } = answer;
  useSurveyRoom(id, (people) => update(({ survey, ...rest }) => ({ ...rest, survey: survey && { ...survey, people } })));
  return answer;
}

/** The same of its results. */
export function useLiveResults(id: string): Answer<ResultOf<typeof ResultsDocument>> {
  const answer = useGraph(ResultsDocument, { id });
  const { update } = answer;
  useSurveyRoom(id, (people) => update(({ surveyResults, ...rest }) => ({ ...rest, surveyResults: surveyResults && { ...surveyResults, people } })));
  return answer;
}

function useSurveyRoom(id: string, count: (people: number) => void): void {
  const refresh = useRefresh();
  const again = () => void refresh(SurveyDocument, ResultsDocument);
  useRoom(id ? { kind: 'survey', id } : null, {
    onDelta: (name, payload) => {
      const people = name === 'tally' ? votersOf(payload) : null;
      if (people !== null) count(people);
      if (name === 'changed') again();
    },
    onMissed: again,
  });
}

function votersOf(payload: unknown): number | null {
  return typeof payload === 'object' && payload !== null && 'voters' in payload && typeof payload.voters === 'number' ? payload.voters : null;
}
