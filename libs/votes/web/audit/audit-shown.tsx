import { Disclosure, Facts, Notice, useWords } from '@isegoria/ui/web';
import type { AuditReport } from '@isegoria/votes/contracts';
import styles from './audit.module.css';

const mostShown = 20;

/** What the audit found, in one sentence; what was looked at, one press away. */
export function AuditShown({ report, ballotId }: { report: AuditReport; ballotId: string }) {
  const { t } = useWords('votes');
  const { ballots, reopened, problems, box } = report;
  const isOther = box !== null && box !== ballotId;
  if (isOther) return <Notice tone="problem" live title={t('audit.otherBox', { box })} />;
  if (problems.length > 0) {
    return (
      <>
        <Notice tone="problem" live title={t('audit.wrong', { count: problems.length })}>
          <ul className={styles.problems}>
            {problems.slice(0, mostShown).map(({ kind, line }, at) => (
              <li key={at}>{t(`audit.problem.${kind}`)}{line !== null && ` ${t('audit.line', { line })}`}</li>
            ))}
          </ul>
          {problems.length > mostShown && <p>{t('audit.more', { count: problems.length - mostShown })}</p>}
        </Notice>
        <Mathematics report={report} />
      </>
    );
  }
  return (
    <>
      <Notice tone="done" live title={t('audit.right', { count: ballots })}>{t(reopened === null ? 'audit.notReopened' : 'audit.reopened')}</Notice>
      <Mathematics report={report} />
    </>
  );
}

function Mathematics({ report: { ballots, valid, invalid, blank, replaced, logged, reopened, digest } }: { report: AuditReport }) {
  const { t, n } = useWords('votes');
  if (digest === '') return null;
  const facts = [
    { label: t('audit.maths.ballots'), value: n(ballots) },
    { label: t('boxes.result.valid'), value: n(valid) },
    { label: t('boxes.result.invalid'), value: n(invalid) },
    { label: t('boxes.result.blank'), value: n(blank) },
    { label: t('boxes.result.replaced'), value: n(replaced) },
    { label: t('audit.maths.logged'), value: logged === null ? '–' : n(logged) },
    { label: t('audit.maths.reopened'), value: reopened === null ? '–' : n(reopened) },
    { label: t('audit.maths.digest'), value: <code className={styles.code}>{digest}</code> },
  ];
  return (
    <Disclosure label={t('audit.maths.open')}>
      <div className={styles.stack}>
        <ol>
          {['commitment', 'once', 'published', 'ledger', 'key'].map((step) => (
            <li key={step}>{t(`audit.maths.step.${step}`)}</li>
          ))}
        </ol>
        <Facts columns={2} facts={facts} />
        <p>{t('audit.maths.offline')} <code className={styles.code}>npm run isegoria -- audit FILE</code></p>
      </div>
    </Disclosure>
  );
}
