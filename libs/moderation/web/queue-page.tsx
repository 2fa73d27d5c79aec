import { useCallback, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { RequireRole } from '@isegoria/identity/web';
import { announce, Button, Empty, FailureNotice, Page, useWords, Waiting } from '@isegoria/ui/web';
import { CasePanel, type PanelActs } from './case-panel';
import { KeysHelp } from './keys-help';
import { QueueList } from './queue-list';
import styles from './queue.module.css';
import { Tabs } from './tabs';
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
  const { rows, total, pending, error, refetch } = useQueue(setTouched);

  const select = useCallback((id: string | null) => setSearch(id ? { case: id } : {}, { replace: true }), [setSearch]);
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
    void refetch();
  };
  const decide = (act: keyof PanelActs) => () => acts.current?.[act]();
  useShortcuts(keysOn, {
    j: () => step(1), k: () => step(-1), r: decide('return'), a: decide('approve'), h: decide('hide'), g: decide('pass'), '?': () => setHelping(true),
  });

  return (
    <Page title={t('queue.title')} wide actions={<Button variant="quiet" onClick={() => setHelping(true)} shortcut="?">{t('queue.keys')}</Button>}>
      <Tabs />
      {error && rows.length === 0 && <FailureNotice failure={error} retry={() => void refetch()} />}
      {pending && <Waiting />}
      {!pending && !error && rows.length === 0 && !selected && (
        <Empty title={t('queue.empty')}>
          <p>{t('queue.emptyWhy')}</p>
        </Empty>
      )}
      {(rows.length > 0 || selected) && (
        <div className={styles.desk} data-open={selected ? true : undefined}>
          <QueueList rows={rows} total={total} selected={selected} onSelect={select} />
          <div className={styles.panel}>
            {selected ? (
              <CasePanel key={selected} caseId={selected} acts={acts} keysOn={keysOn} touched={touched} onDone={done} onBack={() => select(null)} />
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
