import type { Localized } from '@isegoria/kernel/contracts';
import { WhoAnsweredView } from '@isegoria/statistics/web';
import { Button, Empty, Figure, LinkButton, Loaded, Notice, Page, Section, useWords } from '@isegoria/ui/web';
import { optionIds } from '@isegoria/surveys/contracts';
import { useParams } from 'react-router';
import type { ShownResults } from '../documents';
import { optionText } from '../option-text';
import { QuestionResult } from './question-result';
import styles from './results-page.module.css';
import { useLiveResults } from '../use-live-survey';

/** What was answered, question by question, with its margins; who answered; and what was said in own words. It prints well. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useWords('surveys');
  const answer = useLiveResults(id);
  return (
    <Loaded answer={answer}>
      {({ surveyResults, city }) =>
        surveyResults ? (
          <Results results={surveyResults} districts={city.districts} />
        ) : (
          <Page title={t('results.missing')} back={{ to: `/surveys/${id}`, label: t('answer.toSurvey') }}>
            <Empty title={t('results.missingHint')} action={<LinkButton to={`/surveys/${id}`}>{t('answer.toSurvey')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

interface ResultsProps {
  results: ShownResults;
  districts: readonly { id: string; name: Localized }[];
}

function Results({ results, districts }: ResultsProps) {
  const words = useWords('surveys');
  const { t, lt } = words;
  const { survey, sections, questions, counted, who, files, at } = results;
  const back = { to: `/surveys/${survey.id}`, label: t('answer.toSurvey') };
  const csv = files.find(({ name }) => name === 'questions')?.path;
  return (
    <Page wide title={t('results.title', { title: lt(survey.title) })} kicker={survey.department && lt(survey.department.name)} back={back} actions={<span className="no-print"><Button variant="secondary" onClick={() => window.print()}>{t('results.print')}</Button></span>}>
      <HowMany results={results} />
      {at === null || counted === 0 ? (
        <Empty title={t('results.few', { count: results.smallest })}>{t('results.fewHint')}</Empty>
      ) : (
        <>
          <p className={styles.quiet}>{t('results.those')}</p>
          {sections.map((section) => (
            <Section key={section.id} title={lt(section.title) || t('results.answers')}>
              <div className={styles.questions}>
                {section.questions.map((question) => (
                  <QuestionResult key={question.id} question={question} result={questions.find(({ questionId }) => questionId === question.id) ?? null} results={results} csv={csv} />
                ))}
              </div>
            </Section>
          ))}
          {who && <WhoAnsweredView who={who} questions={groupLabels(results, words)} districts={districts} />}
        </>
      )}
      <Files files={files} />
      {survey.report && <p className="no-print"><LinkButton variant="secondary" to={`/surveys/${survey.id}`}>{t('results.toReport')}</LinkButton></p>}
    </Page>
  );
}

/** How many answered, of how many, and of how many of them the figures tell. */
function HowMany({ results: { people, counted, entitled, at, isFinal, smallest, survey, channels } }: { results: ShownResults }) {
  const { t, n, d } = useWords('surveys');
  const share = entitled ? n(people / entitled, { style: 'percent', maximumFractionDigits: 1 }) : null;
  return (
    <>
      <div className={styles.many}>
        <Figure size="large" value={people} label={entitled && share ? t('results.peopleOf', { count: people, all: entitled, share }) : t('page.people', { count: people })} />
      </div>
      {!isFinal && at !== null && counted > 0 && (
        <Notice title={t('results.soFar')}>
          {t('results.counted', { count: counted, date: d(at, 'moment') })} {t('results.renewed', { count: smallest })}
        </Notice>
      )}
      {channels.length > 0 && <p>{t('results.ways', { ways: channels.map(({ channel, people: count }) => t(`results.way.${channel}`, { count })).join(', ') })}</p>}
      {!isFinal && survey.entryUntil && survey.status === 'closed' && <Notice>{t('results.entered', { date: d(survey.entryUntil) })}</Notice>}
      {isFinal && survey.closesAt && <p>{t('results.final', { date: d(survey.closesAt) })}</p>}
    </>
  );
}

function Files({ files }: { files: ShownResults['files'] }) {
  const { t } = useWords('surveys');
  if (files.length === 0) return null;
  return (
    <div className="no-print">
      <Section title={t('results.files')}>
        <ul>
          {files.map(({ name, path }) => (
            <li key={name}>
              <a href={path} download>{t(`results.file.${name}`)}</a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** The names under which groups are told of answers: of a scale its question, of a choice each option too. */
function groupLabels({ sections }: ShownResults, words: ReturnType<typeof useWords>): { id: string; label: Localized }[] {
  const label = (text: string): Localized => ({ el: text, en: text });
  return sections.flatMap(({ questions }) => questions).flatMap((question) => {
    const text = words.lt(question.text);
    if (question.form === 'scale') return [{ id: question.id, label: label(text) }];
    return optionIds({ ...question, isRequired: false }).map((optionId) => ({ id: `${question.id}.${optionId}`, label: label(`${text} ${optionText(question, optionId, words)}`) }));
  });
}
