import { announce, Button, FieldGroup, useWords } from '@isegoria/ui/web';
import { useEffect, useId, useRef } from 'react';
import styles from './ballot.module.css';
import { type FormFieldProps, OptionLink } from './question-field';

/** An order, made by buttons: add at the end, up, down, out. It needs no dragging, so that every hand and keyboard can do it. */
export function RankingField({ question: { id, options, most }, labels, own, onChange }: FormFieldProps) {
  const { t } = useWords('votes');
  const chosen = own.map(({ optionId }) => optionId);
  const isFull = typeof most === 'number' && chosen.length >= most;
  const nameOf = (optionId: string) => labels.option(id, optionId).label;
  const about = (optionId: string) => {
    const { label, lang, hint, page } = labels.option(id, optionId);
    return (
      <>
        <span lang={lang}>{label}</span>
        {hint && <span className={styles.hint}> {hint}</span>}
        {page && <> <OptionLink name={label} page={page} /></>}
      </>
    );
  };
  const rowId = useId();
  const goTo = useRef<string | undefined>(undefined);
  // The pressed button goes with its line: who works by keyboard goes on at the line that stands in its place.
  useEffect(() => {
    if (goTo.current !== undefined) document.getElementById(`${rowId}${goTo.current}`)?.focus();
    goTo.current = undefined;
  });
  const besides = (list: readonly string[], at: number) => list[at + 1] ?? list[at - 1] ?? list[at];
  const set = (order: readonly string[], moved: string) => {
    onChange(order.map((optionId) => ({ questionId: id, optionId })));
    const place = order.indexOf(moved) + 1;
    announce(place > 0 ? t('ballot.rank.now', { name: nameOf(moved), place }) : t('ballot.rank.gone', { name: nameOf(moved) }));
  };
  const swap = (at: number, other: number) => {
    const order = [...chosen];
    const [a = '', b = ''] = [order[at], order[other]];
    [order[at], order[other]] = [b, a];
    // At either end the button can be pressed no more, and would lose the focus.
    if (other === 0 || other === chosen.length - 1) goTo.current = a;
    set(order, a);
  };
  const takeOut = (at: number) => {
    goTo.current = besides(chosen, at);
    set(chosen.filter((_, place) => place !== at), chosen[at] ?? '');
  };
  const pool = options.filter((optionId) => !chosen.includes(optionId));
  const add = (at: number) => {
    const optionId = pool[at] ?? '';
    goTo.current = besides(pool, at);
    set([...chosen, optionId], optionId);
  };
  return (
    <FieldGroup id={id} problem={null} label={labels.question(id)} hint={typeof most === 'number' ? t('ballot.chosen', { chosen: chosen.length, most }) : t('ballot.rank.hint')}>
      <ol className={styles.order} aria-label={t('ballot.rank.mine')}>
        {chosen.map((optionId, at) => (
          <li key={optionId} id={`${rowId}${optionId}`} tabIndex={-1} className={styles.place}>
            <span className={styles.name}>
              <b>{at + 1}.</b> {about(optionId)}
            </span>
            <Button variant="quiet" disabled={at === 0} label={t('ballot.rank.upOf', { name: nameOf(optionId) })} onClick={() => swap(at, at - 1)}>
              {t('ballot.rank.up')}
            </Button>
            <Button variant="quiet" disabled={at === chosen.length - 1} label={t('ballot.rank.downOf', { name: nameOf(optionId) })} onClick={() => swap(at, at + 1)}>
              {t('ballot.rank.down')}
            </Button>
            <Button variant="quiet" label={t('ballot.rank.outOf', { name: nameOf(optionId) })} onClick={() => takeOut(at)}>
              {t('ballot.rank.out')}
            </Button>
          </li>
        ))}
      </ol>
      <ul className={styles.pool} aria-label={t('ballot.rank.others')}>
        {pool.map((optionId, at) => (
          <li key={optionId} id={`${rowId}${optionId}`} tabIndex={-1} className={styles.place}>
            <span className={styles.name}>
              {about(optionId)}
            </span>
            <Button variant="secondary" disabled={isFull} label={t('ballot.rank.addOf', { name: nameOf(optionId) })} onClick={() => add(at)}>
              {t('ballot.rank.add')}
            </Button>
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}
