import type { ReceiptState, SignedPromise } from '@isegoria/ledger/contracts';
import { Button, DateText, Disclosure, Facts, graph, Notice, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { LedgerPlace } from './documents';
import styles from './ledger.module.css';
import { recalled } from './memory';

/** Checks a receipt in this browser, against the tiles: whether the vote is in. `leafHash` is base64, as the promise has it. */
export async function checkReceipt(leafHash: string, promise: SignedPromise | null = null): Promise<ReceiptState> {
  const [contracts, { logFiles }] = await Promise.all([import('@isegoria/ledger/contracts'), import('./log-files')]);
  const find = async (hash: string) => (await graph(LedgerPlace, { leafHash: hash })).ledgerProof?.index ?? null;
  return contracts.checkReceipt(logFiles, { leafHash, promise, remembered: recalled(), find, now: new Date() });
}

const tones = { in: 'done', waiting: 'info', broken_promise: 'problem', no_promise: 'problem', not_in: 'warning', failed: 'warning' } as const;

/** A receipt with its button; the answer is one plain sentence, the mathematics are one press away. */
export function ReceiptCheck({ leafHash, promise = null }: { leafHash: string; promise?: SignedPromise | null }) {
  const { t } = useWords('ledger');
  const [found, setFound] = useState<ReceiptState | { state: 'failed' } | null>(null);
  const [isChecking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    setFound(await checkReceipt(leafHash, promise).catch(() => ({ state: 'failed' as const })));
    setChecking(false);
  };
  return (
    <div className={styles.receipt}>
      <Button variant="quiet" pending={isChecking} onClick={() => void check()}>
        {t(isChecking ? 'receipt.pending' : 'receipt.check')}
      </Button>
      {found && <ReceiptFound found={found} leafHash={leafHash} />}
    </div>
  );
}

function ReceiptFound({ found, leafHash }: { found: ReceiptState | { state: 'failed' }; leafHash: string }) {
  const { t, n } = useWords('ledger');
  const places = found.state === 'in' ? { line: found.index + 1, count: found.size } : {};
  const facts = [
    { label: t('receipt.hash'), value: <code className={styles.code}>{leafHash}</code> },
    ...('promisedAt' in found ? [{ label: t('receipt.promisedAt'), value: <DateText at={found.promisedAt} style="moment" /> }] : []),
    ...(found.state === 'in' ? [{ label: t('receipt.path'), value: n(found.path.length) }] : []),
  ];
  return (
    <Notice tone={tones[found.state]} live title={t(`receipt.${found.state}`, places)}>
      <Disclosure label={t('receipt.maths')}>
        <Facts facts={facts} />
        <p>{t('receipt.what')}</p>
      </Disclosure>
    </Notice>
  );
}
