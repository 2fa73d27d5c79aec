import { el as comments } from '@isegoria/comments/contracts';
import { el as files } from '@isegoria/files/contracts';
import { el as identity } from '@isegoria/identity/contracts';
import { el as organisation } from '@isegoria/organisation/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el } from '@isegoria/requests/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import type { Words } from '@isegoria/ui/web';
import { el as votes } from '@isegoria/votes/contracts';

/** The words that the pages of requests say. */
export const words: Record<string, Words> = { requests: el, ui, identity, votes, comments, organisation, files, notifications: {}, moderation: {}, realtime: {} };

export const name = (el: string) => ({ el, en: el });
const label = (id: string, el: string) => ({ id, name: name(el) });
export const technical = label('technical', 'Τεχνική Υπηρεσία');
export const west = { ...label('west', 'Δυτικά'), population: 10, centre: { lat: 38.5, lng: 23.5 }, outline: [[23, 38], [24, 38], [24, 39], [23, 39]], isRetired: false };

const service = { description: name(''), group: name('Δρόμοι'), keywords: [] as string[], department: technical, days: 5, notice: name(''), questions: [] as object[], nearMetres: 40, isPrivate: false, waits: false, isRetired: false, revision: 3 };
export const hole = { ...service, id: 'hole', name: name('Λακκούβα'), keywords: ['άσφαλτος'], notice: name('Αν κινδυνεύει κάποιος τώρα, κάλεσε το 112.') };
export const lamp = {
  ...service, id: 'lamp', name: name('Καμένος λαμπτήρας'), group: name('Φωτισμός'),
  questions: [{ id: 'pole', text: name('Αριθμός στην κολώνα'), hint: name(''), type: 'text', isRequired: true, choices: [] }],
};
export const noise = { ...service, id: 'noise', name: name('Θόρυβος γείτονα'), group: name('Θόρυβος'), isPrivate: true };

/** As lists show it. */
export const listed = {
  id: '1043', title: name('Λακκούβα, Σαλαμίνος 12 <script>'), text: 'Χωράει ρόδα.', lang: 'el', status: 'received', closing: null, createdAt: '2026-11-20T09:00:00.000Z', endedAt: null, dueAt: '2099-12-01T09:00:00.000Z', expectedAt: null,
  isOverdue: false, affected: 2, comments: 0, isPrivate: false, district: label('west', 'Δυτικά'), pictures: [],
};

/** As its own page shows it, to a passer-by. */
export const request = {
  ...listed, service: { id: 'hole', name: hole.name, days: 5, isPrivate: false }, place: { label: 'Σαλαμίνος 12', lat: 38.5, lng: 23.5 }, department: technical, answers: [], reporter: null, channel: 'online', publishedAt: '2026-11-20T09:00:00.000Z',
  reopened: 0, history: [{ id: 'm1', kind: 'submitted', at: '2026-11-20T09:00:00.000Z', text: '', pictures: [], department: null, expectedAt: null, closing: null, held: null, remark: null, mine: false }], duplicates: [], proposals: [] as object[], word: { fixed: 0, notFixed: 0, mine: null, until: null },
  remark: null, mine: false, canWithdraw: false, canCorrect: false, desk: null,
};

const maria = { id: 'c1', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** A city in the test's hand: a signed-in citizen, three services, one request; and whatever the test answers otherwise. */
export function aCity(answers: Answers = {}) {
  let say: (room: string, name: string, payload: unknown) => void = () => undefined;
  liveOver(
    new LiveLine(() =>
      Promise.resolve({
        onOpen: () => undefined,
        onDelta: (hear) => {
          let version = 0;
          say = (room, name, payload) => hear({ room, version: ++version, name, payload });
        },
        watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }),
        unwatch: () => undefined,
        isOpen: () => true,
      }),
    ),
  );
  const asked: [operation: string, variables: Record<string, unknown>][] = [];
  const usual: Answers = {
    Me: () => ({ me: maria }),
    City: () => ({ city: { name: name('Δήμος'), population: 10, departments: [technical], districts: [west], categories: [] } }),
    RequestServices: () => ({ requestServices: [hole, lamp, noise] }),
    RecentServices: () => ({ requests: { items: [] } }),
    FindPlaces: () => ({ findPlaces: [] }),
    PlaceNear: () => ({ placeNear: { label: 'Σαλαμίνος' } }),
    RequestsNear: () => ({ requestsNear: [] }),
    RequestsAlike: () => ({ requestsAlike: [] }),
    Requests: () => ({ requests: { items: [listed], next: null, total: 1 } }),
    MyRequests: () => ({ myRequests: { items: [], next: null, total: 0 } }),
    RequestPins: () => ({ requestPins: { items: [], total: 0 } }),
    RequestTotals: () => ({ requestTotals: { open: 12, overdue: 1, submitted: 40, fixed: 31, medianDays: 4 } }),
    Request: () => ({ request }),
    MyVotes: ({ ballotIds }) => ({ myVotes: (ballotIds as string[]).map((ballotId) => ({ ballotId, answers: [], isSealed: false })) }),
    TallyOf: () => ({ tallies: [] }),
    DiscussionOf: () => ({ discussion: null }),
    IsFollowing: () => ({ isFollowing: false }),
  };
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    asked.push([operation, variables]);
    return (answers[operation] ?? usual[operation])?.(variables) ?? {};
  };
  return { answer, say: (room: string, name: string, payload: unknown) => say(room, name, payload), sent: (operation: string) => asked.filter(([one]) => one === operation).map(([, variables]) => variables) };
}
