import type { Citizen } from '@isegoria/identity/contracts';
import { newId } from '@isegoria/kernel/api';
import type { VolunteerCallInput, VolunteerShiftInput } from '@isegoria/volunteering/contracts';
import type { VolunteerCall } from './volunteer-call.schema';
import type { VolunteerShift } from './volunteer-shift.schema';

const hourMs = 3_600_000;
export const inHours = (hours: number): Date => new Date(Date.now() + hours * hourMs);

/** A shift as a test sends it: in two days, for three hours. */
export const aShiftInput = (wanted: Partial<VolunteerShiftInput> = {}): VolunteerShiftInput =>
  ({ id: newId(), task: 'Μαζεύουμε πλαστικά <script>alert(1)</script>', bring: 'Γάντια', startsAt: inHours(48), endsAt: inHours(51), minutes: null, minimum: 1, places: 3, isStepFree: true, isForChildren: true, fromAge: 12, ...wanted });

/** A call as a test sends it: one shift, with three places. */
export function aCallInput(wanted: Partial<VolunteerCallInput> = {}): VolunteerCallInput {
  return {
    title: { el: 'Καθαρίζουμε την παραλία <script>alert(1)</script>', en: '' }, text: { el: 'Μαζί καθαρίζουμε την αμμουδιά πριν από το καλοκαίρι. <img src=x onerror=alert(1)>', en: '' }, departmentId: 'technical', categoryId: 'green', districtId: 'limani', place: { label: 'Παραλία Καλάμια', lat: null, lng: null },
    origin: null, responsible: 'Όλγα, 27410 00000', shifts: [aShiftInput()], ...wanted,
  };
}

export function aCall(wanted: Partial<VolunteerCall> = {}): VolunteerCall {
  const now = new Date();
  return {
    _id: newId(), stage: 'published', title: { el: 'Δράση', en: '' }, text: { el: 'Μαζί.', en: '' }, isByCitizen: false, authorId: '', departmentId: 'technical', categoryId: 'green', districtId: null, place: { label: 'Παραλία', lat: null, lng: null }, origin: null, responsible: 'Όλγα', terms: [], startsAt: inHours(48),
    endsAt: inHours(51), proposedAt: null, publishedAt: now, decline: null, cancellation: null, report: null, isHidden: false, verdict: null, decidedAt: null, revision: 1, createdBy: 'olga', createdAt: now, touchedAt: now, isDemo: false, ...wanted,
  };
}

export function aShift(wanted: Partial<VolunteerShift> = {}): VolunteerShift {
  return { _id: newId(), callId: 'call', task: 'Μαζεύουμε πλαστικά', bring: '', startsAt: inHours(48), endsAt: inHours(51), minutes: 180, minimum: 1, places: 3, isStepFree: false, isForChildren: false, fromAge: null, cancellation: null, isOpen: true, registered: 1, waiting: 0, tickets: 1, came: null, given: 0, isReminded: false, isShortTold: false, ...wanted };
}

/** A person as rules see them. */
export function aPerson(wanted: Partial<Citizen> = {}): Citizen {
  return { id: newId(), personId: `person:${newId()}`, name: 'Μαρία', roles: ['citizen'], departmentId: null, districtId: 'kastro', locale: 'el', confirmed: true, ...wanted };
}
