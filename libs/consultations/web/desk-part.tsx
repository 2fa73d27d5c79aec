import { Row, Rows, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { DeskDocument } from './documents';

/** What waits for the official: drafts, and consultations that are over and wait for the answer. Nothing where nothing waits. */
export function DeskPart() {
  const { t, lt, d } = useWords('consultations');
  const items = useGraph(DeskDocument, {}, { staleMs: 0 }).data?.consultationDesk.items.filter(({ status, canAnswer }) => status === 'draft' || canAnswer) ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('desk.title')}>
      <Rows label={t('desk.title')}>
        {items.map(({ id, title, status, canAnswer, answerDueAt }) => (
          <Row
            key={id}
            to={canAnswer ? `/consultations/${id}/answer` : `/consultations/${id}`}
            title={lt(title)}
            note={canAnswer && answerDueAt ? t('status.due', { date: d(answerDueAt) }) : undefined}
            tag={<Tag tone={canAnswer ? 'terracotta' : 'neutral'}>{canAnswer ? t('desk.answer') : t(`status.${status}`)}</Tag>}
          />
        ))}
      </Rows>
    </Section>
  );
}
