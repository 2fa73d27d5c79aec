import type { SittingInput } from '@isegoria/insights/contracts';
import { fromCityClock, toCityClock } from '@isegoria/ui/web';
import type { AgendaItem, Sitting } from './documents';

/** An item while it is written. `key` only tells the fields of one from those of another. */
export type DraftItem = Pick<AgendaItem, 'title' | 'subjects'> & { key: string; id: string | null };

/** A sitting while a clerk writes it. */
export interface Draft {
  /** The revision that is changed; 0 for a new sitting. */
  revision: number;
  title: { el: string; en: string };
  place: string;
  startsAt: string;
  items: DraftItem[];
}

export const newItem = (): DraftItem => ({ key: crypto.randomUUID(), id: null, title: { el: '', en: '' }, subjects: [] });

/** Whether something would be lost with it. */
export const isWritten = ({ title, subjects }: DraftItem): boolean => title.el.trim() !== '' || title.en.trim() !== '' || subjects.length > 0;

export function draftOf(sitting: Sitting | null): Draft {
  if (!sitting) return { revision: 0, title: { el: '', en: '' }, place: '', startsAt: '', items: [newItem()] };
  const { revision, title, place, startsAt, items } = sitting;
  return { revision, title, place, startsAt: toCityClock(new Date(startsAt)), items: items.map((item) => ({ ...item, key: item.id })) };
}

/** What is sent. The moment is a date here, so that the form's own check and the server's see the same. */
export function inputOf({ revision, title, place, startsAt, items }: Draft, sitting: Pick<Sitting, 'id'> | null): Omit<SittingInput, 'startsAt'> & { startsAt: Date } {
  return {
    id: sitting?.id ?? null,
    revision,
    title: { el: title.el, en: title.en },
    place,
    startsAt: fromCityClock(startsAt) ?? new Date(Number.NaN),
    items: items.map((item) => ({ id: item.id, title: { el: item.title.el, en: item.title.en }, subjects: item.subjects.map(({ kind, id }) => ({ kind, id })) })),
  };
}

/** The list with one of its items a place up or down. */
export function movedItem(items: readonly DraftItem[], at: number, by: 1 | -1): DraftItem[] {
  const next = [...items];
  const [item] = next.splice(at, 1);
  if (item) next.splice(at + by, 0, item);
  return next;
}
