import { FollowButton } from '@isegoria/notifications/web';
import { useMe } from '@isegoria/identity/web';
import { Card, DateText, Empty, LinkButton, Loaded, Notice, Page, PlainText, ReturnLink, Section, SubjectParts, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { MyAnswersDocument, type ShownSurvey } from './documents';
import { OfficialActs } from './official/official-acts';
import { ReportCard } from './report-card';
import { RightNotice } from './right-notice';
import { StatusTag } from './status-tag';
import { SurveyFacts } from './survey-facts';
import styles from './surveys.module.css';
import { hasBegun } from './use-answers';
import { useLiveSurvey } from './use-live-survey';

/** One survey: what it is for, what is done with the answers, and the way to answer it or to what was answered. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useLiveSurvey(id);
  return <Loaded answer={answer}>{({ survey }) => (survey ? <SurveyView key={id} survey={survey} /> : <MissingSurvey />)}</Loaded>;
}

export function MissingSurvey() {
  const { t } = useWords('surveys');
  return (
    <Page title={t('page.missing')} back={{ to: '/surveys', label: t('page.all') }}>
      <Empty title={t('page.missingHint')} action={<LinkButton to="/surveys">{t('page.all')}</LinkButton>} />
    </Page>
  );
}

function SurveyView({ survey }: { survey: ShownSurvey }) {
  const { t, lt, lang } = useWords('surveys');
  const { id, title, purpose, use, status, department, report } = survey;
  // What the department has done is done: its act leaves the page.
  const side = useFocusBack();
  const subject = { kind: 'survey', id };
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
          <Notices survey={survey} />
          {report && <ReportCard survey={survey} />}
          <div className={styles.purpose} lang={lang(purpose)}>
            <PlainText text={lt(purpose)} />
          </div>
          <Ways survey={survey} />
          <Section title={t('page.use')}>
            <div className={styles.measure} lang={lang(use)}>
              <PlainText text={lt(use)} />
            </div>
          </Section>
          {(status === 'open' || status === 'announced') && (
            <Card title={t('page.secret')} edge="olive">
              <p>{t('page.secretText')}</p>
            </Card>
          )}
          {status !== 'draft' && <SubjectParts subject={subject} />}
        </div>
        <div ref={side} className={styles.side}>
          {status !== 'draft' && (
            <div className={styles.acts}>
              <FollowButton subject={subject} />
            </div>
          )}
          <OfficialActs survey={survey} />
          <SurveyFacts survey={survey} />
        </div>
      </div>
    </Page>
  );
}

/** What one can do with it: answer, go on, change, and see what the city answers. */
function Ways({ survey: { id, status, closesAt, takesAnswers, showsResults, people } }: { survey: ShownSurvey }) {
  const { t, d } = useWords('surveys');
  const { me } = useMe();
  const mine = useGraph(MyAnswersDocument, { id }, { enabled: me !== null }).data?.mySurveyAnswers ?? null;
  const act = mine ? t('page.change') : t(hasBegun(id) ? 'page.goOn' : 'page.start');
  return (
    <>
      {mine && takesAnswers && closesAt && (
        <Notice tone="done" title={t('page.answered')}>
          {t('page.answeredText', { date: d(closesAt, 'moment') })}
        </Notice>
      )}
      {takesAnswers && me && !mine && <RightNotice surveyId={id} />}
      <div className={styles.acts}>
        {takesAnswers && <LinkButton variant={mine ? 'secondary' : 'primary'} to={`/surveys/${id}/answer`}>{act}</LinkButton>}
        {showsResults && <LinkButton variant={takesAnswers && !mine ? 'secondary' : 'primary'} to={`/surveys/${id}/results`}>{t(status === 'open' ? 'page.resultsSoFar' : 'page.results')}</LinkButton>}
      </div>
      {status === 'open' && !showsResults && <p className={styles.quiet}>{t('page.resultsLater')}</p>}
      {people > 0 && <p role="status">{t('page.people', { count: people })}</p>}
    </>
  );
}

/** What one must know before reading on. */
function Notices({ survey: { status, opensAt, closesAt, reportDueAt, extensions, withdrawal } }: { survey: ShownSurvey }) {
  const { t, d } = useWords('surveys');
  const [extension] = extensions;
  return (
    <>
      {status === 'draft' && <Notice title={t('state.draft')}>{t('state.draftText')}</Notice>}
      {status === 'announced' && opensAt && <Notice title={t('state.announced', { date: d(opensAt, 'moment') })}>{t('state.announcedText')}</Notice>}
      {status === 'open' && extension && <Notice title={t('state.extended', { from: d(extension.from), to: d(extension.to) })}><p lang="el">{extension.reason}</p></Notice>}
      {status === 'closed' && closesAt && <Notice title={t('state.closed', { date: d(closesAt) })}>{reportDueAt && t('state.closedText', { date: d(reportDueAt) })}</Notice>}
      {withdrawal && (
        <Notice tone="warning" title={t('state.withdrawn')}>
          <p><DateText at={withdrawal.at} />: <span lang="el">{withdrawal.reason}</span></p>
        </Notice>
      )}
    </>
  );
}
