import type { ReactNode } from 'react';
import { Pager, usePaging } from '../frame/pager';
import { useWords } from '../words/use-words';
import styles from './found-rows.module.css';
import { Rows } from './row';
import { Empty } from './states';

export interface FoundRowsProps<T> {
  /** The slice whose words say it: `list.title`, `list.found`, `list.none`, `list.empty` and their hints. */
  words: string;
  items: readonly T[];
  /** The cursor of the following page. */
  next: string | null | undefined;
  total: number;
  /** How many stand on a page. */
  size: number;
  /** Whether the reader narrowed the list, and may widen it. */
  isNarrow: boolean;
  /** What one can do where there is nothing. */
  action?: ReactNode;
  /** Stands beside the number that was found: other views of the same. */
  beside?: ReactNode;
  /** Stands between the number and the rows. */
  above?: ReactNode;
  children(item: T): ReactNode;
}

/** What a list found: how many, a row each, and the way to the next page; or why there is nothing. */
export function FoundRows<T>({ words, items, next, total, size, isNarrow, action, beside, above, children }: FoundRowsProps<T>) {
  const { t } = useWords(words);
  const { page } = usePaging();
  if (items.length === 0 && page === 1) return <Empty title={t(isNarrow ? 'list.none' : 'list.empty')} action={action}>{t(isNarrow ? 'list.noneHint' : 'list.emptyHint')}</Empty>;
  return (
    <>
      <div className={styles.over}>
        <p className={styles.found} role="status">{t('list.found', { count: total })}</p>
        {beside}
      </div>
      {above}
      <Rows label={t('list.title')}>{items.map(children)}</Rows>
      <Pager next={next} total={total} size={size} />
    </>
  );
}
