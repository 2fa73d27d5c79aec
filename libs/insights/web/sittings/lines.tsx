import { Quote, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { SittingPart } from './documents';
import styles from './sitting.module.css';

type Line = SittingPart['lines'][number];

/** What people wrote: for and against side by side, quotations, sentences; each with the way to where it stands. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useWords('insights');
  const of = (tone: Line['tone']) => lines.filter((line) => line.tone === tone);
  const [fors, againsts] = [of('for'), of('against')];
  return (
    <>
      {fors.length + againsts.length > 0 && (
        <div className={styles.sides}>
          <Side tone="for" title={t('sitting.for')} lines={fors} />
          <Side tone="against" title={t('sitting.against')} lines={againsts} />
        </div>
      )}
      {of('quote').length > 0 && (
        <ul role="list" className={styles.quotes}>
          {of('quote').map((line, at) => (
            <Said key={at} line={line} />
          ))}
        </ul>
      )}
      {of('plain').map((line, at) => (
        <Plain key={at} line={line} />
      ))}
    </>
  );
}

function Side({ tone, title, lines }: { tone: 'for' | 'against'; title: string; lines: readonly Line[] }) {
  const { t } = useWords('insights');
  return (
    <div className={styles.side} data-tone={tone}>
      <h4>{title}</h4>
      {lines.length === 0 && <p className={styles.quiet}>{t('sitting.noArguments')}</p>}
      <ul role="list" className={styles.quotes}>
        {lines.map((line, at) => (
          <Said key={at} line={line} />
        ))}
      </ul>
    </div>
  );
}

function Said({ line: { text, note, path } }: { line: Line }) {
  const { t, lt } = useWords('insights');
  return (
    <li>
      <Quote>{lt(text)}</Quote>
      <p className={styles.source}>
        {note && lt(note)} {path && <Link to={path}>{t('sitting.whole')}</Link>}
      </p>
    </li>
  );
}

function Plain({ line: { text, note, path } }: { line: Line }) {
  const { lt } = useWords('insights');
  return (
    <p className={styles.plain}>
      {path ? <Link to={path}>{lt(text)}</Link> : lt(text)} {note && <span className={styles.quiet}>{lt(note)}</span>}
    </p>
  );
}
