import { useMe } from '@isegoria/identity/web';
import { Loaded, Page, Notice, LinkButton, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { Answering } from './answering';
import { MyAnswersDocument, QuestionsDocument } from './documents';
import { MissingSurvey } from './survey-page';

/** Where a citizen answers, page by page. Whoever has not signed in may do so at the end: what they answered stays. */
export function Component() {
  const { id = '' } = useParams();
  const { me, pending } = useMe();
  const questions = useGraph(QuestionsDocument, { id });
  const mine = useGraph(MyAnswersDocument, { id }, { enabled: me !== null });
  if (pending || (me && mine.data === undefined && !mine.error)) return <Waiting />;
  return (
    <Loaded answer={questions}>
      {({ survey, surveySections: sections }) => {
        if (!survey) return <MissingSurvey />;
        if (!survey.takesAnswers) return <Shut id={id} status={survey.status} title={survey.title} />;
        return <Answering key={`${id} ${me?.id ?? ''}`} survey={survey} sections={sections} mine={mine.data?.mySurveyAnswers ?? null} />;
      }}
    </Loaded>
  );
}

function Shut({ id, status, title }: { id: string; status: string; title: { el: string; en: string } }) {
  const { t, lt, lang } = useWords('surveys');
  const why = status === 'announced' || status === 'withdrawn' ? status : 'closed';
  return (
    <Page title={lt(title)} lang={lang(title)} back={{ to: `/surveys/${id}`, label: t('answer.back') }}>
      <Notice tone="warning" title={t(`answer.shut.${why}`)}>
        <p>{t('answer.shutText')}</p>
        <LinkButton variant="secondary" to={`/surveys/${id}`}>{t('answer.back')}</LinkButton>
      </Notice>
    </Page>
  );
}
