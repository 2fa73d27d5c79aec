import { useMe } from '@isegoria/identity/web';
import { FollowButton } from '@isegoria/notifications/web';
import { BottomBar, Figure, LinkButton, Loaded, Missing, Notice, Page, PlainText, ReturnLink, Section, SideActs, SubjectParts, TextAndSide, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { MyAnswersDocument, type ShownSurvey } from './documents';
import { OfficialActs } from './official/official-acts';
import { ReportCard } from './report-card';
import { StatusTag } from './status-tag';
import { SurveyFacts } from './survey-facts';
import { SurveyNotices } from './survey-notices';
import styles from './survey-page.module.css';
import { useLiveSurvey } from './use-live-survey';
import { WhoIsAsked } from './who-is-asked';

/** One survey: what it is for, who asks whom, until when, how many answered, and what the department made of it. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useLiveSurvey(id);
  return <Loaded answer={answer}>{({ survey }) => (survey ? <SurveyView key={id} survey={survey} /> : <Missing words="surveys" to="/surveys" />)}</Loaded>;
}

function SurveyView({ survey }: { survey: ShownSurvey }) {
  const { t, lt, lang } = useWords('surveys');
  const { id, title, purpose, use, status, department, people, electorate, takesAnswers, showsResults, channels } = survey;
  const subject = { kind: 'survey', id };
  const isPublic = status !== 'draft';
  const hasOpened = isPublic && status !== 'announced';
  return (
    <Page
      wide
      title={lt(title)}
      lang={lang(title)}
      back={{ to: '/surveys', label: t('page.all') }}
      kicker={
        <>
          <StatusTag {...survey} />
          {department && <span>{lt(department.name)}</span>}
        </>
      }
    >
      <TextAndSide
        text={
          <>
            <ReturnLink />
            <SurveyNotices survey={survey} />
            <ReportCard survey={survey} />
            <div className={styles.purpose} lang={lang(purpose)}>
              <PlainText text={lt(purpose)} />
            </div>
            {lt(use) && (
              <Section title={t('page.use')}>
                <div className={styles.measure} lang={lang(use)}>
                  <PlainText text={lt(use)} />
                </div>
              </Section>
            )}
            {hasOpened && <div className={styles.many}><Figure size="large" value={people} label={electorate.entitled ? t('page.peopleOf', { count: people, all: electorate.entitled }) : t('page.people', { count: people })} /></div>}
            {takesAnswers && <Begin survey={survey} />}
            {takesAnswers && channels.includes('paper') && <div><LinkButton variant="secondary" to={`/surveys/${id}/sheet`}>{t('page.sheet')}</LinkButton></div>}
            {showsResults && <div><LinkButton variant={takesAnswers ? 'secondary' : 'primary'} to={`/surveys/${id}/results`}>{t('page.results')}</LinkButton></div>}
          </>
        }
        side={
          <>
            {isPublic && <SideActs><FollowButton subject={subject} /></SideActs>}
            <OfficialActs survey={survey} />
            <SurveyFacts survey={survey} />
          </>
        }
        more={hasOpened && <SubjectParts subject={subject} />}
      />
    </Page>
  );
}

/** The way to the questions: begun anew, gone on with, or changed. On a phone it is under the thumb. */
function Begin({ survey }: { survey: ShownSurvey }) {
  const { t } = useWords('surveys');
  const { me } = useMe();
  const { id, minutes } = survey;
  const hasAnswered = Boolean(useGraph(MyAnswersDocument, { id }, { enabled: me !== null, staleMs: 0 }).data?.mySurveyAnswers);
  const [draft] = useKept<object | null>(`survey-answers:${id}`, null);
  return (
    <>
      {hasAnswered ? <Notice tone="done" title={t('done.before')}>{t('page.mayChange')}</Notice> : <WhoIsAsked surveyId={survey.id} />}
      <p className={styles.lead}>{t('page.anonymous')}</p>
      <BottomBar>
        <LinkButton to={`/surveys/${id}/answer`}>{draft ? t('page.goOn') : hasAnswered ? t('page.yours') : t('page.begin', { count: minutes })}</LinkButton>
      </BottomBar>
    </>
  );
}
