import { newId } from '@isegoria/kernel/api';
import type { SurveyDraft } from '@isegoria/surveys/contracts';

type Question = SurveyDraft['sections'][number]['questions'][number];

const option = (id: string, el: string, isOther = false) => ({ id, text: { el, en: '' }, isOther });

/** A question as an official of a test writes it. */
export function aQuestion(id: string, form: Question['form'], wanted: Partial<Question> = {}): Question {
  const isChosen = form === 'single' || form === 'several' || form === 'ranking';
  const options = isChosen ? [option('a', 'Πρωί <script>alert(1)</script>'), option('b', 'Μεσημέρι'), option('c', 'Βράδυ')] : form === 'scale' ? [option('1', 'Καθόλου'), option('5', 'Πολύ')] : [];
  return { id, form, text: { el: `Ερώτηση ${id} <b>έντονη</b>;`, en: '' }, hint: { el: '', en: '' }, isRequired: false, hasNoOpinion: false, options, most: null, showIf: null, ...wanted };
}

/** A survey as an official of a test writes it, with a question of each form and one that hangs on another. */
export function aForm(wanted: Partial<SurveyDraft> = {}): SurveyDraft {
  return {
    title: { el: 'Πώς μετακινείσαι στην πόλη; <script>alert(1)</script>', en: '' },
    purpose: { el: 'Σχεδιάζουμε τα δρομολόγια του χειμώνα και θέλουμε να μάθουμε πώς κινείσαι κάθε μέρα.', en: '' },
    use: { el: 'Με τις απαντήσεις ορίζουμε τις νέες στάσεις και ώρες.', en: '' },
    departmentId: 'technical', districtIds: [], verified: false, minimumAge: null, opensAt: null, closesAt: null, isLive: true, publishesWords: true, channels: [], handIn: { el: '', en: '' },
    sections: [
      {
        id: 's1', title: { el: 'Η μετακίνηση', en: '' }, note: { el: '', en: '' },
        questions: [
          aQuestion('q1', 'single', { isRequired: true, options: [option('bus', 'Λεωφορείο'), option('car', 'Αυτοκίνητο'), option('other', 'Κάτι άλλο', true)] }),
          aQuestion('q2', 'scale', { hasNoOpinion: true, showIf: { questionId: 'q1', optionIds: ['bus'] } }),
          aQuestion('q3', 'several', { isRequired: true, most: 2, hasNoOpinion: true }),
        ],
      },
      {
        id: 's2', title: { el: 'Τι να αλλάξει', en: '' }, note: { el: '', en: '' },
        questions: [
          aQuestion('q4', 'ranking', { options: [option('x', 'Συχνότητα'), option('y', 'Στάσεις'), option('z', 'Τιμή')] }),
          aQuestion('q5', 'scale'),
          aQuestion('q6', 'words'),
        ],
      },
    ],
    ...wanted,
  };
}

const dayMs = 86_400_000;

/** A moment so many days from now. */
export const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

export const anId = (): string => newId();
