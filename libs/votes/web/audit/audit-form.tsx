import { Button, Disclosure, FileField, Form, FormActs, Notice, TextField, useWords } from '@isegoria/ui/web';
import { type AuditReport } from '@isegoria/votes/contracts';
import { useEffect, useRef, useState } from 'react';
import { AuditShown } from './audit-shown';
import styles from './audit.module.css';

/** The file, the shares where somebody has them, and the press. All of it stays in this browser. */
export function AuditForm({ ballotId, isTrustee }: { ballotId: string; isTrustee: boolean }) {
  const { t } = useWords('votes');
  const [file, setFile] = useState<File | null>(null);
  const [shares, setShares] = useState(['', '']);
  const [report, setReport] = useState<AuditReport | 'failed' | 'early' | null>(null);
  const [isChecking, setChecking] = useState(false);
  const isReady = isTrustee || file !== null;
  const isHere = useRef(true);
  useEffect(() => () => void (isHere.current = false), []);
  const check = async () => {
    if (!isReady || isChecking) return;
    setChecking(true);
    const own = shares.filter((share) => share.trim() !== '');
    const early = () => {
      setReport('early');
      return isHere.current;
    };
    setReport(await found(ballotId, file, own, early).catch(() => 'failed' as const));
    setChecking(false);
  };
  return (
    <Form words="votes" label={t('audit.title')} onSubmit={() => void check()}>
      {isTrustee && <p>{t('audit.own')}</p>}
      <FileField name="file" label={t(isTrustee ? 'audit.otherFile' : 'audit.file')} accept=".jsonl,application/jsonl,application/json,text/plain" chosen={file?.name ?? null} onFile={setFile} />
      <Disclosure label={t('audit.withKey')}>
        <div className={styles.stack}>
          <p>{t('audit.withKeyText')}</p>
          {shares.map((share, at) => (
            <TextField key={at} name={`share.${at}`} optional label={t('audit.share', { number: at + 1 })} value={share} onChange={(text) => setShares(shares.map((each, place) => (place === at ? text : each)))} autoComplete="off" spellCheck={false} />
          ))}
        </div>
      </Disclosure>
      <FormActs>
        <Button type="submit" pending={isChecking} disabled={!isReady}>{t(isChecking ? 'audit.checking' : 'audit.check')}</Button>
      </FormActs>
      {(report === 'failed' || report === 'early') && <Notice tone="warning" live title={t(`audit.${report}`)} />}
      {report && typeof report !== 'string' && <AuditShown report={report} ballotId={ballotId} />}
    </Form>
  );
}

/** The mathematics and the files come when they are asked for. */
async function found(ballotId: string, file: File | null, shares: string[], onEarly: () => boolean): Promise<AuditReport> {
  const [{ audited, auditedInTime, boxInLedger }, { logFiles, recalled }] = await Promise.all([import('@isegoria/votes/contracts'), import('@isegoria/ledger/web')]);
  const path = `/boxes/${encodeURIComponent(ballotId)}`;
  return auditedInTime(async () => {
    const [text, published, ledger] = await Promise.all([file ? file.text() : read(`${path}/audit.jsonl`), read(`${path}/ballots.jsonl`), boxInLedger(logFiles, ballotId, recalled())]);
    return { ledger, report: await audited(text, { published, ledger, ...(shares.length > 0 ? { shares } : {}) }) };
  }, onEarly);
}

async function read(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}
