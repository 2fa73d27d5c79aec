import { drawnId } from '@isegoria/kernel/contracts';
import type { ChosenPlace } from '@isegoria/organisation/web';
import { asTyped, clockOf, fromCityClock, numberOf, type PickedSubject } from '@isegoria/ui/web';
import type { ShownCall } from '../documents';
import { minutesOfHours } from '../when';

export interface Both {
  el: string;
  en: string;
}

export interface TypedShift {
  id: string;
  task: string;
  bring: string;
  isFlexible: boolean;
  startsAt: string;
  endsAt: string;
  /** How long one person works, where each comes when they like. */
  hours: string;
  minimum: string;
  places: string;
  isStepFree: boolean;
  isForChildren: boolean;
  fromAge: string;
}

/** A call as it stands in the form: moments by the city's clock, numbers as they were typed. */
export interface Typed {
  /** The change that it follows; null for a new one. */
  revision: number | null;
  title: Both;
  text: Both;
  departmentId: string;
  categoryId: string;
  place: ChosenPlace | null;
  origins: PickedSubject[];
  responsible: string;
  shifts: TypedShift[];
}

const nothing = (): Both => ({ el: '', en: '' });

/** A new shift is like the one before it, but for its time. */
export const newShift = (before?: TypedShift): TypedShift =>
  ({ task: '', bring: '', isFlexible: false, hours: '', minimum: '1', places: '10', isStepFree: false, isForChildren: false, fromAge: '', ...before, id: drawnId(), startsAt: '', endsAt: '' });

export const blank = (departmentId: string, origins: PickedSubject[] = []): Typed => ({ revision: null, title: nothing(), text: nothing(), departmentId, categoryId: '', place: null, origins, responsible: '', shifts: [newShift()] });

export function typedOf({ id, revision, title, text, department, category, district, place, origin, shifts, mine }: ShownCall): Typed {
  return {
    revision, title: asTyped(title), text: asTyped(text), departmentId: department?.id ?? '', categoryId: category?.id ?? '', place: place.label === '' && place.lat === null ? null : { label: place.label, lat: place.lat, lng: place.lng, districtId: district?.id ?? null },
    origins: origin ? [{ kind: origin.kind, id: origin.id, title: origin.title }] : [], responsible: mine.responsible,
    shifts: shifts.map((shift) => ({
      // Its own name in its call, as the form chose it.
      id: shift.id.slice(id.length + 1), task: shift.task, bring: shift.bring, isFlexible: shift.startsAt === null && shift.minutes > 0, startsAt: clockOf(shift.startsAt), endsAt: clockOf(shift.endsAt), hours: shift.minutes > 0 ? String(shift.minutes / 60) : '', minimum: String(shift.minimum), places: String(shift.places),
      isStepFree: shift.isStepFree, isForChildren: shift.isForChildren, fromAge: String(shift.fromAge ?? ''),
    })),
  };
}

/** What was typed as the schemas read it. */
export function formOf({ revision: _, place, origins: [origin], shifts, departmentId, categoryId, ...rest }: Typed) {
  return {
    ...rest, departmentId: departmentId || null, categoryId: categoryId || null, districtId: place?.districtId ?? null, place: { label: place?.label ?? '', lat: place?.lat ?? null, lng: place?.lng ?? null }, origin: origin ? { kind: origin.kind, id: origin.id } : null,
    shifts: shifts.map(({ id, task, bring, isFlexible, startsAt, endsAt, hours, minimum, places, isStepFree, isForChildren, fromAge }) => ({
      id, task, bring, startsAt: isFlexible ? null : fromCityClock(startsAt), endsAt: fromCityClock(endsAt), minutes: isFlexible ? minutesOfHours(hours) : null, minimum: numberOf(minimum) ?? NaN, places: numberOf(places) ?? NaN, isStepFree, isForChildren, fromAge: numberOf(fromAge),
    })),
  };
}
