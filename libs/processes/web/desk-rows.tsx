import { daysUntil, type Localized } from '@isegoria/kernel/contracts';
import { Row, Rows, Section, Tag, useWords } from '@isegoria/ui/web';

export interface DeskRow {
  id: string;
  title: Localized;
  status: string;
  /** Where it leads. */
  to: string;
  /** What the department owes to it now, in the words of its tag; nothing for a draft. */
  owes: string | null;
  dueAt: string | null;
}

/** What waits for an official of what their department puts to people: what is over and owes an answer, what is latest first, and drafts. Nothing where nothing waits. */
export function DeskRows({ words, items }: { words: string; items: readonly DeskRow[] }) {
  const { t, lt, d } = useWords(words);
  const now = new Date();
  const waiting = items.filter(({ status, owes }) => status === 'draft' || owes !== null).map((item) => ({ ...item, lateDays: item.owes && item.dueAt ? Math.max(0, -daysUntil(new Date(item.dueAt), now)) : 0 }));
  if (waiting.length === 0) return null;
  const late = waiting.filter(({ lateDays }) => lateDays > 0).length;
  return (
    <Section title={t('desk.title')}>
      {late > 0 && <p>{t('desk.lateHint', { count: late })}</p>}
      <Rows label={t('desk.title')}>
        {waiting.sort((one, other) => other.lateDays - one.lateDays).map(({ id, title, status, to, owes, dueAt, lateDays }) => (
          <Row
            key={id}
            to={to}
            title={lt(title)}
            note={owes && dueAt ? t('status.due', { date: d(dueAt) }) : undefined}
            tag={<Tag tone={owes ? 'terracotta' : 'neutral'}>{lateDays > 0 ? t('desk.late', { count: lateDays }) : (owes ?? t(`status.${status}`))}</Tag>}
          />
        ))}
      </Rows>
    </Section>
  );
}
