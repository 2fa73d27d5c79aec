import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { RefusalNotice, useMe } from '@isegoria/identity/web';
import { announce, askToSignIn, Button, Card, Disclosure, Notice, PlainText, Quote, Section, useAct, useWords } from '@isegoria/ui/web';
import { AnswerOpinion, type GivenAnswer, type OwnOpinions, type ShownStatement } from './documents';
import styles from './opinions.module.css';
import { refusalWords } from './refusal-words';

export interface AnswerCardProps {
  opinions: OwnOpinions;
  onAnswered(opinions: OwnOpinions): void;
  /** What else can be done about the statement that is shown; called with what follows when it has gone. */
  acts?(statement: ShownStatement, onGone: () => void): ReactNode;
}

const answers: readonly GivenAnswer[] = ['AGREE', 'DISAGREE', 'PASS'];
/** By the key's place, so that a Greek keyboard need not be switched. */
const keyOf: Record<string, GivenAnswer> = { Digit1: 'AGREE', Digit2: 'DISAGREE', Digit3: 'PASS', Numpad1: 'AGREE', Numpad2: 'DISAGREE', Numpad3: 'PASS' };

/** One statement at a time, three buttons within the thumb's reach. Keys work only while the focus is here (WCAG 2.1.4). */
export function AnswerCard({ opinions, onAnswered, acts }: AnswerCardProps) {
  const words = useWords('opinions');
  const { t } = words;
  const { me } = useMe();
  const box = useRef<HTMLDivElement>(null);
  const [changing, change] = useState<ShownStatement | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [send, { pending }] = useAct(AnswerOpinion);
  const { open, statements, answered, next, given } = opinions;
  const statement = changing ? (given.find(({ id }) => id === changing.id) ?? changing) : next;

  const say = async (answer: GivenAnswer) => {
    if (!statement || !open || pending) return;
    if (!me) return askToSignIn();
    setProblem(null);
    const result = (await send({ id: statement.id, answer }))?.answerOpinion;
    if (!result) return;
    if (result.__typename !== 'OpinionAnswered') return setProblem(refusalWords(words, result));
    announce(t('answer.kept', { answer: t(`answer.${answer}`) }));
    change(null);
    // With the last statement its buttons go, and the focus with them.
    if (!result.opinions.next) box.current?.focus({ preventScroll: true });
    onAnswered(result.opinions);
  };
  const press = (event: KeyboardEvent) => {
    // A dialog that was opened from here is no part of the card, though React's events pass through.
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    const answer = keyOf[event.code];
    if (answer) void say(answer);
    else if (/^(Digit|Numpad)4$/.test(event.code)) change(given[0] ?? null);
    else return;
    event.preventDefault();
  };
  return (
    <Card>
      <Section title={t('answer.title')}>
        <div ref={box} tabIndex={-1} className={styles.answering} onKeyDown={press}>
          {statements > 0 && <Progress done={answered} all={statements} />}
          {statement ? (
            <>
              <div className={styles.statement} aria-live="polite">
                <Quote>
                  <PlainText text={statement.text} />
                </Quote>
                {statement.answer && <p className={styles.small}>{t('answer.before', { answer: t(`answer.${statement.answer}`) })}</p>}
              </div>
              {open && (
                <div className={styles.buttons} role="group" aria-label={t('answer.title')}>
                  {answers.map((answer, at) => (
                    <Button key={answer} variant="secondary" wide pressed={statement.answer === answer ? true : undefined} shortcut={String(at + 1)} onClick={() => void say(answer)}>
                      {t(`answer.${answer}`)}
                    </Button>
                  ))}
                </div>
              )}
              {acts && (
                <div key={statement.id} className={styles.acts}>
                  {acts(statement, () => change(null))}
                </div>
              )}
            </>
          ) : (
            <Notice title={t(statements > 0 ? 'answer.done' : 'answer.none')}>{t(statements > 0 ? 'answer.doneWhy' : 'answer.noneWhy')}</Notice>
          )}
          {problem && <RefusalNotice>{problem}</RefusalNotice>}
          <Turns given={given} changing={changing} onChange={change} />
          {!open && <p className={styles.small}>{t('answer.closed')}</p>}
          {open && !me && <p className={styles.small}>{t('answer.signIn')}</p>}
          {open && statement && <p className={styles.keys}>{t('answer.keys')}</p>}
        </div>
      </Section>
    </Card>
  );
}

function Progress({ done, all }: { done: number; all: number }) {
  const { t } = useWords('opinions');
  const words = t('answer.progress', { done, all });
  return (
    <div className={styles.progress}>
      <p>{words}</p>
      <div role="progressbar" aria-label={words} aria-valuemin={0} aria-valuemax={all} aria-valuenow={Math.min(done, all)} className={styles.track}>
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <rect width={(100 * Math.min(done, all)) / all} height="1" />
        </svg>
      </div>
    </div>
  );
}

/** The way back: to the answer before, and to any other. */
function Turns({ given, changing, onChange }: { given: readonly ShownStatement[]; changing: ShownStatement | null; onChange(statement: ShownStatement | null): void }) {
  const { t } = useWords('opinions');
  if (given.length === 0) return null;
  return (
    <div className={styles.turns}>
      <Button variant="quiet" onClick={() => onChange(changing ? null : (given[0] ?? null))}>
        {t(changing ? 'answer.next' : 'answer.back')}
      </Button>
      <Disclosure label={t('answer.given', { count: given.length })}>
        <ul className={styles.given}>
          {given.map((statement) => (
            <li key={statement.id}>
              <span>
                <span lang="el">{statement.text}</span>: {statement.answer && t(`answer.${statement.answer}`)}
              </span>
              <Button variant="quiet" label={`${t('answer.change')}: ${statement.text}`} onClick={() => onChange(statement)}>
                {t('answer.change')}
              </Button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
