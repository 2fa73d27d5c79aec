import { takesWords } from '@isegoria/surveys/contracts';
import { RefusalNotice } from '@isegoria/identity/web';
import { Button, Checkbox, FormActs, LinkButton, Notice, Page, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { refusalWords } from '@isegoria/votes/web';
import { Link, useNavigate } from 'react-router';
import styles from './answer-page.module.css';
import type { ShownQuestion, ShownSurvey } from '../documents';
import { optionText } from '../option-text';
import { type Answering, checkStep, type NotTaken } from './use-answering';

interface CheckAnswersProps {
  survey: ShownSurvey;
  answering: Answering;
  isPreview: boolean;
}

/** What one answered, question by question, each with the way to change it; then it is sent. */
export function CheckAnswers({ survey, answering, isPreview }: CheckAnswersProps) {
  const words = useWords('surveys');
  const { t, lt } = words;
  const navigate = useNavigate();
  const { pages, standing, refused, pending, follow, setFollow, send } = answering;
  const press = async () => {
    if (await send()) await navigate('?', { replace: true });
  };
  const last = pages.at(-1);
  return (
    <Page title={t('check.title')} step={checkStep} lead={t('check.lead')} back={{ to: `?step=${last?.id ?? ''}`, label: t('answer.back') }} kicker={lt(survey.title)}>
      <Given answering={answering} canChange />
      {isPreview ? (
        <Notice tone="warning" title={t('preview.end')}>
          <LinkButton variant="secondary" to={`/surveys/${survey.id}`}>{t('answer.toSurvey')}</LinkButton>
        </Notice>
      ) : (
        <form className={styles.send} onSubmit={(event) => { event.preventDefault(); void press(); }}>
          {!standing && <Checkbox name="follow" label={t('check.follow')} hint={t('check.followHint')} checked={follow} onChange={setFollow} />}
          {survey.closesAt && <p className={styles.quiet}>{t('check.mayChange', { date: words.d(survey.closesAt, 'moment') })}</p>}
          {refused && <RefusalNotice><NotTakenText refused={refused} /></RefusalNotice>}
          <FormActs>
            <Button type="submit" pending={pending}>{t(standing ? 'check.sendAgain' : 'check.send')}</Button>
          </FormActs>
        </form>
      )}
    </Page>
  );
}

function NotTakenText({ refused }: { refused: NotTaken }) {
  const { t } = useWords('surveys');
  const votes = useWords('votes');
  if (refused.__typename === 'NotFound') return t('page.missing');
  return refused.__typename === 'Invalid' ? t('check.invalid') : refusalWords(votes, refused);
}

/** The answers are in: what they are, the receipt, what happens next, and that they may be changed until the end. */
export function AnswersDone({ survey, answering }: { survey: ShownSurvey; answering: Answering }) {
  const { t, lt, d } = useWords('surveys');
  const navigate = useNavigate();
  const { sent, begin } = answering;
  const { id, title, closesAt, isLive } = survey;
  const change = async () => {
    begin();
    await navigate(`?step=${checkStep}`);
  };
  return (
    <Page title={t('done.yours')} step={sent ? 'done' : ''} kicker={lt(title)} back={{ to: `/surveys/${id}`, label: t('answer.toSurvey') }}>
      <Notice tone="done" title={t(sent?.changed ? 'done.changed' : sent ? 'done.title' : 'done.before')}>
        <p>{t('done.receipt')} <Link to="/votes/mine">{t('done.toReceipt')}</Link></p>
        {closesAt && <p>{t('check.mayChange', { date: d(closesAt, 'moment') })}</p>}
        <p>{t(isLive ? 'done.nextLive' : 'done.next')}</p>
      </Notice>
      <Given answering={answering} canChange={false} />
      <div className={styles.acts}>
        <Button variant="secondary" onClick={() => void change()}>{t('done.change')}</Button>
        {isLive && <LinkButton variant="secondary" to={`/surveys/${id}/results`}>{t('page.results')}</LinkButton>}
      </div>
    </Page>
  );
}

/** Every question that is asked of somebody who answered so, with the answer. */
function Given({ answering: { pages, given }, canChange }: { answering: Answering; canChange: boolean }) {
  const words = useWords('surveys');
  const { t, lt, lang } = words;
  return (
    <dl className={styles.given}>
      {pages.flatMap((page) => page.questions.map((question) => (
        <div key={question.id} className={styles.answer}>
          <dt lang={lang(question.text)}>{lt(question.text)}</dt>
          <dd>
            <AnswerText question={question} given={given} words={words} />
            {canChange && <Link className={styles.change} to={`?step=${page.id}&change`} aria-label={`${t('check.change')}: ${lt(question.text)}`}>{t('check.change')}</Link>}
          </dd>
        </div>
      )))}
    </dl>
  );
}

function AnswerText({ question, given, words }: { question: ShownQuestion; given: Answering['given']; words: WordsOfSlice }) {
  const { t } = words;
  const chosen = (given.chosen[question.id] ?? []).map((one) => {
    const text = optionText(question, one, words);
    // A step without words says nothing where its neighbours are not in sight.
    return text === one ? t('check.ofFive', { step: one }) : text;
  });
  const written = takesWords(question, given) ? (given.written[question.id] ?? '').trim() : '';
  if (chosen.length === 0 && written === '') return <p className={styles.quiet}>{t('check.nothing')}</p>;
  const [one] = chosen;
  const List = question.form === 'ranking' ? 'ol' : 'ul';
  return (
    <div>
      {chosen.length === 1 ? <p>{one}</p> : chosen.length > 1 && <List className={styles.list}>{chosen.map((text) => <li key={text}>{text}</li>)}</List>}
      {written && <p lang="el" className={styles.written}>{written}</p>}
    </div>
  );
}
