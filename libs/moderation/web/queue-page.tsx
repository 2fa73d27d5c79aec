import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Empty, FailureNotice, Notice, Page, useWords, Waiting } from '@isegoria/ui/web';
import { CasePanel, type PanelActs } from './case-panel';
import { KeysHelp } from './keys-help';
import { QueueList } from './queue-list';
import styles from './queue.module.css';
import { Tabs } from './tabs';
import { type MadeDecision, useHeldDecision } from './use-held-decision';
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
  const queue = useQueue(setTouched);
  const { pending, error, refetch } = queue;
  const rows = queue.rows.filter(({ id }) => !decided.includes(id));
  const total = queue.total - (queue.rows.length - rows.length);

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
  const decideNow = (decision: MadeDecision) => {
    hold(decision);
    done(t(`decide.done.${decision.input.decision}`));
  };
  const passed = () => {
    done(t('decide.done.passed'));
    refetch();
  };
  /** The case as it was before its decision, with what was written. */
  const reopen = (decision: MadeDecision | null) => {
    if (!decision) return;
    setBefore(decision);
    select(decision.input.id);
  };
  const decide = (act: keyof PanelActs) => () => acts.current?.[act]();
  useShortcuts(keysOn, {
    j: () => step(1), k: () => step(-1), r: decide('return'), a: decide('approve'), h: decide('hide'), g: decide('pass'), u: () => reopen(takeBack()), '?': () => setHelping(true),
  });

  return (
    <Page title={t('queue.title')} wide actions={<Button variant="quiet" onClick={() => setHelping(true)} shortcut="?">{t('queue.keys')}</Button>}>
      <Tabs />
      {held && (
        <div className={styles.held}>
          <Notice title={t(`decide.done.${held.input.decision}`)}>
            <p>{held.name}</p>
            <Button variant="secondary" shortcut={keysOn ? 'U' : undefined} onClick={() => reopen(takeBack())}>
              {t('decide.undo')}
            </Button>
          </Notice>
        </div>
      )}
      {refused && (
        <Notice tone="problem" live title={t('decide.notSent', { name: refused.name })}>
          <p>{t(`decide.refused.${refused.why}`)}</p>
          <Button variant="secondary" onClick={() => reopen(refused)}>
            {t('decide.openAgain')}
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
          <QueueList rows={rows} total={total} selected={selected} onSelect={select} onMore={queue.grow} growing={queue.growing} />
          <div className={styles.panel}>
            {selected ? (
              <CasePanel key={selected} caseId={selected} acts={acts} keysOn={keysOn} touched={touched} before={before?.input.id === selected ? before : null} onDecide={decideNow} onPassed={passed} onBack={() => select(null)} />
            ) : (
              <Empty title={t('queue.choose')}>
                <p>{t('queue.chooseHow')}</p>
              </Empty>
            )}
          </div>
        </div>
      )}
      <KeysHelp open={helping} on={keysOn} onChange={setKeysOn} onClose={() => setHelping(false)} />
    </Page>
  );
}
