import { Checkbox, FieldGroup, RadioGroup, TextField, useWords } from '@isegoria/ui/web';
import { type Answer, costOf, pointsGiven } from '@isegoria/votes/contracts';
import { Link } from 'react-router';
import type { BallotLabels } from './ballot-form';
import styles from './ballot.module.css';
import { RankingField } from './ranking-field';
import type { QuestionOnPage } from './use-ballot';

export interface QuestionFieldProps {
  question: QuestionOnPage;
  labels: BallotLabels;
  /** The answers of the whole paper. */
  answers: readonly Answer[];
  onChange(answers: readonly Answer[]): void;
}

/** What a field of one question gets: its own answers, and how they become others. */
export interface FormFieldProps {
  question: QuestionOnPage;
  labels: BallotLabels;
  own: readonly Answer[];
  onChange(own: readonly Answer[]): void;
}

/** One question, answered in its form. */
export function QuestionField({ question, labels, answers, onChange }: QuestionFieldProps) {
  const own = answers.filter(({ questionId }) => questionId === question.id);
  const others = answers.filter(({ questionId }) => questionId !== question.id);
  const field = { question, labels, own, onChange: (next: readonly Answer[]) => onChange([...others, ...next]) };
  if (question.form === 'approval') return <ApprovalField {...field} />;
  if (question.form === 'points') return <PointsField {...field} />;
  if (question.form === 'ranking') return <RankingField {...field} />;
  return <SingleField {...field} />;
}

function SingleField({ question: { id, options }, labels, own, onChange }: FormFieldProps) {
  const choices = options.map((value) => {
    const { label, lang, hint } = labels.option(id, value);
    return { value, label: <span lang={lang}>{label}</span>, hint };
  });
  return <RadioGroup name={id} label={labels.question(id)} choices={choices} value={own[0]?.optionId ?? ''} onChange={(optionId) => onChange([{ questionId: id, optionId }])} />;
}

/** A cart: what is chosen, and what the money and the number still allow. What no more fits cannot be put in; what is in can always be taken out. */
function ApprovalField({ question, labels, own, onChange }: FormFieldProps) {
  const { t } = useWords('votes');
  const { id, options, costs } = question;
  const chosen = new Set(own.map(({ optionId }) => optionId));
  const toggle = (optionId: string, isIn: boolean) => onChange(isIn ? [...own, { questionId: id, optionId }] : own.filter((answer) => answer.optionId !== optionId));
  const money = useMoney(labels);
  return (
    <FieldGroup id={id} problem={null} label={labels.question(id)} hint={<LeftOver {...{ question, own, labels }} />}>
      {options.map((optionId, at) => {
        const { label, lang, hint } = labels.option(id, optionId);
        const cost = costs[at];
        const price = cost === undefined ? null : money(cost);
        const fits = chosen.has(optionId) || isRoomFor(question, own, optionId);
        const notes = [hint, price, !fits && t('ballot.noRoom')].filter(Boolean).join(' · ');
        return <Checkbox key={optionId} name={`${id}.${optionId}`} label={label} lang={lang} hint={notes || undefined} checked={chosen.has(optionId)} onChange={(isIn) => (!isIn || fits) && toggle(optionId, isIn)} />;
      })}
    </FieldGroup>
  );
}

function LeftOver({ question: { money, most, costs, options, id, form, points, ...rest }, own, labels }: Omit<FormFieldProps, 'onChange'>) {
  const { t } = useWords('votes');
  const write = useMoney(labels);
  const spent = own.reduce((sum, { optionId }) => sum + costOf({ id, options, costs, form, ...rest }, optionId), 0);
  const pointsLeft = usePointsLeft();
  return (
    <span className={styles.left} role="status">
      {typeof money === 'number' && <span>{t('ballot.moneyLeft', { left: write(money - spent), all: write(money) })}</span>}
      {typeof points === 'number' && <span>{pointsLeft(own, points)}</span>}
      {typeof most === 'number' && <span>{t('ballot.chosen', { chosen: own.length, most })}</span>}
    </span>
  );
}

/** In a sentence, how many of so many points are left to give, or how many too many were given. */
export function usePointsLeft(): (own: readonly Answer[], points: number) => string {
  const { t } = useWords('votes');
  return (own, points) => {
    const left = points - pointsGiven(own);
    return left < 0 ? t('ballot.pointsOver', { count: -left }) : t('ballot.pointsLeft', { left, all: points });
  };
}

/** Points by typing a number: the plainest way by keyboard and by thumb. */
function PointsField({ question, labels, own, onChange }: FormFieldProps) {
  const { id, options } = question;
  const pointsOf = (optionId: string) => own.find((answer) => answer.optionId === optionId)?.points;
  const give = (optionId: string, text: string) => {
    const points = Number(text.replace(/\D/g, '').slice(0, 6));
    const others = own.filter((answer) => answer.optionId !== optionId);
    onChange(points > 0 ? [...others, { questionId: id, optionId, points }] : others);
  };
  return (
    <FieldGroup id={id} problem={null} label={labels.question(id)} hint={<LeftOver {...{ question, own, labels }} />}>
      <div className={styles.points}>
        {options.map((optionId) => {
          const { label, hint, page } = labels.option(id, optionId);
          return (
            <div key={optionId} className={styles.place}>
              <TextField name={`${id}.${optionId}`} label={label} hint={hint} inputMode="numeric" width="short" value={String(pointsOf(optionId) ?? '')} onChange={(text) => give(optionId, text)} />
              {page && <OptionLink name={label} page={page} />}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

/** The way to the option's own page, with a name that says whose. */
export function OptionLink({ name, page: { to, label } }: { name: string; page: { to: string; label: string } }) {
  return (
    <Link className={styles.page} to={to} aria-label={`${label}: ${name}`}>
      {label}
    </Link>
  );
}

function isRoomFor({ money, most, ...question }: QuestionOnPage, own: readonly Answer[], optionId: string): boolean {
  if (typeof most === 'number' && own.length >= most) return false;
  const spent = [...own.map((answer) => answer.optionId), optionId].reduce((sum, each) => sum + costOf(question, each), 0);
  return typeof money !== 'number' || spent <= money;
}

function useMoney({ money }: BallotLabels): (amount: number) => string {
  const { n } = useWords('votes');
  return money ?? ((amount) => n(amount));
}
