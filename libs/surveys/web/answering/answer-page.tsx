import { Bar, Button, Empty, Form, FormActs, LinkButton, Loaded, Missing, Notice, Page, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { useMe } from '@isegoria/identity/web';
import { useEffect } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import styles from './answer-page.module.css';
import { AnswersDone, CheckAnswers } from './check-answers';
import { type MyAnswers, MyAnswersDocument, SectionsDocument, type ShownSection, type ShownSurvey, SurveyDocument } from '../documents';
import { QuestionField } from './question-field';
import { type Answering, checkStep, useAnswering } from './use-answering';
import { WhoIsAsked } from '../who-is-asked';

/** Where a citizen answers, a section a page, and reads over what they answered before it is sent. To the department, before it opens, it is the preview: the same, without sending. */
export function Component() {
  const { id = '' } = useParams();
  const { me, pending } = useMe();
  const survey = useGraph(SurveyDocument, { id });
  const sections = useGraph(SectionsDocument, { id });
  const mine = useGraph(MyAnswersDocument, { id }, { enabled: me !== null, staleMs: 0 });
  return (
    <Loaded answer={survey}>
      {({ survey: found }) => (
        <Loaded answer={sections}>
          {({ surveySections }) => {
            if (!found) return <Missing words="surveys" to="/surveys" />;
            const isPreview = found.canEdit && !found.takesAnswers;
            if (!found.takesAnswers && !isPreview) return <Shut survey={found} />;
            if (pending) return <Waiting />;
            if (me === null || isPreview) return <Answers key={id} survey={found} sections={surveySections} standing={null} isPreview={isPreview} />;
            return <Loaded answer={mine}>{({ mySurveyAnswers }) => <Answers key={id} survey={found} sections={surveySections} standing={mySurveyAnswers} isPreview={false} />}</Loaded>;
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Nothing is answered now: until when one waits, or that it is over. */
function Shut({ survey: { id, status, opensAt, closesAt } }: { survey: ShownSurvey }) {
  const { t, d } = useWords('surveys');
  const why = status === 'announced' && opensAt ? t('shut.announced', { date: d(opensAt, 'moment') }) : status === 'withdrawn' || !closesAt ? t('shut.withdrawn') : t('shut.closed', { date: d(closesAt, 'moment') });
  return (
    <Page title={t('shut.title')} back={{ to: `/surveys/${id}`, label: t('answer.toSurvey') }}>
      <Empty title={why} action={<LinkButton to={`/surveys/${id}`}>{t('answer.toSurvey')}</LinkButton>} />
    </Page>
  );
}

interface AnswersProps {
  survey: ShownSurvey;
  sections: readonly ShownSection[];
  standing: MyAnswers | null;
  isPreview: boolean;
}

function Answers({ survey, sections, standing, isPreview }: AnswersProps) {
  const answering = useAnswering({ surveyId: survey.id, sections, standing, isPreview });
  const [search] = useSearchParams();
  const step = search.get('step');
  const { pages } = answering;
  if (step === null && answering.standing && !answering.isBegun) return <AnswersDone survey={survey} answering={answering} />;
  if (step === checkStep) {
    // Who comes here by an address, or to whom an answer gave another question, first answers what is asked.
    return answering.lacking ? <Navigate replace to={`?step=${answering.lacking.id}`} /> : <CheckAnswers survey={survey} answering={answering} isPreview={isPreview} />;
  }
  const at = Math.max(0, pages.findIndex(({ id }) => id === step));
  const page = pages[at];
  return page ? <SectionPage key={page.id} {...{ survey, page, at, answering, isPreview }} /> : <Missing words="surveys" to="/surveys" />;
}

interface SectionPageProps {
  survey: ShownSurvey;
  page: ShownSection;
  at: number;
  answering: Answering;
  isPreview: boolean;
}

/** The questions of one section: how far one has come, and the way on and back. */
function SectionPage({ survey, page, at, answering, isPreview }: SectionPageProps) {
  const { t, lt, lang } = useWords('surveys');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { pages, given, problems, check, clear } = answering;
  // A problem is told on the page on which it was found.
  useEffect(() => clear, [page.id]);
  const isChange = search.has('change');
  const before = pages[at - 1];
  const next = pages[at + 1];
  const back = isChange ? { to: `?step=${checkStep}`, label: t('answer.toCheck') } : before ? { to: `?step=${before.id}`, label: t('answer.back') } : { to: `/surveys/${survey.id}`, label: t('answer.toSurvey') };
  const goOn = async () => {
    if (!check(page)) return;
    await navigate(isChange || !next ? `?step=${checkStep}` : `?step=${next.id}`);
  };
  const title = lt(page.title) || lt(survey.title);
  return (
    <Page title={title} lang={lang(lt(page.title) ? page.title : survey.title)} step={page.id} back={back} lead={lt(page.note) || undefined} kicker={<Progress survey={survey} at={at} all={pages.length} />}>
      {isPreview && <Notice tone="warning" title={t('preview.title')}>{t('preview.text')}</Notice>}
      {at === 0 && !isPreview && <WhoIsAsked surveyId={survey.id} />}
      {at === 0 && <p className={styles.quiet}>{t('answer.secret')}</p>}
      <Form words="surveys" label={title} problems={problems} onSubmit={() => void goOn()}>
        {page.questions.map((question) => (
          <QuestionField key={question.id} question={question} given={given} publishesWords={survey.publishesWords} onChoose={(options) => answering.choose(question.id, options)} onWrite={(text) => answering.write(question.id, text)} />
        ))}
        <FormActs>
          <Button type="submit">{isChange || !next ? t('answer.toCheck') : t('answer.next')}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}

/** «2 από 4». */
function Progress({ survey: { title }, at, all }: { survey: ShownSurvey; at: number; all: number }) {
  const { t, lt, lang } = useWords('surveys');
  return (
    <span className={styles.progress}>
      <span lang={lang(title)}>{lt(title)}</span>
      <b>{t('answer.progress', { place: at + 1, all })}</b>
      <Bar label={t('answer.progressLabel')} of={all} parts={[{ label: t('answer.progressHere'), value: at + 1 }]} />
    </span>
  );
}
