import { el as comments } from '@isegoria/comments/contracts';
import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/initiatives/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import type { Words } from '@isegoria/ui/web';
import { el as votes } from '@isegoria/votes/contracts';

/** The words that the pages of an initiative say. */
export const words: Record<string, Words> = { initiatives: el, ui, identity, votes, comments, organisation: {}, processes: {}, notifications: {}, moderation: {}, realtime: {} };

const name = (text: string) => ({ el: text, en: text });

export const terms = {
  kindId: 'debate', name: name('Συζήτηση στο συμβούλιο'), about: name('Το συμβούλιο συζητά.'), follows: name('Το συζητά σε 60 μέρες.'), needed: 4123, electors: 41_230, percent: 10, days: 90, promoters: 2, minimumAge: 17, scope: 'city',
  checkDays: 20, answerDays: 60, keepMonths: 6,
};

const nothing = { isAuthor: false, isPromoter: false, showsName: false, canEdit: false, canCall: false, canSubmit: false, canHandIn: false, canWithdraw: false, canCorrect: false, canDecide: false, canCount: false, canVerify: false, canAnswer: false };

/** One that collects, as a citizen sees it. */
export const initiative = {
  id: 'k7m2p9x4qd', ballotId: 'initiative:k7m2p9x4qd', stage: 'collecting', title: 'Σκιά <script>alert(1)</script>', text: 'Ζητούμε σκιά σε κάθε παιδική χαρά.', why: 'Κάνει ζέστη.', digest: 't8UBxL3IFgicx4M6j1IHegC5iKN6W2NY9RBobk5gx5A', terms,
  category: null, district: null, promoters: [{ name: 'Μαρία', isAuthor: true, since: '2026-11-01T07:00:00.000Z' }], promotersMissing: 0, invitation: null, signatures: { online: 700, paper: 12, total: 712 }, sheetsWaiting: 0, shownNames: [],
  dueAt: null, opensAt: '2026-11-10T07:00:00.000Z', closesAt: '2099-02-01T07:00:00.000Z', reachedAt: null, handedInAt: null, refusal: null, isLastTry: false, check: null, sitting: null, answer: null, withdrawal: null, verdict: null, isHidden: false,
  steps: [{ stage: 'promoters', at: '2026-11-01T07:00:00.000Z', isDone: true, isLate: false }, { stage: 'handedIn', at: '2099-02-01T07:00:00.000Z', isDone: false, isLate: false }], isDemo: false, revision: 4, mine: nothing,
};

export const me = { id: 'c1', name: 'Μαρία Γεωργίου', email: null, roles: ['citizen'], departmentId: null, districtId: 'kentro', locale: 'el', confirmed: true, hasPassword: false };

export const cast = { __typename: 'VoteCast', ballotId: initiative.ballotId, leaf: '{"v":1,"kind":"initiative"}', promise: { leafHash: 'h', index: 1, size: 2, path: [], note: 'n' } };

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** A city in the test's hand: a verified citizen and an initiative that collects, and whatever the test answers otherwise. */
export function aCity(more: Answers = {}) {
  const sent: { operation: string; variables: Record<string, unknown> }[] = [];
  liveOver(new LiveLine(() => Promise.resolve({ onOpen: () => undefined, onDelta: () => undefined, watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }), unwatch: () => undefined, isOpen: () => true })));
  const answers: Answers = {
    Me: () => ({ me }), Initiative: () => ({ initiative }), MyVotes: ({ ballotIds }) => ({ myVotes: (ballotIds as string[]).map((ballotId) => ({ ballotId, answers: [], isSealed: false })) }),
    MayISign: () => ({ votingRight: { ballotId: initiative.ballotId, mayVote: true, reason: null } }), WaysToVerify: () => ({ signInWays: [{ name: 'taxisnet', label: name('κωδικούς Taxisnet'), forStaff: false, vouches: true }, { name: 'directory', label: name('λογαριασμό του δήμου'), forStaff: true, vouches: false }] }),
    TallyOf: () => ({ tallies: [] }), SignInitiative: () => ({ signInitiative: cast }), WithdrawSignature: () => ({ withdrawSignature: cast }), IsFollowing: () => ({ isFollowing: false }), DiscussionOf: () => ({ discussion: null }),
    ...more,
  };
  return {
    sent: (operation: string) => sent.filter((one) => one.operation === operation).map(({ variables }) => variables),
    answer: (operation: string, variables: Record<string, unknown>) => {
      sent.push({ operation, variables });
      return answers[operation]?.(variables) ?? {};
    },
  };
}
