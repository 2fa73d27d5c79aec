import type { Localized } from '@isegoria/kernel/contracts';
import { groupWords } from '@isegoria/statistics/contracts';
import { noOpinion } from '@isegoria/surveys/contracts';
import { Bar, Disclosure, Table, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import type { QuestionOnPage, ShownQuestion, ShownResults, ShownSection } from './documents';
import { OwnWordsPart } from './own-words-part';
import { optionText } from './question-field';
import styles from './results.module.css';

interface QuestionResultProps {
  surveyId: string;
  question: ShownQuestion;
  sections: readonly ShownSection[];
  results: ShownResults;
  publishesWords: boolean;
  mayReadWords: boolean;
  districts: readonly { id: string; name: Localized }[];
}

/** How one question was answered: bars with people and shares, the same as a table with the margins, and of groups where enough answered. */
export function QuestionResult({ surveyId, question, sections, results, publishesWords, mayReadWords, districts }: QuestionResultProps) {
  const words = useWords('surveys');
  const { t, lt, lang } = words;
  const { id, form, text, most, options, showIf } = question;
  const found = results.questions.find(({ questionId }) => questionId === id);
  const asked = sections.flatMap(({ questions }) => questions);
  const before = showIf && asked.find((one) => one.id === showIf.questionId);
  const hasOther = options.some(({ isOther }) => isOther);
  return (
    <section className={styles.question}>
      <h3 lang={lang(text)}>{lt(text)}</h3>
      {before && <p className={styles.quiet}>{t('results.onlyOf', { options: showIf.optionIds.map((one) => optionText(before, one, words)).join(', '), question: lt(before.text) })}</p>}
      {found && !found.isHidden && form !== 'words' && (
        <>
          <p className={styles.quiet}>
            {t('results.answered', { count: found.answered })}
            {form === 'several' && `. ${most ? t('results.several', { count: most }) : t('results.any')}`}
          </p>
          <Options question={question} found={found} words={words} />
          {form === 'scale' && <ScaleLine found={found} words={words} />}
          <div className="no-print">
            <Disclosure label={t('results.table')}>
              <Figures question={question} found={found} weighed={results.who?.weighed ?? null} words={words} />
            </Disclosure>
          </div>
          {results.isFinal && form !== 'ranking' && <Groups question={question} who={results.who} districts={districts} words={words} />}
        </>
      )}
      {(found?.isHidden ?? (form !== 'words')) && <p className={styles.quiet}>{t('results.hidden', { count: results.smallest })}</p>}
      {(form === 'words' || hasOther) && <OwnWordsPart surveyId={surveyId} questionId={id} writers={found?.writers ?? null} isOther={form !== 'words'} publishes={publishesWords} mayRead={mayReadWords && results.isFinal} />}
    </section>
  );
}

type PartProps = { question: ShownQuestion; found: QuestionOnPage; words: WordsOfSlice };

const percent = (share: number, { n }: WordsOfSlice): string => n(share, { style: 'percent', maximumFractionDigits: 0 });

/** The dearest first, of a scale its steps in order; «no opinion» last. */
function inOrder({ form }: ShownQuestion, { options }: QuestionOnPage): QuestionOnPage['options'] {
  if (form === 'scale') return options;
  const weight = (one: QuestionOnPage['options'][number]) => (one.optionId === noOpinion ? -1 : form === 'ranking' ? (one.first ?? 0) : one.people);
  return [...options].sort((a, b) => weight(b) - weight(a));
}

function Options({ question, found, words }: PartProps) {
  const { t, n } = words;
  const { answered } = found;
  return (
    <ul className={styles.options}>
      {inOrder(question, found).map((option) => {
        const { optionId, people, share, first, meanPlace } = option;
        const name = optionText(question, optionId, words);
        const value = question.form === 'ranking' ? (first ?? 0) : people;
        const figure = question.form === 'ranking'
          ? t('results.rankLine', { share: percent(answered > 0 ? value / answered : 0, words), mean: meanPlace === null ? '–' : n(meanPlace, { maximumFractionDigits: 1 }) })
          : share && `${percent(share.value, words)} (${n(people)})`;
        return (
          <li key={optionId} className={styles.option}>
            <span className={styles.name}>{name}</span>
            <span className={styles.figure}>{figure}</span>
            <Bar label={name} of={answered} parts={[{ label: name, value, tone: optionId === noOpinion ? 'sun' : 'aegean' }]} />
          </li>
        );
      })}
    </ul>
  );
}

function ScaleLine({ found: { favourable, median }, words }: Omit<PartProps, 'question'>) {
  const { t, n } = words;
  if (!favourable || !median) return null;
  return <p>{t('results.favourable', { margin: t('results.margin', { share: percent(favourable.value, words), from: percent(favourable.low, words), to: percent(favourable.high, words) }), median: n(median.value) })}</p>;
}

/** The figures of the bars, with their margins, and weighed to the city's people where that can be done. */
function Figures({ question, found, weighed, words }: PartProps & { weighed: NonNullable<ShownResults['who']>['weighed'] }) {
  const { t, lt } = words;
  const isRanking = question.form === 'ranking';
  const of = (optionId: string) => weighed?.opinions.find(({ questionId }) => questionId === `${question.id}.${optionId}`)?.weighted.favourable.value ?? null;
  const hasWeighed = !isRanking && found.options.some(({ optionId }) => of(optionId) !== null);
  const columns = [
    { key: 'option', label: t('results.option'), type: 'text' as const },
    { key: 'people', label: t(isRanking ? 'results.placed' : 'results.count'), type: 'number' as const },
    { key: 'share', label: t('results.share'), type: 'percent' as const },
    { key: 'low', label: t('results.from'), type: 'percent' as const },
    { key: 'high', label: t('results.to'), type: 'percent' as const },
    ...(isRanking ? [{ key: 'first', label: t('results.first'), type: 'number' as const }, { key: 'mean', label: t('results.mean'), type: 'number' as const }] : []),
    ...(hasWeighed ? [{ key: 'weighed', label: t('results.weighed'), type: 'percent' as const }] : []),
  ];
  const rows = inOrder(question, found).map(({ optionId, people, share, first, meanPlace }) => ({
    option: optionText(question, optionId, words), people, share: share?.value ?? null, low: share?.low ?? null, high: share?.high ?? null, first, mean: meanPlace, weighed: of(optionId),
  }));
  return (
    <>
      <Table caption={lt(question.text)} columns={columns} rows={rows} />
      {hasWeighed && <p className={styles.quiet}>{t('results.weighedNote')}</p>}
    </>
  );
}

/** What groups chose, where every row has enough people. */
function Groups({ question, who, districts, words }: { question: ShownQuestion; who: ShownResults['who'] } & Pick<QuestionResultProps, 'districts'> & { words: WordsOfSlice }) {
  const { t, lt } = words;
  const statistics = useWords('statistics');
  const isScale = question.form === 'scale';
  const mine = (questionId: string) => (isScale ? questionId === question.id : questionId.startsWith(`${question.id}.`));
  const names = new Map(districts.map(({ id, name }) => [id, name]));
  const tables = (who?.tables ?? []).map(({ dimension, rows }) => ({ dimension, rows, questions: [...new Set(rows.flatMap(({ opinions }) => opinions.map(({ questionId }) => questionId)).filter(mine))] })).filter(({ questions }) => questions.length > 0);
  return (
    <div className="no-print">
      <Disclosure label={t('results.groups')}>
        {tables.length === 0 ? <p className={styles.quiet}>{t('results.groupsNone')}</p> : <p className={styles.quiet}>{t('results.groupsNote')}</p>}
        {tables.map(({ dimension, rows, questions }) => {
          const by = statistics.t(`dimension.${dimension}`);
          const columns = [
            { key: 'group', label: by, type: 'text' as const },
            { key: 'people', label: t('results.count'), type: 'number' as const },
            ...questions.map((key) => ({ key, label: isScale ? t('results.favourableShort') : optionText(question, key.slice(question.id.length + 1), words), type: 'percent' as const })),
          ];
          const cells = rows.map(({ values, isRest, people, opinions }) => ({
            group: lt(groupWords(values, isRest, names)), people, ...Object.fromEntries(opinions.filter(({ questionId }) => mine(questionId)).map(({ questionId, favourable }) => [questionId, favourable.value])),
          }));
          return <Table key={dimension} caption={`${lt(question.text)} (${by})`} hideCaption columns={columns} rows={cells} />;
        })}
      </Disclosure>
    </div>
  );
}
