import { type Given, optionIds, takesWords } from '@isegoria/surveys/contracts';
import { Card, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownQuestion, ShownSection } from './documents';
import { optionText } from './question-field';
import styles from './surveys.module.css';

/** What somebody answered, page by page, each with the way back to it. */
export function CheckAnswers({ sections, given }: { sections: readonly ShownSection[]; given: Given }) {
  const words = useWords('surveys');
  const { t, lt } = words;
  return (
    <div className={styles.fields}>
      {sections.map(({ id, title, questions }, at) => (
        <Card key={id} title={lt(title) || undefined}>
          {questions.map((question) => (
            <div key={question.id} className={styles.checked}>
              <div className={styles.head}>
                <h3>{lt(question.text)}</h3>
                <Link to={`?page=${at + 1}`} aria-label={t('answer.editOf', { question: lt(question.text) })}>{t('answer.edit')}</Link>
              </div>
              <Answered question={question} given={given} words={words} />
            </div>
          ))}
        </Card>
      ))}
    </div>
  );
}

function Answered({ question, given, words }: { question: ShownQuestion; given: Given; words: WordsOfSlice }) {
  const { form, id } = question;
  const own = given.chosen[id] ?? [];
  const inOrder = form === 'ranking' ? own : optionIds(question).filter((option) => own.includes(option));
  const text = takesWords(question, given) ? (given.written[id] ?? '').trim() : '';
  if (inOrder.length === 0 && text === '') return <p className={styles.quiet}>{words.t('answer.passed')}</p>;
  return (
    <ul className={styles.answers}>
      {inOrder.map((option, place) => (
        <li key={option}>{form === 'ranking' ? `${place + 1}. ` : ''}{optionText(question, option, words)}</li>
      ))}
      {text !== '' && <li>«{text}»</li>}
    </ul>
  );
}
