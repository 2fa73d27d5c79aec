import { ReceiptCheck } from '@isegoria/ledger/web';
import { Disclosure, useWords } from '@isegoria/ui/web';
import { useEffect, useState } from 'react';
import type { Receipt } from './receipts';
import styles from './receipts.module.css';

/** One receipt: its check, and the very line that stands in the ledger. The hash is made here, of that line: no server says what was receipted. */
export function ReceiptLine({ receipt: { leaf, promise } }: { receipt: Receipt }) {
  const { t } = useWords('votes');
  const hash = useLeafHash(leaf);
  if (hash === null) return null;
  return (
    <div>
      <ReceiptCheck leafHash={hash} promise={promise} />
      <Disclosure label={t('mine.line')}>
        <p>{t('mine.lineText')}</p>
        <p className={styles.line}>{leaf}</p>
      </Disclosure>
    </div>
  );
}

function useLeafHash(leaf: string): string | null {
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('@isegoria/ledger/contracts').then(({ base64, leafHash, utf8ToBytes }) => isWanted && setHash(base64(leafHash(utf8ToBytes(leaf)))));
    return () => {
      isWanted = false;
    };
  }, [leaf]);
  return hash;
}
