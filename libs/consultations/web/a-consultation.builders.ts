import { el as comments } from '@isegoria/comments/contracts';
import { el } from '@isegoria/consultations/contracts';
import { el as identity } from '@isegoria/identity/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import type { Words } from '@isegoria/ui/web';
import { el as votes } from '@isegoria/votes/contracts';

/** The words that the pages of a consultation say. */
export const words: Record<string, Words> = { consultations: el, ui, identity, votes, comments, organisation: {}, processes: {}, notifications: {}, moderation: {}, realtime: {} };

export const name = (el: string) => ({ el, en: el });
export const stances = { agree: 3, withChanges: 1, disagree: 1, people: 5 };
const none = { agree: 0, withChanges: 0, disagree: 0, people: 0 };
export const body = 'Τα τραπεζοκαθίσματα μένουν έξω ως τις 23:00.\n\nΗ διέλευση μένει ελεύθερη.';

/** Three articles; people have spoken about the first. */
export const articles = [
  { id: 'a1', ballotId: 'consultation-article:pavements.a1', label: 'Άρθρο 1', title: 'Ωράριο', isPreamble: false, stances, arguments: { total: 0 }, amendments: 1, answer: null },
  { id: 'a2', ballotId: 'consultation-article:pavements.a2', label: 'Άρθρο 2', title: 'Πλάτος', isPreamble: false, stances: none, arguments: { total: 0 }, amendments: 0, answer: null },
  { id: 'a3', ballotId: 'consultation-article:pavements.a3', label: 'Άρθρο 3', title: '<script>alert(1)</script>', isPreamble: false, stances: none, arguments: { total: 0 }, amendments: 0, answer: null },
];

/** An open one, as a citizen sees it. */
export const consultation = {
  id: 'pavements', title: name('Κανονισμός κοινόχρηστων χώρων'), summary: name('Τι επιτρέπεται στα πεζοδρόμια.'), status: 'open', department: { id: 'technical', name: name('Τεχνική Υπηρεσία') }, category: null, districts: [], links: [],
  opensAt: '2026-11-01T07:00:00.000Z', closesAt: '2099-12-01T07:00:00.000Z', admission: 'wait', publishedAt: '2026-10-30T07:00:00.000Z', answerDueAt: null, extensions: [], withdrawal: null, articleCount: 3, stanceCount: 5, argumentCount: 0,
  amendmentCount: 1, answer: null, adopted: null, isDemo: false, revision: 1, takesPart: true, canEdit: false, canPublish: false, canExtend: false, canWithdraw: false, canAnswer: false, canAdopt: false,
};

export const article = { id: 'a1', subject: { kind: 'consultation-article', id: 'pavements.a1' }, label: 'Άρθρο 1', title: 'Ωράριο', body, isPreamble: false, stances, amendments: 1, answer: null };

export const amendment = {
  id: 'm1', articleId: 'a1', original: body, isRemoval: false, text: body.replace('23:00', '24:00'), reason: 'Το καλοκαίρι νυχτώνει αργά.', author: { id: 'c2', name: 'Νίκος' }, supports: 2, visibility: 'public', createdAt: '2026-11-05T07:00:00.000Z',
  mine: false, canWithdraw: false, decision: null, reply: null,
};

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** A city in the test's hand: a signed-in citizen and an open consultation, and whatever the test answers otherwise. */
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
    Me: () => ({ me: { id: 'c1', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true } }),
    City: () => ({ city: { name: name('Δήμος'), population: 1, departments: [{ id: 'technical', name: name('Τεχνική Υπηρεσία') }], districts: [], categories: [] } }),
    Consultation: () => ({ consultation, consultationArticles: articles }),
    ConsultationArticle: () => ({ consultationArticle: article }),
    Amendments: () => ({ amendments: { items: [amendment], next: null, total: 1 } }),
    MyAmendments: () => ({ myAmendments: [] }),
    SpokenAbout: () => ({ spokenAbout: [] }),
    MyVotes: ({ ballotIds }) => ({ myVotes: (ballotIds as string[]).map((ballotId) => ({ ballotId, answers: [], isSealed: false })) }),
    TallyOf: () => ({ tallies: [] }),
    DiscussionOf: () => ({ discussion: null }),
  };
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    asked.push([operation, variables]);
    return (answers[operation] ?? usual[operation])?.(variables) ?? {};
  };
  return { answer, say: (room: string, name: string, payload: unknown) => say(room, name, payload), sent: (operation: string) => asked.filter(([one]) => one === operation).map(([, variables]) => variables) };
}
