import { el as comments } from '@isegoria/comments/contracts';
import { el } from '@isegoria/debates/contracts';
import { el as identity } from '@isegoria/identity/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import type { Words } from '@isegoria/ui/web';

/** The words that the pages of a debate say. */
export const words: Record<string, Words> = { debates: el, ui, identity, comments, organisation: {}, notifications: {}, moderation: {}, realtime: {} };

const name = (text: string) => ({ el: text, en: text });
const nothing = { isOpener: false, canCorrect: false, canWithdraw: false, canConclude: false, canAnswer: false, canSayFairness: false, fairness: null };

/** One that is concluded, as a visitor sees it: of two arguments that were heard one is not public any more. */
export const debate = {
  id: 'k7m2p9x4qd', title: 'Πλατάνια ή θέσεις; <script>alert(1)</script>', text: 'Τι βάζετε πρώτο;', html: '<p>Τι βάζετε πρώτο;</p>', stage: 'concluded', visibility: 'public', people: 14, argumentsFor: 7, argumentsAgainst: 5,
  openedAt: '2026-11-01T07:00:00.000Z', endsAt: '2026-11-20T07:00:00.000Z', days: 30, concludedAt: '2026-11-20T07:00:00.000Z', category: { id: 'green', name: name('Πράσινο') }, district: null, department: { id: 'environment', name: name('Περιβάλλον') },
  opener: { name: 'Γεωργία', department: null },
  conclusion: {
    text: 'Δέντρα και τέσσερις θέσεις.', html: '<p>Δέντρα και τέσσερις θέσεις.</p>', visibility: 'public', publishedAt: '2026-11-20T07:00:00.000Z', verdict: null,
    heard: [{ id: 'a', alignment: 'FOR', text: 'Σκιά για όλους.', author: 'Άννα', path: '/debates/k7m2p9x4qd#comment-a' }, { id: 'b', alignment: 'AGAINST', text: null, author: '', path: '/debates/k7m2p9x4qd#comment-b' }],
  },
  answer: null, fairness: null as { people: number; yes: number; partly: number; no: number } | null, proposals: [], verdict: null as { reason: string; caseId: string } | null, isDemo: false, mine: nothing,
};

const me = { id: 'c1', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: 'kentro', locale: 'el', confirmed: true, hasPassword: false };

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** A city in the test's hand: a citizen and a debate, and whatever the test answers otherwise. */
export function aCity(more: Answers = {}) {
  const sent: { operation: string; variables: Record<string, unknown> }[] = [];
  liveOver(new LiveLine(() => Promise.resolve({ onOpen: () => undefined, onDelta: () => undefined, watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }), unwatch: () => undefined, isOpen: () => true })));
  const answers: Answers = { Me: () => ({ me }), Debate: () => ({ debate }), DebateRoom: () => ({ debateRoom: { opens: true, waits: true } }), IsFollowing: () => ({ isFollowing: false }), DiscussionOf: () => ({ discussion: null }), City: () => ({ city: null }), ...more };
  return {
    sent: (operation: string) => sent.filter((one) => one.operation === operation).map(({ variables }) => variables),
    answer: (operation: string, variables: Record<string, unknown>) => {
      sent.push({ operation, variables });
      return answers[operation]?.(variables) ?? {};
    },
  };
}

export const opened = { ...debate, stage: 'open', conclusion: null, concludedAt: null, endsAt: '2099-11-20T07:00:00.000Z', mine: { ...nothing, isOpener: true, canConclude: true } };
