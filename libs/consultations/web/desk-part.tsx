import { daysUntil } from '@isegoria/kernel/contracts';
import { Row, Rows, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument } from './documents';

/** What waits for the official: consultations that are over and wait for the answer, those whose day has passed first, and drafts. Nothing where nothing waits. */
export function DeskPart() {
  const { t, lt, d } = useWords('consultations');
  const desk = useGraph(DeskDocument, {}, { staleMs: 0 }).data?.consultationDesk.items;
  const items = (desk ?? []).filter(({ status, canAnswer }) => status === 'draft' || canAnswer).map((item) => ({ ...item, lateDays: item.canAnswer && item.answerDueAt ? Math.max(0, -daysUntil(new Date(item.answerDueAt), new Date())) : 0 }));
  if (items.length === 0) return null;
  const late = items.filter(({ lateDays }) => lateDays > 0).length;
  return (
    <Section title={t('desk.title')}>
      {late > 0 && <p>{t('desk.lateHint', { count: late })}</p>}
      <Rows label={t('desk.title')}>
        {items.sort((one, other) => other.lateDays - one.lateDays).map(({ id, title, status, canAnswer, answerDueAt, lateDays }) => (
          <Row
            key={id}
            to={canAnswer ? `/consultations/${id}/answer` : `/consultations/${id}`}
            title={lt(title)}
            note={canAnswer && answerDueAt ? t('status.due', { date: d(answerDueAt) }) : undefined}
            tag={<Tag tone={canAnswer ? 'terracotta' : 'neutral'}>{lateDays > 0 ? t('desk.late', { count: lateDays }) : canAnswer ? t('desk.answer') : t(`status.${status}`)}</Tag>}
          />
        ))}
      </Rows>
    </Section>
  );
}
