import { DeskRows } from '@isegoria/processes/web';
import { useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument } from './documents';

/** What waits for the official: surveys that are over and wait for the report, and drafts. */
export function DeskPart() {
  const { t } = useWords('surveys');
  const desk = useGraph(DeskDocument, {}, { staleMs: 0 }).data?.surveyDesk.items ?? [];
  const items = desk.map(({ id, title, status, canReport, reportDueAt }) => ({ id, title, status, to: canReport ? `/surveys/${id}/report` : `/surveys/${id}`, owes: canReport ? t('desk.report') : null, dueAt: reportDueAt }));
  return <DeskRows words="surveys" items={items} />;
}
