import { Card, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownMerging } from './documents';
import styles from './merging.module.css';
import { Separate } from './separate';

/** Which proposals became part of this one, and how many of those who supported them support it too: told, and added to no count. */
export function MergedParts({ parts }: { parts: ShownMerging['parts'] }) {
  const { t, d } = useWords('proposals');
  if (parts.length === 0) return null;
  return (
    <Card title={t('merge.partsTitle')} note={t('merge.partsHint')}>
      <ul role="list" className={styles.parts}>
        {parts.map(({ proposal: { id, title, lang }, at, supports, alsoSupport, separableUntil }) => (
          <li key={id}>
            <p><Link to={`/proposals/${id}`} lang={lang}>{title}</Link>, {d(at)}</p>
            {alsoSupport !== null && supports > 0 && <p>{t(alsoSupport === 0 ? 'merge.noneHere' : 'merge.alsoHere', { count: alsoSupport, of: supports })}</p>}
            {separableUntil && <Separate id={id} title={title} until={separableUntil} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
