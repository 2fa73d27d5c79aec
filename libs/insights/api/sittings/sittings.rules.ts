/** The rules of a sitting: what may follow what, which sections an event touches, and what its marks say. Pure. */
import { isToMeet, type SittingStatus } from '@isegoria/insights/contracts';
import { cityDay, type DocumentPart, type Localized, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { ItemRecord, Mark, SittingRecord } from './sitting.schema';

/** A sitting goes one way: what was counted at its opening is not counted again. */
export function refusalToMove(from: SittingStatus, to: SittingStatus): 'not_planned' | 'not_open' | 'no_way_back' | null {
  if (to === 'open' || to === 'cancelled') return isToMeet(from) ? null : 'not_planned';
  if (to === 'closed') return from === 'open' ? null : 'not_open';
  return 'no_way_back';
}

/** Why its agenda may not be written any more: what was discussed at a sitting that has met stays as it was, and one that was cancelled is made anew. */
export function refusalToChange(status: SittingStatus): 'met' | 'cancelled' | null {
  if (status === 'closed') return 'met';
  return status === 'cancelled' ? 'cancelled' : null;
}

/** Why a sitting may not be put on this moment: one that met or was cancelled has no other day, and nobody comes to one that is over. */
export function refusalToPostpone({ status, startsAt }: { status: SittingStatus; startsAt: Date }, to: Date, now: Date): 'not_planned' | 'no_other_day' | 'in_the_past' | null {
  if (!isToMeet(status)) return 'not_planned';
  if (to.getTime() === startsAt.getTime()) return 'no_other_day';
  return to <= now ? 'in_the_past' : null;
}

/** Whether a change of the sitting's form would put it on another day, unseen by those who noted the first one. */
export const isOtherDay = (known: Date, wanted: Date): boolean => cityDay(known) !== cityDay(wanted);

/** Whether whoever noted place and hour would come to the wrong door, or at the wrong time. */
export function isRearranged(known: Pick<SittingRecord, 'status' | 'place' | 'startsAt'>, { place, startsAt }: Pick<SittingRecord, 'place' | 'startsAt'>): boolean {
  return isToMeet(known.status) && (known.place !== place || known.startsAt.getTime() !== startsAt.getTime());
}

/** What came onto the agenda with a change. */
export function newSubjects(before: readonly Pick<ItemRecord, 'subjects'>[], after: readonly Pick<ItemRecord, 'subjects'>[]): Subject[] {
  const known = new Set(before.flatMap(({ subjects }) => subjects.map(subjectKey)));
  const found = new Map(after.flatMap(({ subjects }) => subjects.map((subject) => [subjectKey(subject), subject])));
  return [...found].flatMap(([key, subject]) => (known.has(key) ? [] : [subject]));
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
