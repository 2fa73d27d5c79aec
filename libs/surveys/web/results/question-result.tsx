import { noOpinion, steps } from '@isegoria/surveys/contracts';
import { Disclosure, OpinionBar, OpinionKey, Table, type TableColumn, type TableRow, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import type { CSSProperties } from 'react';
import type { ShownResults } from '../documents';
import { optionText } from '../option-text';
import styles from './results-page.module.css';
import { WordsOf } from './words-part';

type Asked = ShownResults['sections'][number]['questions'][number];
type Answered = ShownResults['questions'][number];
type Chosen = Answered['options'][number];

interface QuestionResultProps {
  question: Asked;
  result: Answered | null;
  results: Pick<ShownResults, 'survey' | 'isFinal' | 'smallest' | 'sections'>;
  csv: string | undefined;
}

/** How one question was answered: bars with people, share and interval, the same as a table, and what was written to it. */
export function QuestionResult({ question, result, results: { survey, isFinal, smallest, sections }, csv }: QuestionResultProps) {
  const words = useWords('surveys');
  const { t, lt, lang } = words;
  const { id, form, text, showIf, options } = question;
  const isWritten = form === 'words' || options.some(({ isOther }) => isOther);
  const earlier = showIf && sections.flatMap(({ questions }) => questions).find((one) => one.id === showIf.questionId);
  return (
    <section className={styles.question}>
      <h3 className={styles.title} lang={lang(text)}>{lt(text)}</h3>
      {earlier && <p className={styles.quiet}>{t('results.onlyIf', { question: lt(earlier.text), answers: showIf.optionIds.map((one) => optionText(earlier, one, words)).join(', ') })}</p>}
      {form !== 'words' && (!result || result.isHidden ? <p className={styles.quiet}>{t('results.hidden', { count: smallest })}</p> : <Figures question={question} result={result} csv={csv} />)}
      {isWritten && <WordsOf surveyId={survey.id} questionId={id} publishes={survey.publishesWords} isFinal={isFinal} writers={result?.writers ?? null} />}
    </section>
  );
}

function Figures({ question, result, csv }: { question: Asked; result: Answered; csv: string | undefined }) {
  const words = useWords('surveys');
  const { t, lt } = words;
  return (
    <>
      <p className={styles.quiet}>{t('results.answered', { count: result.answered })}</p>
      {question.form === 'scale' ? <Scale question={question} result={result} /> : <Options question={question} result={result} />}
      <div>
        <Disclosure label={t('results.table')}>
          <Table caption={lt(question.text)} columns={columnsOf(question, words)} rows={rowsOf(question, result, words)} />
          {csv && <a className={styles.csv} href={csv} download>{t('results.csv')}</a>}
        </Disclosure>
      </div>
    </>
  );
}

/** Options with the dearest first: of an order those with the least mean place, of a choice those that most chose; «no opinion» last. */
function Options({ question, result: { options, answered } }: { question: Asked; result: Answered }) {
  const words = useWords('surveys');
  const isOrder = question.form === 'ranking';
  const before = (one: Chosen, other: Chosen) => (isOrder ? (one.meanPlace ?? Infinity) - (other.meanPlace ?? Infinity) : other.people - one.people);
  const inOrder = [...options].sort((one, other) => Number(one.optionId === noOpinion) - Number(other.optionId === noOpinion) || before(one, other) || 0);
  return (
    <ul role="list" className={styles.bars}>
      {inOrder.map((option) => {
        const share = isOrder ? (answered > 0 ? (option.first ?? 0) / answered : 0) : (option.share?.value ?? 0);
        return (
          <li key={option.optionId} className={styles.bar}>
            <span className={styles.name}>{optionText(question, option.optionId, words)}</span>
            <span className={styles.track} aria-hidden>
              <span className={styles.part} style={{ '--share': share } as CSSProperties} />
              {!isOrder && option.share && <span className={styles.margin} style={{ '--low': option.share.low, '--high': option.share.high } as CSSProperties} />}
            </span>
            <span className={styles.figure}>{isOrder ? orderText(option, words) : shareText(option, words)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function shareText({ people, share }: Chosen, { t, n }: WordsOfSlice): string {
  const percent = (one: number) => n(one, { style: 'percent', maximumFractionDigits: 0 });
  return share ? t('results.share', { count: people, share: percent(share.value), low: percent(share.low), high: percent(share.high) }) : t('results.chose', { count: people });
}

function orderText({ first, meanPlace }: Chosen, { t, n }: WordsOfSlice): string {
  if (meanPlace === null) return t('results.nobodyPlaced');
  return t('results.place', { count: first ?? 0, place: n(meanPlace, { maximumFractionDigits: 1 }) });
}

/** Five steps in one bar, with the middle one and how many are on the two highest. */
function Scale({ question, result: { options, median, favourable } }: { question: Asked; result: Answered }) {
  const words = useWords('surveys');
  const { t, n } = words;
  const names = steps.map((step) => optionText(question, step, words));
  const counts = steps.map((step) => options.find(({ optionId }) => optionId === step)?.people ?? 0);
  const without = options.find(({ optionId }) => optionId === noOpinion)?.people ?? 0;
  const percent = (one: number) => n(one, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <OpinionKey steps={names} />
      <OpinionBar label={t('results.spread')} counts={counts} steps={names} />
      {favourable && median && (
        <p>{t('results.scale', { share: percent(favourable.value), low: percent(favourable.low), high: percent(favourable.high), middle: median.value })}</p>
      )}
      {without > 0 && <p className={styles.quiet}>{t('results.noOpinion', { count: without })}</p>}
    </>
  );
}

function columnsOf({ form }: Asked, { t }: WordsOfSlice): TableColumn[] {
  const name: TableColumn = { key: 'option', label: t('results.option'), type: 'text' };
  const people: TableColumn = { key: 'people', label: t('results.people'), type: 'number' };
  if (form === 'ranking') return [name, { key: 'first', label: t('results.first'), type: 'number' }, { key: 'meanPlace', label: t('results.meanPlace'), type: 'number' }, { ...people, label: t('results.placed') }];
  return [name, people, { key: 'share', label: t('results.shareColumn'), type: 'percent' }, { key: 'shareLow', label: t('results.low'), type: 'percent' }, { key: 'shareHigh', label: t('results.high'), type: 'percent' }];
}

function rowsOf(question: Asked, { options }: Answered, words: WordsOfSlice): TableRow[] {
  return options.map(({ optionId, people, share, first, meanPlace }) => ({
    option: optionText(question, optionId, words), people, share: share?.value ?? null, shareLow: share?.low ?? null, shareHigh: share?.high ?? null, first, meanPlace,
  }));
}
