import { useRef, useState } from 'react';
import { moderationLimits } from '@isegoria/moderation/contracts';
import type { RowShown } from '../documents';

export interface Marks {
  /** The rows that are marked, as they are now. One that left the queue is not among them. */
  marked: readonly RowShown[];
  has(id: string): boolean;
  /** Marks one, or takes the mark away; `through`: so also all between it and the one before. */
  toggle(id: string, through?: boolean): void;
  /** All that are shown, as far as one decision may reach. */
  all(): void;
  /** These, and no others. */
  put(ids: readonly string[]): void;
}

/** The cases of the queue that are to be decided together. */
export function useMarks(rows: readonly RowShown[]): Marks {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const shown = rows.map(({ id }) => id);
  const put = (marks: readonly string[]) => setIds(new Set(marks.slice(0, moderationLimits.lot)));
  const toggle = (id: string, through = false) => {
    const [to, from] = [shown.indexOf(id), last.current === null ? -1 : shown.indexOf(last.current)];
    const stretch = through && from !== -1 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
    last.current = id;
    const others = shown.filter((one) => ids.has(one) && !stretch.includes(one));
    put(ids.has(id) ? others : [...others, ...stretch]);
  };
  return { marked: rows.filter(({ id }) => ids.has(id)), has: (id) => ids.has(id), toggle, all: () => put(shown), put };
}
