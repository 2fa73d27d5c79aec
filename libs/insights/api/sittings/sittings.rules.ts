/** The rules of a sitting: what may follow what, which sections an event touches, and what its marks say. Pure. */
import type { SittingStatus } from '@isegoria/insights/contracts';
import type { DocumentPart, Localized, Subject } from '@isegoria/kernel/contracts';
import { subjectKey } from '@isegoria/kernel/contracts';
import type { ItemRecord, Mark } from './sitting.schema';

/** A sitting goes one way: what was counted at its opening is not counted again. */
export function refusalToMove(from: SittingStatus, to: SittingStatus): 'not_planned' | 'not_open' | 'no_way_back' | null {
  if (to === 'open' || to === 'cancelled') return from === 'planned' ? null : 'not_planned';
  if (to === 'closed') return from === 'open' ? null : 'not_open';
  return 'no_way_back';
}

/** Why its agenda may not be written any more: what was discussed at a sitting that has met stays as it was, and one that was cancelled is made anew. */
export function refusalToChange(status: SittingStatus): 'met' | 'cancelled' | null {
  if (status === 'closed') return 'met';
  return status === 'cancelled' ? 'cancelled' : null;
}

/** Which items speak of any of these subjects, in the agenda's order. */
export function itemsAbout(items: readonly Pick<ItemRecord, 'id' | 'subjects'>[], keys: ReadonlySet<string>): string[] {
  return items.filter(({ subjects }) => subjects.some((subject) => keys.has(subjectKey(subject)))).map(({ id }) => id);
}

/** The counts of a section's parts at this moment, to be compared with later. */
export function marksOf(sectionId: string, parts: readonly Pick<DocumentPart, 'id' | 'measures'>[]): Mark[] {
  return parts.flatMap((part) => part.measures.map(({ id, value }) => ({ in: `${sectionId} ${part.id}`, id, value })));
}

/** What a mark says of a measure, or null where none was made (an item that came later, a count that did not exist). */
export function markedValue(marks: readonly Mark[], sectionId: string, partId: string, measureId: string): number | null {
  return marks.find((mark) => mark.in === `${sectionId} ${partId}` && mark.id === measureId)?.value ?? null;
}

/** The id of an item that keeps its own through a change, or a new one: an id that the sitting does not know is not taken over. */
export function keptItems(wanted: readonly { id?: string | null; title: Localized; subjects: readonly Subject[] }[], known: readonly ItemRecord[], newId: () => string): ItemRecord[] {
  const free = new Set(known.map(({ id }) => id));
  return wanted.map(({ id, title, subjects }) => {
    const own = id && free.delete(id) ? id : newId();
    const once = new Map(subjects.map((subject) => [subjectKey(subject), { kind: subject.kind, id: subject.id }]));
    return { id: own, title: { el: title.el, en: title.en }, subjects: [...once.values()] };
  });
}
