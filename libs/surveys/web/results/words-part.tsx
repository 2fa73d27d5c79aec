import { ReportButton } from '@isegoria/moderation/web';
import { LinkButton, PlainText, useGraph, useWords } from '@isegoria/ui/web';
import { SurveyWordsDocument } from '../documents';
import styles from './results-page.module.css';

interface WordsOfProps {
  surveyId: string;
  questionId: string;
  publishes: boolean;
  isFinal: boolean;
  /** How many wrote; told after the end. */
  writers: number | null;
}

const few = 3;

/** The first of what was said in own words, with the way to all of it; before the end that there is nothing to read yet. */
export function WordsOf({ surveyId, questionId, publishes, isFinal, writers }: WordsOfProps) {
  const { t } = useWords('surveys');
  const page = useGraph(SurveyWordsDocument, { id: surveyId, questionId, first: few, after: null }, { enabled: isFinal }).data?.surveyWords;
  if (!isFinal) return <p className={styles.quiet}>{t(publishes ? 'results.wordsLater' : 'results.wordsKept')}</p>;
  const items = page?.items ?? [];
  return (
    <div className={styles.words}>
      {writers !== null && writers > 0 && <p className={styles.quiet}>{t('results.writers', { count: writers })}</p>}
      {items.length === 0 ? <p className={styles.quiet}>{t(publishes ? 'results.noWords' : 'results.wordsKept')}</p> : <WordsList items={items} />}
      {page?.next && (
        <div className="no-print">
          <LinkButton variant="secondary" to={`/surveys/${surveyId}/words/${questionId}`}>{t('results.allWords', { count: page.total })}</LinkButton>
        </div>
      )}
    </div>
  );
}

/** Own words in the order that was drawn. Nobody's name is on them; anybody may report them. */
export function WordsList({ items }: { items: readonly { id: string; text: string }[] }) {
  const { t } = useWords('surveys');
  return (
    <ul role="list" className={styles.list} aria-label={t('results.wordsLabel')}>
      {items.map(({ id, text }) => (
        <li key={id}>
          <PlainText text={text} />
          <div className="no-print">
            <ReportButton item={{ kind: 'survey-words', id }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
