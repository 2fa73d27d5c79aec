import { Row, Rows, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument } from '../documents';

/** What waits for an official: citizens' calls, shifts that lack people, reports that are owed, drafts. Nothing where nothing waits. */
export function DeskPart() {
  const { t, lt, d } = useWords('volunteering');
  const desk = useGraph(DeskDocument, {}, { staleMs: 0 }).data?.volunteerDesk;
  if (!desk || desk.drafts.length + desk.proposed.length + desk.short.length + desk.toReport.length === 0) return null;
  return (
    <Section title={t('desk.title')}>
      <Rows label={t('desk.title')}>
        {desk.proposed.map(({ id, title, author, startsAt }) => (
          <Row key={id} to={`/volunteering/${id}`} title={lt(title)} note={[author, startsAt && d(startsAt, 'moment')].filter(Boolean).join(' · ')} tag={<Tag tone="sun">{t('desk.decide')}</Tag>} />
        ))}
        {desk.short.map(({ id, title, startsAt }) => (
          <Row key={id} to={`/volunteering/${id}#shifts`} title={lt(title)} note={startsAt ? d(startsAt, 'moment') : undefined} tag={<Tag tone="terracotta">{t('desk.short')}</Tag>} />
        ))}
        {desk.toReport.map(({ id, title, reportDueAt }) => (
          <Row key={id} to={`/volunteering/${id}`} title={lt(title)} note={reportDueAt ? t('desk.until', { date: d(reportDueAt) }) : undefined} tag={<Tag tone="terracotta">{t('desk.report')}</Tag>} />
        ))}
        {desk.drafts.map(({ id, title, startsAt }) => (
          <Row key={id} to={`/volunteering/${id}`} title={lt(title)} note={startsAt ? d(startsAt, 'moment') : t('when.none')} tag={<Tag>{t('stage.draft')}</Tag>} />
        ))}
      </Rows>
    </Section>
  );
}
