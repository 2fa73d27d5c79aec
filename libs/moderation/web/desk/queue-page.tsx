import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Empty, FailureNotice, Notice, Page, useWords, Waiting } from '@isegoria/ui/web';
import { CasePanel, type PanelActs } from './case-panel';
import type { RowShown } from '../documents';
import { KeysHelp } from './keys-help';
import { LotDialog } from './lot-dialog';
import { QueueList } from './queue-list';
import styles from './queue.module.css';
import { Tabs } from './tabs';
import { type MadeDecision, type RefusedDecision, useHeldDecision } from './use-held-decision';
import { useMarks } from './use-marks';
import { useKeysWish, useShortcuts } from './use-shortcuts';
import { type QueueChange, useQueue } from './use-queue';

/** Where moderators work: what waits on the left, the case on the right, and every act on a key. */
export function Component() {
  return (
    <RequireRole roles={['moderator', 'administrator']}>
      <QueuePage />
    </RequireRole>
  );
}

export function QueuePage() {
  const { t } = useWords('moderation');
  const [search, setSearch] = useSearchParams();
  const selected = search.get('case');
  const acts = useRef<PanelActs | null>(null);
  const [helping, setHelping] = useState(false);
  const [keysOn, setKeysOn] = useKeysWish();
  const [touched, setTouched] = useState<QueueChange | null>(null);
  const { held, decided, refused, hold, takeBack } = useHeldDecision();
  const [before, setBefore] = useState<MadeDecision | null>(null);
  const [lot, setLot] = useState<readonly RowShown[]>([]);
  const queue = useQueue(setTouched);
  const { pending, error, refetch } = queue;
  const rows = queue.rows.filter(({ id }) => !decided.includes(id));
  const total = queue.total - (queue.rows.length - rows.length);
  const marks = useMarks(rows);

  // From the list to a case is a step that Back takes back; from case to case it is the same step.
  const select = (id: string | null) => setSearch(id ? { case: id } : {}, { replace: selected !== null });
  const left = useRef(selected);
  useEffect(() => {
    if (left.current && !selected) (document.getElementById(`case-${left.current}`) ?? document.querySelector('h1'))?.focus({ preventScroll: true });
    left.current = selected;
  }, [selected]);
  const place = rows.findIndex(({ id }) => id === selected);
  const step = (by: number) => {
    const next = rows[place === -1 ? 0 : Math.min(Math.max(place + by, 0), rows.length - 1)];
    if (next) select(next.id);
  };
  /** After a decision: the one that stood behind it, so that the work goes on. */
  const done = (said: string) => {
    announce(said);
    const next = rows[place + 1] ?? rows[place - 1];
    select(next && next.id !== selected ? next.id : null);
  };
  const make = (decision: MadeDecision) => {
    setBefore(null);
    hold(decision);
  };
  const decideMarked = (decision: MadeDecision) => {
    setLot([]);
    marks.put([]);
    make(decision);
    announce(whatWasDone(decision));
    if (decision.cases.some(({ id }) => id === selected)) select(null);
  };
  const decideNow = (decision: MadeDecision) => {
    make(decision);
    done(whatWasDone(decision));
  };
  const passed = () => {
    done(t('decide.done.passed'));
    refetch();
  };
  /** The case as it was before its decision, or the marks, with what was written. */
  const reopen = (decision: MadeDecision | null) => {
    const [first] = decision?.cases ?? [];
    if (!decision || !first) return;
    setBefore(decision);
    if (decision.lot) marks.put(decision.cases.map(({ id }) => id));
    else select(first.id);
  };
  const whatWasDone = ({ lot, decision, cases }: MadeDecision) => t(lot ? `lot.done.${decision}` : `decide.done.${decision}`, { count: cases.length });
  const decide = (act: keyof PanelActs) => () => acts.current?.[act]();
  /** The row that has the focus, or the case that is open. */
  const mark = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-case]')?.dataset['case'];
    const row = rows.find((one) => one.id === id) ?? rows[place];
    if (row) marks.toggle(row.id);
  };
  useShortcuts(keysOn, {
    x: mark, d: () => setLot(marks.marked), j: () => step(1), k: () => step(-1), r: decide('return'), a: decide('approve'), h: decide('hide'), g: decide('pass'), u: () => reopen(takeBack()), '?': () => setHelping(true),
  });

  return (
    <Page title={t('queue.title')} wide actions={<Button variant="quiet" onClick={() => setHelping(true)} shortcut="?">{t('queue.keys')}</Button>}>
      <Tabs />
      {held && (
        <div className={styles.held}>
          <Notice title={whatWasDone(held)}>
            {!held.lot && <p>{held.cases[0]?.name}</p>}
            <Button variant="secondary" shortcut={keysOn ? 'U' : undefined} onClick={() => reopen(takeBack())}>
              {t('decide.undo')}
            </Button>
          </Notice>
        </div>
      )}
      {refused && (
        <Notice tone="problem" live title={refused.lot ? t('lot.notSent', { count: refused.cases.length }) : t('decide.notSent', { name: refused.cases[0]?.name })}>
          <Refusals refused={refused} />
          <Button variant="secondary" onClick={() => reopen(refused)}>
            {t(refused.lot ? 'lot.markAgain' : 'decide.openAgain')}
          </Button>
        </Notice>
      )}
      {error && rows.length === 0 && <FailureNotice failure={error} retry={refetch} />}
      {pending && <Waiting />}
      {!pending && !error && rows.length === 0 && !selected && (
        <Empty title={t('queue.empty')}>
          <p>{t('queue.emptyWhy')}</p>
        </Empty>
      )}
      {(rows.length > 0 || selected) && (
        <div className={styles.desk} data-open={selected ? true : undefined}>
          <QueueList rows={rows} total={total} selected={selected} onSelect={select} marks={marks} onDecideMarked={() => setLot(marks.marked)} keysOn={keysOn} onMore={queue.grow} growing={queue.growing} />
          <div className={styles.panel}>
            {selected ? (
              <CasePanel key={selected} caseId={selected} acts={acts} keysOn={keysOn} touched={touched} before={before && !before.lot && before.cases[0]?.id === selected ? before : null} onDecide={decideNow} onPassed={passed} onBack={() => select(null)} />
            ) : (
              <Empty title={t('queue.choose')}>
                <p>{t('queue.chooseHow')}</p>
              </Empty>
            )}
          </div>
        </div>
      )}
      {lot.length > 0 && <LotDialog cases={lot} before={before?.lot ? before : null} onDecide={decideMarked} onClose={() => setLot([])} />}
      <KeysHelp open={helping} on={keysOn} onChange={setKeysOn} onClose={() => setHelping(false)} />
    </Page>
  );
}

/** Why the city did not take it: of many, each with its name. */
function Refusals({ refused: { lot, cases } }: { refused: RefusedDecision }) {
  const { t } = useWords('moderation');
  if (!lot) return <p>{t(`decide.refused.${cases[0]?.why}`)}</p>;
  return (
    <ul className={styles.refusals}>
      {cases.map(({ id, name, why }) => <li key={id}>{name}: {t(`lot.refused.${why}`)}</li>)}
    </ul>
  );
}
