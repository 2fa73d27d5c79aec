import { el as identity } from '@isegoria/identity/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as statistics } from '@isegoria/statistics/contracts';
import { el } from '@isegoria/surveys/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import type { Words } from '@isegoria/ui/web';
import { el as votes } from '@isegoria/votes/contracts';

/** The words that the pages of a survey say. */
export const words: Record<string, Words> = { surveys: el, ui, identity, votes, statistics, organisation: {}, processes: {}, notifications: {}, moderation: {}, realtime: {} };

const said = (text: string) => ({ el: text, en: text });
const option = (id: string, text: string, isOther = false) => ({ id, text: said(text), isOther });
const plain = { hint: said(''), isRequired: false, hasNoOpinion: false, options: [] as ReturnType<typeof option>[], most: null as number | null, showIf: null as { questionId: string; optionIds: string[] } | null };

/** A question of each form on two pages, and one page that only who goes by bus is asked. */
export const sections = [
  {
    id: 's1', title: said('Η μετακίνηση'), note: said(''),
    questions: [
      { ...plain, id: 'q1', form: 'single', text: said('Πώς πας στη δουλειά;'), isRequired: true, options: [option('bus', 'Λεωφορείο'), option('car', 'Αυτοκίνητο <b>'), option('other', 'Κάτι άλλο', true)] },
      { ...plain, id: 'q3', form: 'several', text: said('Πότε μετακινείσαι;'), isRequired: true, hasNoOpinion: true, most: 2, options: [option('a', 'Πρωί'), option('b', 'Μεσημέρι'), option('c', 'Βράδυ')] },
    ],
  },
  { id: 's2', title: said('Το λεωφορείο'), note: said(''), questions: [{ ...plain, id: 'q2', form: 'scale', text: said('Είναι στην ώρα του;'), hasNoOpinion: true, options: [option('1', 'Ποτέ'), option('5', 'Πάντα')], showIf: { questionId: 'q1', optionIds: ['bus'] } }] },
  {
    id: 's3', title: said('Τι να αλλάξει'), note: said('Τελευταία σελίδα.'),
    questions: [
      { ...plain, id: 'q4', form: 'ranking', text: said('Τι είναι πιο επείγον;'), options: [option('x', 'Συχνότητα'), option('y', 'Στάσεις')] },
      { ...plain, id: 'q6', form: 'words', text: said('Θέλεις να πεις κάτι ακόμη;') },
    ],
  },
];

const closed = { canEdit: false, canPublish: false, canExtend: false, canWithdraw: false, canReport: false, canEnter: false };

/** An open one, as a citizen sees it. */
export const survey = {
  id: 'moving', title: said('Πώς μετακινείσαι στην πόλη; <script>'), purpose: said('Σχεδιάζουμε τα δρομολόγια.'), use: said('Ορίζουμε τις νέες στάσεις.'), status: 'open', department: { id: 'technical', name: said('Τεχνική Υπηρεσία') },
  electorate: { districts: [], verified: false, minimumAge: null, entitled: null }, opensAt: '2026-11-01T07:00:00.000Z', closesAt: '2099-12-01T07:00:00.000Z', isLive: true, publishesWords: true, channels: [] as string[], handIn: said(''), entryUntil: null as string | null, questionCount: 5, minutes: 3, people: 12,
  extensions: [] as object[], withdrawal: null as object | null, reportDueAt: null as string | null, report: null as object | null, isDemo: false, revision: 4, takesAnswers: true, showsResults: true, ...closed,
};

export const citizen = { id: 'c1', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };
export const official = { ...citizen, id: 'o1', name: 'Πέτρος', roles: ['citizen', 'official'], departmentId: 'technical' };

export const answered = (changed = false) => ({ answerSurvey: { __typename: 'SurveyAnswered', changed, ballotId: 'survey:moving', leaf: '{"v":1}', promise: { leafHash: 'aGFzaA==', index: 0, size: 1, path: [], note: 'note' } } });

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** A city in the test's hand: a signed-in citizen and an open survey, and whatever the test answers otherwise. */
export function aCity(answers: Answers = {}) {
  let say: (name: string, payload: unknown) => void = () => undefined;
  liveOver(
    new LiveLine(() =>
      Promise.resolve({
        onOpen: () => undefined,
        onDelta: (hear) => {
          let version = 0;
          say = (name, payload) => hear({ room: 'survey:moving', version: ++version, name, payload });
        },
        watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }),
        unwatch: () => undefined,
        isOpen: () => true,
      }),
    ),
  );
  const asked: [operation: string, variables: Record<string, unknown>][] = [];
  const usual: Answers = {
    Me: () => ({ me: citizen }),
    City: () => ({ city: { name: said('Δήμος'), population: 1, departments: [{ id: 'technical', name: said('Τεχνική Υπηρεσία') }], districts: [{ id: 'north', name: said('Βόρεια') }], categories: [] } }),
    Survey: () => ({ survey }),
    SurveySections: () => ({ surveySections: sections }),
    MySurveyAnswers: () => ({ mySurveyAnswers: null }),
    SurveyRight: () => ({ votingRight: { mayVote: true, reason: null } }),
    SurveyDesk: () => ({ surveyDesk: { items: [] } }),
    SurveyWords: () => ({ surveyWords: { items: [], next: null, total: 0 } }),
  };
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    asked.push([operation, variables]);
    return (answers[operation] ?? usual[operation])?.(variables) ?? {};
  };
  return { answer, say: (name: string, payload: unknown) => say(name, payload), sent: (operation: string) => asked.filter(([one]) => one === operation).map(([, variables]) => variables) };
}
