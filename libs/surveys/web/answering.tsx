import { RefusalNotice, SignInLink, useMe } from '@isegoria/identity/web';
import { answerProblem, answerProblems, onlyAsked, pagesOf, paperOf, taken } from '@isegoria/surveys/contracts';
import { Button, Checkbox, Form, FormActs, LinkButton, Notice, Page, PlainText, type Problem, type ResultOf, useAct, useWords } from '@isegoria/ui/web';
import { keepReceipt } from '@isegoria/votes/web';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { CheckAnswers } from './check-answers';
import { AnswerDocument, MyAnswersDocument, type ShownQuestions, type ShownSection, SurveyDocument } from './documents';
import { QuestionField } from './question-field';
import { RightNotice } from './right-notice';
import styles from './surveys.module.css';
import { useAnswers } from './use-answers';

interface AnsweringProps {
  survey: NonNullable<ShownQuestions['survey']>;
  sections: readonly ShownSection[];
  mine: ResultOf<typeof MyAnswersDocument>['mySurveyAnswers'];
  /** Before the eyes of its department: the same, and nothing is sent. */
  isPreview?: boolean;
}

/** A survey as it is answered: page by page, then all of it once more before it is sent. The address says on which page one is, so that the browser's own «back» goes one page back. */
export function Answering({ survey, sections, mine, isPreview = false }: AnsweringProps) {
  const { id } = survey;
  const [search, setSearch] = useSearchParams();
  const answers = useAnswers(isPreview ? `preview:${id}` : id, mine);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [done, setDone] = useState<{ changed: boolean; hasWords: boolean } | null>(null);
  const pages = pagesOf(sections, answers.draft);
  const wanted = search.get('page');
  const at = Math.min(Math.max(Math.trunc(Number(wanted)) || 1, 1), Math.max(pages.length, 1)) - 1;
  const go = (page: string, wrong: readonly Problem[] = []) => {
    setProblems(wrong);
    setSearch({ page });
  };
  /** To the page of the first thing that is wrong with the answers as a whole. */
  const mend = (wrong: readonly Problem[]) => {
    const first = pages.findIndex(({ questions }) => questions.some((question) => wrong.some(({ field }) => field === `q.${question.id}`)));
    go(String(Math.max(first, 0) + 1), wrong.filter(({ field }) => pages[Math.max(first, 0)]?.questions.some((question) => field === `q.${question.id}`)));
  };
  const frame = { survey, isPreview, all: pages.length };
  const page = pages[at];
  if (done) return <Done {...frame} done={done} />;
  if (wanted === 'check' || !page) return <Check {...frame} sections={pages} answers={answers} hasAnswered={mine !== null} onWrong={mend} onDone={setDone} />;
  const next = () => {
    const wrong = page.questions.flatMap((question) => answerProblem(question, answers.draft) ?? []);
    if (wrong.length > 0) return setProblems(wrong);
    go(at + 1 < pages.length ? String(at + 2) : 'check');
  };
  return <OnePage key={page.id} {...frame} at={at} section={page} answers={answers} problems={problems} onNext={next} onBack={() => go(String(at))} />;
}

interface Frame {
  survey: AnsweringProps['survey'];
  isPreview: boolean;
  all: number;
}

type Answers = ReturnType<typeof useAnswers>;

function OnePage({ survey, isPreview, all, at, section, answers, problems, onNext, onBack }: Frame & { at: number; section: ShownSection; answers: Answers; problems: readonly Problem[]; onNext(): void; onBack(): void }) {
  const { t, lt, lang } = useWords('surveys');
  const { title, note, questions } = section;
  const { draft, choose, write } = answers;
  return (
    <Page
      title={lt(title) || lt(survey.title)}
      lang={lang(lt(title) ? title : survey.title)}
      step={section.id}
      back={{ to: `/surveys/${survey.id}`, label: t('answer.back') }}
      kicker={
        <div className={styles.steps}>
          <span>{t('answer.step', { at: at + 1, all })}</span>
          <progress className={styles.progress} aria-label={t('answer.progress')} value={at + 1} max={all} />
        </div>
      }
      lead={lt(note) || undefined}
    >
      {isPreview && <PreviewNotice />}
      <Form words="surveys" label={lt(title) || lt(survey.title)} problems={problems} onSubmit={onNext}>
        {questions.map((question) => (
          <QuestionField
            key={question.id} question={question} given={draft} publishesWords={survey.publishesWords} onChoose={(options) => choose(question.id, options)}
            onWrite={(text) => write(question.id, text)}
          />
        ))}
        <FormActs>
          <Button type="submit">{t(at + 1 < all ? 'answer.next' : 'answer.toCheck')}</Button>
          {at > 0 && <Button variant="quiet" onClick={onBack}>{t('answer.previous')}</Button>}
        </FormActs>
      </Form>
    </Page>
  );
}

interface CheckProps extends Frame {
  sections: readonly ShownSection[];
  answers: Answers;
  hasAnswered: boolean;
  onWrong(problems: readonly Problem[]): void;
  onDone(done: { changed: boolean; hasWords: boolean }): void;
}

/** All that was answered, before it is sent. */
function Check({ survey, isPreview, sections, answers, hasAnswered, onWrong, onDone }: CheckProps) {
  const { t, has } = useWords('surveys');
  const { me } = useMe();
  const { id } = survey;
  const [refused, setRefused] = useState<string | null>(null);
  const [send, { pending }] = useAct(AnswerDocument, { refresh: [MyAnswersDocument, SurveyDocument] });
  // The same press keeps its nonce through every retry; the next one has its own.
  const nonce = useRef(crypto.randomUUID());
  const { draft } = answers;

  const go = async () => {
    setRefused(null);
    const wrong = answerProblems(sections, draft);
    if (wrong.length > 0) return onWrong(wrong);
    const given = onlyAsked(sections, draft);
    const words = Object.entries(given.written).map(([questionId, text]) => ({ questionId, text }));
    const input = { surveyId: id, answers: paperOf(sections, given).filter(({ questionId }) => questionId !== taken.id), words, nonce: nonce.current, follow: draft.follow };
    const result = (await send({ input }))?.answerSurvey;
    if (!result) return;
    if (result.__typename === 'Invalid') return onWrong(result.problems);
    if (result.__typename !== 'SurveyAnswered') return setRefused(result.__typename);
    const { ballotId, leaf, promise, changed } = result;
    keepReceipt({ ballotId, leaf, promise });
    answers.forget();
    nonce.current = crypto.randomUUID();
    onDone({ changed, hasWords: words.length > 0 });
  };
  return (
    <Page title={t('answer.check')} lead={t('answer.checkLead')} step="check" back={{ to: `/surveys/${id}`, label: t('answer.back') }}>
      {isPreview && <PreviewNotice />}
      <CheckAnswers sections={sections} given={draft} />
      {refused && <RefusalNotice>{t(has(`answer.refused.${refused}`) ? `answer.refused.${refused}` : 'answer.refused.other')}</RefusalNotice>}
      {isPreview && (
        <Notice title={t('answer.previewEnd')}>
          <Link to={`/surveys/${id}`}>{t('answer.back')}</Link>
        </Notice>
      )}
      {!isPreview && !me && (
        <Notice title={t('answer.signIn')}>
          <p>{t('answer.signInText')}</p>
          <SignInLink />
        </Notice>
      )}
      {!isPreview && me && (
        <>
          {!hasAnswered && <RightNotice surveyId={id} />}
          <Form words="surveys" label={t('answer.check')} onSubmit={() => void go()}>
            {!hasAnswered && <Checkbox name="follow" label={t('answer.follow')} hint={t('answer.followHint')} checked={draft.follow} onChange={answers.setFollow} />}
            <FormActs>
              <Button type="submit" pending={pending}>{t(hasAnswered ? 'answer.sendAgain' : 'answer.send')}</Button>
            </FormActs>
          </Form>
        </>
      )}
    </Page>
  );
}

function Done({ survey: { id, title, closesAt, publishesWords, showsResults }, done: { changed, hasWords } }: Frame & { done: { changed: boolean; hasWords: boolean } }) {
  const { t, d, lt } = useWords('surveys');
  return (
    <Page title={t(changed ? 'answer.changedDone' : 'answer.done')} kicker={<span>{lt(title)}</span>} step="done" back={{ to: '/surveys', label: t('page.all') }}>
      {closesAt && <p>{t('answer.doneText', { date: d(closesAt, 'moment') })}</p>}
      {hasWords && publishesWords && <p>{t('answer.doneWords')}</p>}
      <FormActs>
        {showsResults && <LinkButton to={`/surveys/${id}/results`}>{t('page.resultsSoFar')}</LinkButton>}
        <LinkButton variant="secondary" to={`/surveys/${id}`}>{t('answer.back')}</LinkButton>
      </FormActs>
      {!showsResults && <p className={styles.quiet}>{t('page.resultsLater')}</p>}
      <Notice title={t('answer.receipt')}>
        <p>{t('answer.receiptText')}</p>
        <Link to="/votes/mine">{t('answer.receipt')}</Link>
      </Notice>
    </Page>
  );
}

function PreviewNotice() {
  const { t } = useWords('surveys');
  return <Notice title={t('answer.preview')}><PlainText text={t('answer.previewText')} /></Notice>;
}
