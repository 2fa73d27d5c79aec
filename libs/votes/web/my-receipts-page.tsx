import { Button, Dialog, Disclosure, Empty, FileField, FormActs, Notice, Page, Section, TextArea, useGraph, useWords } from '@isegoria/ui/web';
import { useEffect, useRef, useState } from 'react';
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

/** What became of a press: in words, and whether the buttons that were pressed are gone with what they were for. */
interface Told {
  tone: 'done' | 'problem';
  text: string;
  isErased?: boolean;
}

/** Receipts go to another device as a file or as text, and never over us. */
function OtherDevice({ receipts }: { receipts: readonly Receipt[] }) {
  const { t } = useWords('votes');
  const [text, setText] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const telling = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told?.isErased) telling.current?.focus();
  }, [told]);
  const take = (from: string) => {
    const added = keepReceipts(readReceipts(from));
    setTold(added > 0 ? { tone: 'done', text: t('mine.taken', { count: added }) } : { tone: 'problem', text: t('mine.notTaken') });
    setText('');
  };
  const forget = () => {
    setTold({ tone: 'done', text: t('mine.forgotten', { count: receipts.length }), isErased: true });
    setAsking(false);
    forgetReceipts();
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
            <Button variant="quiet" onClick={() => setAsking(true)}>
              {t('mine.forget')}
            </Button>
          </FormActs>
        )}
        {isAsking && (
          <Dialog open title={t('mine.forgetSure', { count: receipts.length })} onClose={() => setAsking(false)} actions={<Button variant="danger" onClick={forget}>{t('mine.forgetYes')}</Button>}>
            <p>{t('mine.forgetText')}</p>
          </Dialog>
        )}
        <FileField name="file" label={t('mine.file')} accept=".json,application/json" onFile={(file) => void file.text().then(take)} />
        <TextArea name="receipts" label={t('mine.paste')} value={text} onChange={setText} />
        <Button variant="secondary" disabled={text.trim() === ''} onClick={() => take(text)}>
          {t('mine.take')}
        </Button>
        <div ref={telling} tabIndex={-1}>
          {told && <Notice tone={told.tone} live={!told.isErased}>{told.text}</Notice>}
        </div>
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

const kinds = ['support', 'initiative', 'evaluation', 'survey', 'poll', 'budget'];

/** What sort of vote the line says it is; a line that says nothing known is an «other». */
function kindOf({ leaf }: Receipt): string {
  const kind = /"kind":"(\w+)"/.exec(leaf)?.[1] ?? '';
  return kinds.includes(kind) ? kind : 'other';
}
