import { ReportButton } from '@isegoria/moderation/web';
import { Button, PlainText, Section, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './changes-part.module.css';
import { ChangesDocument } from './documents';

const SIZE = 3;
const MOST = 100;

/** What people said should change. Nobody's name is on it; anybody may report it. */
export function ChangesPart({ subject }: { subject: { kind: string; id: string } }) {
  const { t, d } = useWords('evaluations');
  const [first, setFirst] = useState(SIZE);
  const page = useGraph(ChangesDocument, { subject, first, after: null }, { keepPrevious: true }).data?.changes;
  if (!page || page.items.length === 0) return null;
  return (
    <Section title={t('changes.title')} id="changes">
      <p>{t('changes.lead', { count: page.total })}</p>
      <ul role="list" className={styles.changes}>
        {page.items.map(({ id, text, round, at }) => (
          <li key={id}>
            <PlainText text={text} />
            <div className={styles.note}>
              {t(`rounds.${round}`)} · {d(at)} <ReportButton item={{ kind: 'evaluation-change', id }} />
            </div>
          </li>
        ))}
      </ul>
      {page.next && first < MOST && (
        <Button variant="quiet" onClick={() => setFirst(MOST)}>
          {t('changes.more', { count: page.total - page.items.length })}
        </Button>
      )}
    </Section>
  );
}
