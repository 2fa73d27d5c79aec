import { Section, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownMeeting } from '../documents';
import styles from '../meetings.module.css';

/** What is talked about, and what on the platform that is. */
export function AgendaPart({ meeting: { items, currentItemId, closedAt } }: { meeting: Pick<ShownMeeting, 'items' | 'currentItemId' | 'closedAt'> }) {
  const { t, lt, lang } = useWords('meetings');
  if (items.length === 0) return null;
  return (
    <Section title={t(closedAt ? 'page.agendaThen' : 'page.agenda')}>
      <ol className={styles.agenda}>
        {items.map(({ id, title, subjects }) => (
          <li key={id} aria-current={id === currentItemId ? 'step' : undefined}>
            <span lang={lang(title)}>{lt(title)}</span>
            {subjects.map((subject) => <div key={`${subject.kind}:${subject.id}`} className={styles.small}>{t(`subject.${subject.kind}`)}: <Link to={subject.path} lang={lang(subject.title)}>{lt(subject.title)}</Link></div>)}
          </li>
        ))}
      </ol>
    </Section>
  );
}
