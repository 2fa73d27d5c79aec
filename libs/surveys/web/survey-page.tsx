import { useMe } from '@isegoria/identity/web';
import { FollowButton } from '@isegoria/notifications/web';
import { BottomBar, Figure, LinkButton, Loaded, Notice, Page, PlainText, ReturnLink, Section, SubjectParts, useFocusBack, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { MyAnswersDocument, type ShownSurvey } from './documents';
import { MissingSurvey } from './missing-survey';
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
  return <Loaded answer={answer}>{({ survey }) => (survey ? <SurveyView key={id} survey={survey} /> : <MissingSurvey />)}</Loaded>;
}

function SurveyView({ survey }: { survey: ShownSurvey }) {
  const { t, lt, lang } = useWords('surveys');
  const { id, title, purpose, use, status, department, people, electorate, takesAnswers, showsResults } = survey;
  const subject = { kind: 'survey', id };
  // What the department has done is done: its act leaves the page, and perhaps all of them.
  const side = useFocusBack();
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
      <div className={styles.layout}>
        <div className={styles.text}>
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
          {hasOpened && <Figure size="large" value={people} label={electorate.entitled === null ? t('page.people', { count: people }) : t('page.peopleOf', { count: people, all: electorate.entitled })} />}
          {takesAnswers && <Begin survey={survey} />}
          {showsResults && <div><LinkButton variant={takesAnswers ? 'secondary' : 'primary'} to={`/surveys/${id}/results`}>{t('page.results')}</LinkButton></div>}
        </div>
        <div ref={side} className={styles.side}>
          {isPublic && <div className={styles.acts}><FollowButton subject={subject} /></div>}
          <OfficialActs survey={survey} />
          <SurveyFacts survey={survey} />
        </div>
        {hasOpened && (
          <div className={styles.more}>
            <SubjectParts subject={subject} />
          </div>
        )}
      </div>
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
