import { type DifferencePart, differenceOf } from '@isegoria/consultations/contracts';
import { useWords, VisuallyHidden } from '@isegoria/ui/web';
import { useMemo } from 'react';
import styles from './difference.module.css';

export interface DifferenceProps {
  before: string;
  after: string;
  /** All of the text, also where nothing changed; otherwise only what stands around the changes. */
  whole?: boolean;
}

/** How one wording differs from another, word by word. What went and what came is said, too: a colour or a line through a word is nothing to who listens. */
export function Difference({ before, after, whole = false }: DifferenceProps) {
  const { t } = useWords('consultations');
  const pieces = useMemo(() => differenceOf(before, after), [before, after]);
  if (pieces.every(({ kind }) => kind === 'same')) return <p>{t('diff.none')}</p>;
  const shown = whole ? pieces : pieces.map((piece, place) => (piece.kind === 'same' ? { ...piece, text: shortened(piece.text, place === 0, place === pieces.length - 1) } : piece));
  return (
    <p lang="el" className={styles.text}>
      {shown.map((piece, place) => (
        <Words key={place} piece={piece} />
      ))}
    </p>
  );
}

function Words({ piece: { kind, text } }: { piece: DifferencePart }) {
  const { t, locale } = useWords('consultations');
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  // The words around the marks are the page's, the text between them is Greek.
  const said = (words: string) => (
    <span lang={locale}>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
  return (
    <Mark>
      {said(kind === 'added' ? t('diff.added') : t('diff.removed'))}
      {text}
      {said(t('diff.end'))}
    </Mark>
  );
}

/** So many signs of what stays the same are shown on each side of a change. */
const around = 90;

/** What stays the same, cut to what stands near the changes, at the ends of words. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2.5 * around) return text;
  const head = isFirst ? '' : `${text.slice(0, text.indexOf(' ', around))} `;
  const tail = isLast ? '' : ` ${text.slice(text.lastIndexOf(' ', text.length - around) + 1)}`;
  return `${head}[…]${tail}`;
}

/** What the two marks mean, for who looks: once above a group of differences. */
export function DifferenceKey() {
  const { rich } = useWords('consultations');
  return (
    <p className={`${styles.key} ${styles.text}`} aria-hidden>
      {rich('diff.key', { ins: (text) => <ins>{text}</ins>, del: (text) => <del>{text}</del> })}
    </p>
  );
}
