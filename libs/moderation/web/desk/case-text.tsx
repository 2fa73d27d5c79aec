import { Fragment } from 'react';
import { Link } from 'react-router';
import { Disclosure, PlainText, Quote, useWords } from '@isegoria/ui/web';
import { CaseName } from './case-name';
import type { CaseShown } from '../documents';
import styles from './queue.module.css';

/** The contribution as it is now, with the words that catch the eye and the pictures that come with it. */
export function CaseText({ found }: { found: CaseShown }) {
  const { t } = useWords('moderation');
  return (
    <>
      <h2 className={styles.title} tabIndex={-1}><CaseName row={found.row} /></h2>
      <Quote>
        <Marked text={found.text} striking={found.highlights} />
      </Quote>
      {found.pictures.map(({ id, url, width, height, alt }) => (
        <figure key={id} className={styles.picture}>
          <img src={url} width={width} height={height} alt={alt || t('case.picture')} decoding="async" />
          {alt && <figcaption>{alt}</figcaption>}
        </figure>
      ))}
      {found.path && (
        <p className={styles.where}>
          <Link to={found.path}>{t('case.where')}</Link>
        </p>
      )}
      {found.reportedText !== null && (
        <Disclosure label={t('case.reported')}>
          <PlainText text={found.reportedText} />
        </Disclosure>
      )}
    </>
  );
}

function Marked({ text, striking }: { text: string; striking: readonly string[] }) {
  if (striking.length === 0) return text;
  const parts = text.split(new RegExp(`(${striking.map((word) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&')).join('|')})`, 'u'));
  return parts.map((part, at) => (striking.includes(part) ? <mark key={at} className={styles.striking}>{part}</mark> : <Fragment key={at}>{part}</Fragment>));
}
