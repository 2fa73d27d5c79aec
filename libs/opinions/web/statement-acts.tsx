import type { Subject } from '@isegoria/kernel/contracts';
import { announce, Button, Dialog, useAct, useWords } from '@isegoria/ui/web';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { OpinionsOf, type ShownStatement, WithdrawOpinion } from './documents';

/** What the page around the opinions adds to each statement: the way to report it, and by which words it is told from the others. */
export type ReportSlot = (item: Subject, of: string) => ReactNode;

/** What can be done about a statement besides answering it: its author takes it back, everybody else reports it. */
export function StatementActs({ statement, report, onWithdrawn }: { statement: ShownStatement; report?: ReportSlot; onWithdrawn(): void }) {
  const { t } = useWords('opinions');
  const { id, text, mine } = statement;
  if (mine) return <WithdrawOwn statement={statement} onWithdrawn={onWithdrawn} />;
  if (report) return report({ kind: 'opinion', id }, text);
  return (
    <Link to={`/report/opinion/${id}`} rel="nofollow" aria-label={t('reportOf', { text })}>
      {t('report')}
    </Link>
  );
}

/** The author takes a statement back, after a second thought. */
export function WithdrawOwn({ statement: { id, text }, onWithdrawn }: { statement: ShownStatement; onWithdrawn?(): void }) {
  const { t } = useWords('opinions');
  const [asking, ask] = useState(false);
  const [withdraw, { pending }] = useAct(WithdrawOpinion, { refresh: [OpinionsOf] });
  // Once the statement has gone from under their hands, the reader goes on in the part of the page where it stood.
  const from = useRef<HTMLElement | null>(null);
  const isGone = useRef(false);
  useEffect(() => () => void (isGone.current && from.current?.focus({ preventScroll: true })), []);
  const begin = (button: HTMLElement) => {
    from.current = button.closest<HTMLElement>('section:not([aria-label])') ?? document.querySelector('h1');
    if (from.current) from.current.tabIndex = -1;
    ask(true);
  };
  const yes = async () => {
    if (!(await withdraw({ id }))) return;
    isGone.current = true;
    announce(t('withdraw.done'));
    ask(false);
    onWithdrawn?.();
  };
  const actions = (
    <Button variant="danger" pending={pending} onClick={() => void yes()}>
      {t('withdraw.yes')}
    </Button>
  );
  return (
    <>
      <Button variant="quiet" label={t('withdraw.actOf', { text })} onClick={({ currentTarget }) => begin(currentTarget)}>
        {t('withdraw.act')}
      </Button>
      <Dialog title={t('withdraw.title')} open={asking} onClose={() => ask(false)} closeLabel={t('withdraw.no')} actions={actions}>
        <p>{t('withdraw.text')}</p>
      </Dialog>
    </>
  );
}
