import { Row, Rows, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument } from './documents';

/** What waits for an organiser: reports that are owed, questions that were left for writing, drafts. Nothing where nothing waits. */
export function DeskPart() {
  const { t, lt, d } = useWords('meetings');
  const desk = useGraph(DeskDocument, {}, { staleMs: 0 }).data?.meetingDesk;
  if (!desk || desk.drafts.length + desk.toReport.length + desk.toAnswer.length === 0) return null;
  return (
    <Section title={t('desk.title')}>
      <Rows label={t('desk.title')}>
        {desk.toReport.map(({ id, title, reportDueAt }) => (
          <Row key={id} to={`/meetings/${id}/report`} title={lt(title)} note={reportDueAt ? t('desk.until', { date: d(reportDueAt) }) : undefined} tag={<Tag tone="terracotta">{t('desk.report')}</Tag>} />
        ))}
        {desk.toAnswer.map(({ question, meetingId, title, isLate }) => (
          <Row
            key={question.id} to={`/meetings/${meetingId}#question-${question.id}`} title={question.text} lang="el" note={[lt(title), question.dueAt && t('desk.until', { date: d(question.dueAt) })].filter(Boolean).join(' · ')}
            tag={<Tag tone={isLate ? 'terracotta' : 'sun'}>{t(isLate ? 'desk.late' : 'desk.answer')}</Tag>}
          />
        ))}
        {desk.drafts.map(({ id, title, startsAt }) => (
          <Row key={id} to={`/meetings/${id}`} title={lt(title)} note={startsAt ? d(startsAt, 'moment') : t('row.noDay')} tag={<Tag>{t('stage.draft')}</Tag>} />
        ))}
      </Rows>
    </Section>
  );
}
