import { useRef, useState } from 'react';
import { moderationLimits } from '@isegoria/moderation/contracts';
import type { RowShown } from './documents';

/** A case that was marked, in the state in which it was. */
type Mark = Pick<RowShown, 'id' | 'version'>;

export interface Marks {
  /** The rows that are marked and still there, as they were when they were marked. */
  marked: readonly RowShown[];
  has(id: string): boolean;
  /** Marks one, or takes the mark away; `through`: so also all between it and the one before. */
  toggle(id: string, through?: boolean): void;
  /** All that are shown, as far as one decision may reach. */
  all(): void;
  none(): void;
  /** Marks these again, as they were. */
  again(marks: readonly Mark[]): void;
}

/** The cases of the queue that are to be decided together. */
export function useMarks(rows: readonly RowShown[]): Marks {
  const [versions, setVersions] = useState<ReadonlyMap<string, number>>(new Map());
  const last = useRef<string | null>(null);
  const put = (marks: readonly Mark[]) => setVersions(new Map(marks.slice(0, moderationLimits.lot).map(({ id, version }) => [id, version])));
  const marked = rows.flatMap((row) => {
    const version = versions.get(row.id);
    return version === undefined ? [] : [{ ...row, version }];
  });
  const toggle = (id: string, through = false) => {
    const [from, to] = [through ? rows.findIndex((row) => row.id === last.current) : -1, rows.findIndex((row) => row.id === id)].sort((a, b) => a - b);
    last.current = id;
    if (to === undefined || to === -1) return;
    const stretch = from === undefined || from === -1 ? rows.slice(to, to + 1) : rows.slice(from, to + 1);
    const others = marked.filter((row) => !stretch.some((one) => one.id === row.id));
    put(versions.has(id) ? others : [...others, ...stretch]);
  };
  return { marked, has: (id) => versions.has(id), toggle, all: () => put(rows), none: () => put([]), again: put };
}
