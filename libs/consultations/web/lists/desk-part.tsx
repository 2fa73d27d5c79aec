import { DeskRows } from '@isegoria/processes/web';
import { useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument } from '../documents';

/** What waits for the official: consultations that are over and wait for the answer, and drafts. */
export function DeskPart() {
  const { t } = useWords('consultations');
  const desk = useGraph(DeskDocument, {}, { staleMs: 0 }).data?.consultationDesk.items ?? [];
  const items = desk.map(({ id, title, status, canAnswer, answerDueAt }) => ({ id, title, status, to: canAnswer ? `/consultations/${id}/answer` : `/consultations/${id}`, owes: canAnswer ? t('desk.answer') : null, dueAt: answerDueAt }));
  return <DeskRows words="consultations" items={items} />;
}
