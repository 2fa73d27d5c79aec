import { daysUntil } from '@isegoria/kernel/contracts';
import { Row, Rows, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument } from './documents';

/** What waits for the official: surveys that are over and wait for the report, those whose day has passed first, and drafts. Nothing where nothing waits. */
export function DeskPart() {
  const { t, lt, d } = useWords('surveys');
  const desk = useGraph(DeskDocument, {}, { staleMs: 0 }).data?.surveyDesk.items;
  const items = (desk ?? []).filter(({ status, canReport }) => status === 'draft' || canReport).map((item) => ({ ...item, lateDays: item.canReport && item.reportDueAt ? Math.max(0, -daysUntil(new Date(item.reportDueAt), new Date())) : 0 }));
  if (items.length === 0) return null;
  const late = items.filter(({ lateDays }) => lateDays > 0).length;
  return (
    <Section title={t('desk.title')}>
      {late > 0 && <p>{t('desk.lateHint', { count: late })}</p>}
      <Rows label={t('desk.title')}>
        {items.sort((one, other) => other.lateDays - one.lateDays).map(({ id, title, status, canReport, reportDueAt, lateDays }) => (
          <Row
            key={id}
            to={canReport ? `/surveys/${id}/report` : `/surveys/${id}`}
            title={lt(title)}
            note={canReport && reportDueAt ? t('status.due', { date: d(reportDueAt) }) : undefined}
            tag={<Tag tone={canReport ? 'terracotta' : 'neutral'}>{lateDays > 0 ? t('desk.late', { count: lateDays }) : canReport ? t('desk.report') : t(`status.${status}`)}</Tag>}
          />
        ))}
      </Rows>
    </Section>
  );
}
