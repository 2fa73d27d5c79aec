import { useMe } from '@isegoria/identity/web';
import { ReportButton } from '@isegoria/moderation/web';
import { Button, graph, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { WordsDocument } from './documents';
import styles from './results.module.css';

interface OwnWordsPartProps {
  surveyId: string;
  questionId: string;
  /** How many wrote; null where that is not told. */
  writers: number | null;
  /** Whether these are the few words beside «other». */
  isOther: boolean;
  publishes: boolean;
  mayRead: boolean;
}

const size = 10;

/** What people wrote, without anybody and in an order drawn by lot: what is published for everybody, the rest for the department. */
export function OwnWordsPart({ surveyId: id, questionId, writers, isOther, publishes, mayRead }: OwnWordsPartProps) {
  const { t } = useWords('surveys');
  const { is } = useMe();
  const [more, setMore] = useState<{ items: { id: string; text: string }[]; next: string | null } | null>(null);
  const isRead = mayRead && (publishes || is('official', 'administrator'));
  const first = useGraph(WordsDocument, { id, questionId, first: size, after: null }, { enabled: isRead }).data?.surveyWords;
  const items = [...(first?.items ?? []), ...(more?.items ?? [])];
  const next = more ? more.next : (first?.next ?? null);
  const goOn = async () => {
    const { surveyWords } = await graph(WordsDocument, { id, questionId, first: size, after: next });
    setMore({ items: [...(more?.items ?? []), ...surveyWords.items], next: surveyWords.next });
  };
  if (isOther && items.length === 0) return null;
  return (
    <>
      {isOther && <h4>{t('results.others')}</h4>}
      {writers !== null && <p className={styles.quiet}>{t('results.words', { count: writers })}. {t(publishes ? 'results.wordsPublic' : 'results.wordsKept')}</p>}
      {!mayRead && !isOther && <p className={styles.quiet}>{t('results.wordsLater')}</p>}
      {isRead && publishes && items.length === 0 && <p className={styles.quiet}>{t('results.wordsNone')}</p>}
      {items.length > 0 && (
        <ul className={styles.words}>
          {items.map((one) => (
            <li key={one.id} lang="el">
              {one.text} {publishes && <ReportButton item={{ kind: 'survey-words', id: one.id }} />}
            </li>
          ))}
        </ul>
      )}
      {next && (
        <div className="no-print">
          <Button variant="quiet" onClick={() => void goOn()}>{t('results.wordsMore')}</Button>
        </div>
      )}
    </>
  );
}
