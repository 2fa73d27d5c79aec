import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/meetings/contracts';
import { LiveLine, liveOver, type Wire } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import type { Words } from '@isegoria/ui/web';
import { el as votes } from '@isegoria/votes/contracts';

/** The words that the pages of a meeting say. */
export const words: Record<string, Words> = { meetings: el, ui, identity, votes, organisation: {}, notifications: {}, moderation: {}, realtime: {}, opinions: {} };

const both = (text: string) => ({ el: text, en: text });
const nothing = { place: 'none', queue: null, needs: '', joinUrl: null, mayRegister: false, organises: false, canAnnounce: false, canEdit: false, canOpen: false, canClose: false, canCancel: false, canReport: false };

/** One that is announced, with three places of which two are taken, as a citizen sees it. */
export const meeting = {
  id: 'k7m2p9x4qd', kind: 'assembly', stage: 'announced', title: both('Συνέλευση <script>alert(1)</script>'), text: both('Συζητάμε για την πλατεία.'), department: { id: 'technical', name: both('Τεχνικές Υπηρεσίες') }, districts: [],
  venue: { address: both('Δημοτικό θέατρο'), isStepFree: true, hasHearingLoop: false, hasSignLanguage: false }, isRemote: true, startsAt: '2099-02-01T16:00:00.000Z', endsAt: '2099-02-01T18:00:00.000Z', places: 3, registerUntil: null, registered: 2, waiting: 0,
  items: [{ id: 'i1', title: both('Δέντρα'), subjects: [{ kind: 'proposal', id: 'p1', title: both('Σκιά στην πλατεία'), path: '/proposals/p1' }] }, { id: 'i2', title: both('Παγκάκια'), subjects: [] }], currentItemId: null as string | null, currentQuestionId: null as string | null,
  room: { questions: 'public', perPerson: 3, answerDays: 20, hasOpinions: false }, postponements: [] as object[], cancellation: null, openedAt: null as string | null, closedAt: null, came: null, reportDueAt: null, report: null as object | null, isDemo: false, revision: 2,
  mine: { ...nothing, mayRegister: true } as Record<string, unknown>,
};

export const open = { ...meeting, stage: 'open', openedAt: '2026-11-27T16:00:00.000Z', currentItemId: 'i1', mine: { ...nothing, mayRegister: true } as Record<string, unknown> };

export const question = {
  id: 'q1', text: 'Ποιος ποτίζει τα δέντρα;', author: 'Νίκος', isFromHall: false, itemId: 'i1', stage: 'asked', answer: null as object | null, dueAt: null, supports: 4, ballotId: 'meeting-question:q1', seq: 10, isPublic: true, verdict: null, isMine: false, at: '2026-11-27T16:10:00.000Z',
};

export const poll = { id: 'p1', ballotId: 'meeting-poll:p1', question: both('Τι λείπει περισσότερο;'), options: [{ id: 'o1', text: both('Σκιά'), people: 9 }, { id: 'o2', text: both('Καθίσματα'), people: 3 }], isLive: false, isOpen: false, people: 12, present: 30, openedAt: '2026-11-27T16:10:00.000Z', closesAt: '2026-11-27T16:15:00.000Z' };

export const me = { id: 'c1', name: 'Μαρία Γεωργίου', email: null, roles: ['citizen'], departmentId: null, districtId: 'kentro', locale: 'el', confirmed: true, hasPassword: false };

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;
type Hear = Parameters<Wire['onDelta']>[0];

/** A city in the test's hand: a citizen and a meeting that is announced, and whatever the test answers otherwise. `say` is what the room hears. */
export function aCity(more: Answers = {}) {
  const sent: { operation: string; variables: Record<string, unknown> }[] = [];
  let hear: Hear = () => undefined;
  let version = 0;
  liveOver(new LiveLine(() => Promise.resolve({ onOpen: () => undefined, onDelta: (listener: Hear) => void (hear = listener), watch: () => Promise.resolve({ version, quietMs: 60_000 }), unwatch: () => undefined, isOpen: () => true })));
  const answers: Answers = {
    Me: () => ({ me }), Meeting: () => ({ meeting }), MeetingQuestions: () => ({ meetingQuestions: { items: [question], next: null, total: 1 } }), MeetingPolls: () => ({ meetingPolls: [] }), MyVotes: () => ({ myVotes: [] }), IsFollowing: () => ({ isFollowing: false }),
    RegisterForMeeting: () => ({ registerForMeeting: { __typename: 'MeetingSaved', meeting: { id: meeting.id, mine: { place: 'registered', queue: null } } } }), TallyOf: () => ({ tallies: [] }), ...more,
  };
  return {
    sent: (operation: string) => sent.filter((one) => one.operation === operation).map(({ variables }) => variables),
    say: (name: string, payload: unknown) => hear({ room: `meeting:${meeting.id}`, version: (version += 1), name, payload }),
    answer: (operation: string, variables: Record<string, unknown>) => {
      sent.push({ operation, variables });
      return answers[operation]?.(variables) ?? {};
    },
  };
}
