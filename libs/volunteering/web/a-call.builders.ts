import { el as identity } from '@isegoria/identity/contracts';
import { LiveLine, liveOver, type Wire } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import type { Words } from '@isegoria/ui/web';
import { el } from '@isegoria/volunteering/contracts';

/** The words that the pages of a call say. */
export const words: Record<string, Words> = { volunteering: el, ui, identity, organisation: {}, notifications: {}, moderation: {}, realtime: {}, files: {} };

const both = (text: string) => ({ el: text, en: text });
const nobody = { place: 'none', queue: null as number | null, confirmBy: null as string | null, isNamed: false, came: null as boolean | null, mayOffer: true };

export const shift = {
  id: 'k7m2p9x4qd.one', task: 'Μαζεύουμε <script>alert(1)</script>', bring: 'Γάντια', startsAt: '2099-05-01T06:00:00.000Z', endsAt: '2099-05-01T09:00:00.000Z', minutes: 180, minimum: 2, places: 3, isStepFree: true, isForChildren: false, fromAge: 12, registered: 1, waiting: 0, came: null, cancellation: null, isOver: false, isShort: false, mine: nobody,
};

/** One that is public, with three places of which one is taken, as a citizen sees it. */
export const call = {
  id: 'k7m2p9x4qd', stage: 'published', title: both('Καθαρίζουμε την παραλία'), text: both('Μαζί.'), isByCitizen: false, author: '', department: { id: 'environment', name: both('Περιβάλλον') }, category: null, district: null, place: { label: 'Παραλία Όρμου', lat: null, lng: null }, origin: null, shifts: [shift],
  startsAt: shift.startsAt, endsAt: shift.endsAt, places: 3, registered: 1, placesLeft: 2, decline: null, cancellation: null, reportDueAt: null, report: null, named: [], isHidden: false, verdict: null, isDemo: false, revision: 2,
  mine: { leads: false, isAuthor: false, responsible: '', canEdit: false, canCorrect: false, canPublish: false, canDecide: false, canCancel: false, canReport: false, canDiscard: false },
};

/** The same call, of whose one shift something is otherwise. */
export const callWith = (more: object, mine: Partial<typeof nobody> = {}) => ({ ...call, shifts: [{ ...shift, ...more, mine: { ...nobody, ...mine } }] });

const me = { id: 'c1', name: 'Μαρία Γεωργίου', email: null, roles: ['citizen'], departmentId: null, districtId: 'kentro', locale: 'el', confirmed: true, hasPassword: false };

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;
type Hear = Parameters<Wire['onDelta']>[0];

/** A city in the test's hand: a citizen and a call, and whatever the test answers otherwise. `say` is what the room hears. */
export function aCity(more: Answers = {}) {
  const sent: { operation: string; variables: Record<string, unknown> }[] = [];
  let hear: Hear = () => undefined;
  let version = 0;
  liveOver(new LiveLine(() => Promise.resolve({ onOpen: () => undefined, onDelta: (listener: Hear) => void (hear = listener), watch: () => Promise.resolve({ version, quietMs: 60_000 }), unwatch: () => undefined, isOpen: () => true })));
  const answers: Answers = {
    Me: () => ({ me }), VolunteerCall: () => ({ volunteerCall: call }), IsFollowing: () => ({ isFollowing: false }), OfferVolunteering: () => ({ offerVolunteering: { __typename: 'VolunteerCallSaved' } }), ConfirmVolunteering: () => ({ confirmVolunteering: { __typename: 'VolunteerCallSaved' } }), ...more,
  };
  return {
    sent: (operation: string) => sent.filter((one) => one.operation === operation).map(({ variables }) => variables),
    say: (name: string, payload: unknown) => hear({ room: `volunteer-call:${call.id}`, version: (version += 1), name, payload }),
    answer: (operation: string, variables: Record<string, unknown>) => {
      sent.push({ operation, variables });
      return answers[operation]?.(variables) ?? {};
    },
  };
}
