import { answerProblem, chosenOf, type Given, nothingGiven, onlyAsked, pagesOf, paperOf } from '@isegoria/surveys/contracts';
import { announce, type Problem, useAct, useKept, useWords, type ResultOf } from '@isegoria/ui/web';
import { keepReceipt } from '@isegoria/votes/web';
import { useRef, useState } from 'react';
import { AnswerDocument, type MyAnswers, MyAnswersDocument, type ShownQuestion, type ShownSection } from '../documents';

/** The step at which one reads over what one answered. No section can be called so: its ids have no stroke. */
export const checkStep = 'check-answers';

/** Why answers were not taken. */
export type NotTaken = Exclude<ResultOf<typeof AnswerDocument>['answerSurvey'], { __typename: 'SurveyAnswered' }>;

interface AnsweringOf {
  surveyId: string;
  sections: readonly ShownSection[];
  /** What the city holds; null where there is nothing yet. */
  standing: MyAnswers | null;
  /** Nothing is sent: an official looks at their own questions. */
  isPreview: boolean;
}

/** One person's answers to a survey: kept in this tab until they are sent, then forgotten. */
export function useAnswering({ surveyId, sections, standing: known, isPreview }: AnsweringOf) {
  const { t } = useWords('surveys');
  const [draft, setDraft, forget] = useKept<Given | null>(isPreview ? `survey-preview:${surveyId}` : `survey-answers:${surveyId}`, null);
  const [follow, setFollow] = useState(true);
  const [refused, setRefused] = useState<NotTaken | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  // Until the answer to «what stands» comes, what was sent is what stands.
  const [sent, setSent] = useState<{ given: Given; changed: boolean } | null>(null);
  const [answer, { pending }] = useAct(AnswerDocument, { refresh: [MyAnswersDocument] });
  // The same answers keep their nonce through every retry, so that they count once.
  const nonce = useRef(crypto.randomUUID());
  const standing = sent?.given ?? (known ? givenOf(known) : null);
  const given = draft ?? standing ?? nothingGiven;
  const pages = pagesOf(sections, given);

  const put = (next: Given) => {
    nonce.current = crypto.randomUUID();
    setRefused(null);
    setDraft(next);
  };
  /** What is wrong with the answers of one page; they are told on it. */
  const check = (page: ShownSection): boolean => {
    const wrong = problemsOn(page, given);
    setProblems(wrong);
    return wrong.length === 0;
  };
  const send = async (): Promise<boolean> => {
    const kept = onlyAsked(sections, given);
    const answers = paperOf(sections, kept).slice(1).map(({ questionId, optionId }) => ({ questionId, optionId }));
    const words = Object.entries(kept.written).map(([questionId, text]) => ({ questionId, text }));
    const result = (await answer({ input: { surveyId, answers, words, nonce: nonce.current, follow } }))?.answerSurvey;
    if (!result) return false;
    if (result.__typename !== 'SurveyAnswered') {
      setRefused(result);
      return false;
    }
    const { changed, ballotId, leaf, promise } = result;
    keepReceipt({ ballotId, leaf, promise });
    setSent({ given: kept, changed });
    forget();
    nonce.current = crypto.randomUUID();
    announce(t(changed ? 'done.changed' : 'done.title'));
    return true;
  };
  return {
    given, pages, standing, sent, problems, refused, pending, follow, setFollow, check, send, forget,
    isBegun: draft !== null,
    /** The first page whose answers cannot be sent as they are. */
    lacking: pages.find((page) => problemsOn(page, given).length > 0) ?? null,
    choose: (questionId: string, options: readonly string[]) => put({ ...given, chosen: { ...given.chosen, [questionId]: options } }),
    write: (questionId: string, text: string) => put({ ...given, written: { ...given.written, [questionId]: text } }),
    /** Begins to change what stands. */
    begin: () => put(given),
    clear: () => setProblems([]),
  };
}

export type Answering = ReturnType<typeof useAnswering>;

/** What is wrong on a page, each named so that its sentence fits the form of its question. */
export function problemsOn({ questions }: Pick<ShownSection, 'questions'>, given: Given): Problem[] {
  return questions.flatMap((question): Problem[] => {
    const found = answerProblem(question, given);
    return found ? [{ ...found, ...toldAs(question, found.code) }] : [];
  });
}

function toldAs({ id, form }: ShownQuestion, code: string): Pick<Problem, 'field' | 'code'> {
  const field = `q.${id}`;
  if (code === 'required') return { field, code: form === 'words' ? 'unwritten' : 'unanswered' };
  if (code === 'too_big') return { field, code: 'too_many' };
  return { field: code === 'too_long' && form !== 'words' ? `${field}.other` : field, code };
}

function givenOf({ answers, words }: MyAnswers): Given {
  return { chosen: chosenOf(answers), written: Object.fromEntries(words.map(({ questionId, text }) => [questionId, text])) };
}
