import { useCity } from '@isegoria/organisation/web';
import { WhoAnsweredView } from '@isegoria/statistics/web';
import { Button, Empty, Loaded, Notice, Page, Section, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { QuestionsDocument, ResultsDocument, type ShownQuestions, type ShownResults, type ShownSurvey } from './documents';
import { QuestionResult } from './question-result';
import { ReportCard } from './report-card';
import styles from './results.module.css';
import { MissingSurvey } from './survey-page';
import { useLiveSurvey } from './use-live-survey';

/** What was answered: who answered, and each question with people, shares and their margins. Renewed as people answer, by ten of them. */
export function Component() {
  const { id = '' } = useParams();
  const survey = useLiveSurvey(id);
  const questions = useGraph(QuestionsDocument, { id });
  const results = useGraph(ResultsDocument, { id });
  return (
    <Loaded answer={survey}>
      {({ survey: shown }) =>
        shown ? (
          <Loaded answer={questions}>
            {({ surveySections: sections }) => <Loaded answer={results}>{({ surveyResults }) => <ResultsView survey={shown} sections={sections} results={surveyResults} />}</Loaded>}
          </Loaded>
        ) : (
          <MissingSurvey />
        )
      }
    </Loaded>
  );
}

interface ResultsViewProps {
  survey: ShownSurvey;
  sections: ShownQuestions['surveySections'];
  results: ShownResults | null;
}

function ResultsView({ survey, sections, results }: ResultsViewProps) {
  const { t, lt } = useWords('surveys');
  const { id, title, report, publishesWords, status } = survey;
  const { every } = useCity();
  const districts = every('districts').map(({ value, label }) => ({ id: value, name: { el: label, en: label } }));
  const scales = sections.flatMap(({ questions }) => questions).filter(({ form }) => form === 'scale').map(({ id: question, text }) => ({ id: question, label: text }));
  const who = results?.who ?? null;
  return (
    <Page title={t(results?.isFinal ? 'results.title' : 'results.titleSoFar')} kicker={<span>{lt(title)}</span>} back={{ to: `/surveys/${id}`, label: t('answer.back') }}>
      <HowMany survey={survey} results={results} />
      {results?.at && (
        <>
          {report && <ReportCard survey={survey} />}
          {sections.map((section) => (
            <Section key={section.id} title={lt(section.title) || t('edit.questions')}>
              <div className={styles.questions}>
                {section.questions.map((question) => (
                  <QuestionResult key={question.id} surveyId={id} question={question} sections={sections} results={results} publishesWords={publishesWords} mayReadWords={status === 'closed' || status === 'reported'} districts={districts} />
                ))}
              </div>
            </Section>
          ))}
          {who && <WhoAnsweredView who={{ ...who, weighed: withScales(who.weighed, scales.map((one) => one.id)) }} questions={scales} districts={districts} />}
          <Files files={results.files} />
        </>
      )}
    </Page>
  );
}

/** The weighing is told with the scales alone: shares of options stand with their own question. */
function withScales(weighed: NonNullable<ShownResults['who']>['weighed'], scales: readonly string[]) {
  const opinions = weighed?.opinions.filter(({ questionId }) => scales.includes(questionId)) ?? [];
  return weighed && opinions.length > 0 ? { ...weighed, opinions } : null;
}

/** How many answered of those who were asked, and of how many the figures tell. */
function HowMany({ survey: { people, status }, results }: { survey: ShownSurvey; results: ShownResults | null }) {
  const { t, n, rich } = useWords('surveys');
  if (!results) return <Empty title={t('page.resultsLater')} />;
  const { entitled, smallest, counted, at, isFinal } = results;
  const share = entitled ? n(people / entitled, { style: 'percent', maximumFractionDigits: 1 }) : '';
  return (
    <div className={styles.many}>
      <p className={styles.lead} role="status">
        {rich('results.people', { b: (text) => <b>{text}</b> }, { count: people })} {entitled ? t('results.of', { count: entitled, share }) : ''}
      </p>
      {at && isFinal && counted < smallest && <Notice title={t('results.tooFew', { count: smallest })} />}
      {!at && status === 'open' && <Notice title={t('results.none')}>{t('results.noneText', { count: 2 * smallest })}</Notice>}
      {!isFinal && (status === 'closed' || status === 'reported') && <Notice title={t('results.counting')}>{t('results.countingText')}</Notice>}
      {at && !isFinal && status === 'open' && <p className={styles.quiet}>{t('results.tens', { counted, people })}</p>}
      {at && <p className={styles.quiet}>{t('results.chosen')}</p>}
    </div>
  );
}

function Files({ files }: Pick<ShownResults, 'files'>) {
  const { t, locale } = useWords('surveys');
  return (
    <div className={`${styles.files} no-print`}>
      {files.map(({ name, path }) => (
        <a key={name} href={`${path}?lang=${locale}`} download>{t(name === 'groups' ? 'results.csvGroups' : 'results.csv')}</a>
      ))}
      <Button variant="quiet" onClick={() => window.print()}>{t('results.print')}</Button>
    </div>
  );
}
