import { useRoom } from '@isegoria/realtime/web';
import { type Answer, type ResultOf, useGraph, useRefresh } from '@isegoria/ui/web';
import { MeetingDocument, PollsDocument, QuestionsDocument, type ShownQuestion } from '../documents';

export const questionsMost = 50;
const asked = (meetingId: string) => ({ meetingId, sort: 'SUPPORTED' as const, first: questionsMost, after: null });

/** A meeting as it stands: what the city does with it is heard in its room, and asked for again where something was missed. */
export function useLiveMeeting(id: string): Answer<ResultOf<typeof MeetingDocument>> {
  const refresh = useRefresh();
  const answer = useGraph(MeetingDocument, { id });
  const questions = useGraph(QuestionsDocument, asked(id), { enabled: typeof answer.data?.meeting?.openedAt === 'string' });
  const again = () => void refresh(MeetingDocument, QuestionsDocument, PollsDocument);
  const put = (change: (items: readonly ShownQuestion[]) => readonly ShownQuestion[]) =>
    questions.update(({ meetingQuestions, ...rest }) => ({ ...rest, meetingQuestions: { ...meetingQuestions, items: [...change(meetingQuestions.items)] } }));
  useRoom(id ? { kind: 'meeting', id } : null, {
    onDelta: (name, payload) => {
      if (name === 'changed') void refresh(MeetingDocument, QuestionsDocument);
      if (name === 'polls') void refresh(PollsDocument);
      if (name === 'question' && isQuestion(payload)) put((items) => placed(items, payload));
      if (name === 'gone' && isNamed(payload)) put((items) => items.filter((one) => one.id !== payload.id || one.isMine));
      if (name === 'supported' && isSupported(payload)) put((items) => items.map((one) => (one.id === payload.id && payload.seq > one.seq ? { ...one, supports: payload.supports, seq: payload.seq } : one)));
    },
    onMissed: again,
  });
  return answer;
}

/** The questions of a meeting, the most supported first. */
export function useQuestions(meetingId: string) {
  return useGraph(QuestionsDocument, asked(meetingId));
}

/** In its place, or as a new one; what is the reader's own stays so. */
function placed(items: readonly ShownQuestion[], heard: ShownQuestion): readonly ShownQuestion[] {
  const known = items.find(({ id }) => id === heard.id);
  return known ? items.map((one) => (one.id === heard.id ? { ...heard, isMine: one.isMine } : one)) : [...items, heard];
}

/** The most supported first; of equals the newer. */
export const inOrder = (questions: readonly ShownQuestion[]): ShownQuestion[] => [...questions].sort((a, b) => b.supports - a.supports || (a.id < b.id ? 1 : -1));

const isNamed = (payload: unknown): payload is { id: string } => typeof payload === 'object' && payload !== null && 'id' in payload && typeof payload.id === 'string';
const isQuestion = (payload: unknown): payload is ShownQuestion => isNamed(payload) && 'text' in payload && 'supports' in payload && 'stage' in payload;
const isSupported = (payload: unknown): payload is { id: string; supports: number; seq: number } => isNamed(payload) && 'supports' in payload && typeof payload.supports === 'number' && 'seq' in payload && typeof payload.seq === 'number';
