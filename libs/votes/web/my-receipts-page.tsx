import { Button, Disclosure, Empty, FormActs, Notice, Page, Section, TextArea, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { BallotTitle } from './documents';
import { ReceiptLine } from './receipt-line';
import { forgetReceipts, keepReceipts, readReceipts, type Receipt, useReceipts } from './receipts';
import styles from './receipts.module.css';

/** «Οι ψήφοι μου»: the receipts of this browser, each checked here, against the public ledger, without asking the server to be believed. */
export function Component() {
  const { t } = useWords('votes');
  const receipts = useReceipts();
  const ballots = [...new Set(receipts.map(({ ballotId }) => ballotId))];
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')}>
      <Notice>{t('mine.secret')}</Notice>
      {receipts.length === 0 && <Empty title={t('mine.none')}>{t('mine.noneText')}</Empty>}
      {ballots.map((ballotId) => (
        <BallotReceipts key={ballotId} receipts={receipts.filter((receipt) => receipt.ballotId === ballotId)} />
      ))}
      <OtherDevice receipts={receipts} />
    </Page>
  );
}

/** The receipts of one ballot, the latest first: what it replaced stands in the ledger too. */
function BallotReceipts({ receipts }: { receipts: readonly Receipt[] }) {
  const { t, lt } = useWords('votes');
  const [latest, ...former] = receipts;
  const { data } = useGraph(BallotTitle, { id: latest?.ballotId ?? '' }, { enabled: latest !== undefined });
  if (!latest) return null;
  const { title, path } = data?.ballot ?? { title: null, path: null };
  return (
    <Section title={title ? lt(title) : t(`mine.kind.${kindOf(latest)}`)} more={path ? { to: path, label: t('mine.toBallot') } : undefined}>
      <p className={styles.ballot}>{title ? t(`mine.kind.${kindOf(latest)}`) : latest.ballotId}</p>
      <ReceiptLine receipt={latest} />
      {former.length > 0 && (
        <Disclosure label={t('mine.former', { count: former.length })}>
          {former.map((receipt) => (
            <ReceiptLine key={receipt.leaf} receipt={receipt} />
          ))}
        </Disclosure>
      )}
    </Section>
  );
}

/** Receipts go to another device as a file or as text, and never over us. */
function OtherDevice({ receipts }: { receipts: readonly Receipt[] }) {
  const { t } = useWords('votes');
  const [text, setText] = useState('');
  const [added, setAdded] = useState<number | null>(null);
  const take = () => {
    setAdded(keepReceipts(readReceipts(text)));
    setText('');
  };
  return (
    <Section title={t('mine.other')}>
      <div className={styles.stack}>
        <p>{t('mine.otherText')}</p>
        {receipts.length > 0 && (
          <FormActs>
            <Button variant="secondary" onClick={() => save(receipts)}>
              {t('mine.save')}
            </Button>
            <Button variant="quiet" onClick={forgetReceipts}>
              {t('mine.forget')}
            </Button>
          </FormActs>
        )}
        <TextArea name="receipts" label={t('mine.paste')} value={text} onChange={setText} />
        <Button variant="secondary" disabled={text.trim() === ''} onClick={take}>
          {t('mine.take')}
        </Button>
        {added !== null && <Notice tone={added > 0 ? 'done' : 'problem'} live>{added > 0 ? t('mine.taken', { count: added }) : t('mine.notTaken')}</Notice>}
      </div>
    </Section>
  );
}

function save(receipts: readonly Receipt[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(receipts)], { type: 'application/json' }));
  link.download = 'isegoria-receipts.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

const kinds = ['support', 'evaluation', 'poll', 'budget'];

/** What sort of vote the line says it is; a line that says nothing known is an «other». */
function kindOf({ leaf }: Receipt): string {
  const kind = /"kind":"(\w+)"/.exec(leaf)?.[1] ?? '';
  return kinds.includes(kind) ? kind : 'other';
}
