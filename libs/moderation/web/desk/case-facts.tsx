import { Disclosure, Facts, Notice, Tag, useWords } from '@isegoria/ui/web';
import { ruleName, waited } from './case-words';
import type { CaseShown } from '../documents';
import styles from './queue.module.css';
import { useNow } from '../use-now';

/** What is known of a case besides its text. */
export function CaseFacts({ found }: { found: CaseShown }) {
  const words = useWords('moderation');
  const { t, n } = words;
  const now = useNow();
  const { row, author } = found;
  const reports = found.trustedReports > 0 ? t('case.reportsTrusted', { reports: n(row.reports), count: found.trustedReports }) : n(row.reports);
  const record = `${t('case.authorContributions', { count: author.contributions })}, ${t('case.authorDecisions', { count: author.decisions })}`;
  const facts = [
    { label: t('case.reports'), value: reports },
    { label: t('case.author'), value: record },
    { label: t('case.rule'), value: row.rule === null ? t('case.ruleNone') : t('case.ruleIs', { number: row.rule, name: ruleName(words, row.rule) }) },
    found.seenBy === null ? { label: t('case.waits'), value: waited(words, row.since, now) } : { label: t('case.seen'), value: found.seenBy > 0 ? t('case.seenAbout', { count: found.seenBy }) : t('case.seenNobody') },
  ];
  return (
    <>
      <Facts facts={facts} columns={2} />
      {row.coordinated && <Notice tone="warning">{t('case.coordinated')}</Notice>}
      <Reports found={found} />
      <Previous found={found} />
    </>
  );
}

function Reports({ found }: { found: CaseShown }) {
  const { t } = useWords('moderation');
  const withNotes = found.reports.filter(({ note }) => note !== '');
  if (withNotes.length === 0) return null;
  return (
    <Disclosure label={t('case.notes')}>
      <ul role="list" className={styles.notesList}>
        {withNotes.map(({ rule, note, trusted }, at) => (
          <li key={at}>
            <span className={styles.quiet}>{t('case.note', { rule })}</span> {note} {trusted && <Tag tone="olive">{t('case.trusted')}</Tag>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Previous({ found }: { found: CaseShown }) {
  const { t, d } = useWords('moderation');
  if (found.previous.length === 0) return null;
  return (
    <Disclosure label={t('case.previous')}>
      <ul role="list" className={styles.notesList}>
        {found.previous.map(({ caseId, decision, reason, at }) => (
          <li key={caseId}>
            {t('case.previousLine', { decision: t(`decision.${decision}`), date: d(at) })} {reason}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
