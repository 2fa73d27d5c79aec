import { decisionColumns, decisionTypeLabel, type DecisionsFileAnswer, type LineProblem, type ReadLine } from '@isegoria/evaluations/contracts';
import { Button, Card, FormActs, Notice, Table, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './file-seen.module.css';

/** What the city read in the file: the first lines as a table, every wrong line by its number, and the one press that takes all in. */
export function FileSeen({ answer, left, pending, onTake }: { answer: DecisionsFileAnswer; left: number | null; pending: boolean; onTake(): void }) {
  const { t } = useWords('evaluations');
  const { lines, counts, wrong } = answer;
  const news = counts.added + counts.changed;
  return (
    <Card title={t('register.file.found', { count: lines })} {...(wrong.length === 0 && { note: t('register.file.counts', counts) })}>
      {wrong.length > 0 && <Wrong wrong={wrong} />}
      <FirstLines answer={answer} />
      {wrong.length === 0 && news === 0 && <Notice>{t('register.file.nothingNew')}</Notice>}
      {wrong.length === 0 && news > 0 && (
        <FormActs>
          <Button pending={pending} onClick={onTake}>
            {t('register.file.take', { count: news })}
          </Button>
        </FormActs>
      )}
      {pending && news > manyLines && <Notice live title={t('register.file.taking', { count: news, done: news - (left ?? news) })}>{t('register.file.takingText')}</Notice>}
    </Card>
  );
}

const shownAtOnce = 20;
/** From how many on it takes longer than one waits without a word. */
const manyLines = 200;

/** Which lines are wrong, and why. */
function Wrong({ wrong }: Pick<DecisionsFileAnswer, 'wrong'>) {
  const words = useWords('evaluations');
  const { t } = words;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? wrong : wrong.slice(0, shownAtOnce);
  return (
    <Notice tone="problem" live title={t('register.file.wrong', { count: wrong.length })}>
      <p>{t('register.file.wrongText')}</p>
      <ul className={styles.wrong} role="list">
        {shown.map(({ line, problems }) => (
          <li key={line}>
            <b>{t('register.file.line', { line })}</b> {problems.map((problem) => whyOf(problem, words)).join(' ')}
          </li>
        ))}
      </ul>
      {shown.length < wrong.length && (
        <Button variant="quiet" onClick={() => setWhole(true)}>
          {t('register.file.more', { count: wrong.length - shown.length })}
        </Button>
      )}
    </Notice>
  );
}

/** The sentence of its field where there is one, else the one of its code. */
function whyOf({ field, code, limit, value }: LineProblem, words: WordsOfSlice): string {
  const key = [`register.file.why.${field}.${code}`, `register.file.why.${code}`].find(words.has) ?? 'register.file.why.invalid';
  return words.t(key, { field: columnName(field, words), value, limit });
}

/** The first lines as they were read: whether each cell went where it belongs is seen best. */
function FirstLines({ answer: { first, lines } }: { answer: DecisionsFileAnswer }) {
  const words = useWords('evaluations');
  const { t } = words;
  const columns = [
    { key: 'line', label: t('register.file.lineColumn'), type: 'number' as const },
    ...(['number', 'subject', 'type', 'issued', 'amount', 'status'] as const).map((key) => ({ key, label: columnName(key, words), type: 'text' as const })),
    { key: 'fate', label: t('register.file.fateColumn'), type: 'text' as const },
  ];
  const caption = first.length < lines ? t('register.file.firstLines', { count: first.length }) : t('register.file.allLines');
  return <Table caption={caption} hideCaption={false} columns={columns} rows={first.map((line) => rowOf(line, words))} />;
}

function rowOf({ line, number, subject, type, issued, amount, status, fate }: ReadLine, { t, has, lt, d }: WordsOfSlice) {
  const day = /^\d{4}-\d\d-\d\d$/.test(issued) && !Number.isNaN(Date.parse(issued)) ? d(issued, 'short') : issued;
  return { line, number, subject, type: lt(decisionTypeLabel(type)), issued: day, amount, status: has(`status.${status}`) ? t(`status.${status}`) : status, fate: t(`register.file.fate.${fate ?? 'wrong'}`) };
}

const columnName = (field: string, { lt }: WordsOfSlice): string => lt(decisionColumns.find((column) => column.field === field)?.name ?? { el: field, en: field });
