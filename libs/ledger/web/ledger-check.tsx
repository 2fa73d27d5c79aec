import { Button, Disclosure, Facts, Notice, Section, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import type { LogFinding } from './check-log';
import styles from './ledger.module.css';
import { keep, recalled } from './memory';

/** The button by which the citizen's own browser checks the log, and what it found, in a sentence. */
export function LedgerCheck() {
  const { t } = useWords('ledger');
  const [finding, setFinding] = useState<LogFinding | 'failed' | null>(null);
  const [isChecking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    setFinding(await found().catch(() => 'failed' as const));
    setChecking(false);
  };
  return (
    <Section title={t('check.title')}>
      <div className={styles.check}>
        <p>{t('check.why')}</p>
        <Button pending={isChecking} onClick={() => void check()}>
          {t(isChecking ? 'check.pending' : finding ? 'check.again' : 'check.button')}
        </Button>
        {finding && <FindingShown finding={finding} />}
      </div>
    </Section>
  );
}

/** The mathematics come when they are asked for, not with the page. */
async function found(): Promise<LogFinding> {
  const [{ checkLog }, { logFiles }] = await Promise.all([import('./check-log'), import('./log-files')]);
  return checkLog(logFiles, recalled(), keep);
}

function FindingShown({ finding }: { finding: LogFinding | 'failed' }) {
  const { t } = useWords('ledger');
  if (finding === 'failed') return <Notice tone="warning" live title={t('check.failed')} />;
  if (finding.kind === 'broken') {
    return (
      <Notice tone="problem" live title={t(`check.broken.${finding.fault}`)}>
        <p>{t('check.brokenHow')}</p>
        <p className={styles.code}>{finding.says}</p>
      </Notice>
    );
  }
  const { kind, size, before } = finding;
  return (
    <>
      <Notice tone="done" live title={t(`check.${kind}`, { count: size, added: size - (before ?? 0) })} />
      <Disclosure label={t('check.maths')}>
        <Mathematics finding={finding} />
      </Disclosure>
    </>
  );
}

function Mathematics({ finding: { key, root, files, before } }: { finding: Exclude<LogFinding, { kind: 'broken' }> }) {
  const { t, n } = useWords('ledger');
  const facts = [
    { label: t('check.key'), value: <code className={styles.code}>{key}</code> },
    { label: t('check.root'), value: <code className={styles.code}>{root}</code> },
    { label: t('check.tiles'), value: n(files) },
    { label: t('check.before'), value: before === null ? t('check.nothing') : t('now.size', { count: before }) },
  ];
  return <Facts facts={facts} />;
}
