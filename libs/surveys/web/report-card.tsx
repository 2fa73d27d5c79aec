import { useMe } from '@isegoria/identity/web';
import { AskedButton, announce, Card, PlainText, Tag, useAct, useWords } from '@isegoria/ui/web';
import { KeepPromiseDocument, type ShownSurvey, SurveyDocument } from './documents';
import styles from './surveys.module.css';

/** What the department learned and does, and whether it kept what it promised. */
export function ReportCard({ survey: { id, report, department } }: { survey: ShownSurvey }) {
  const { t, d } = useWords('surveys');
  const { me, is } = useMe();
  const [keep, { pending }] = useAct(KeepPromiseDocument, { refresh: [SurveyDocument] });
  if (!report) return null;
  const { learned, does, promise, at } = report;
  const yes = async (close: () => void) => {
    if ((await keep({ id }))?.keepSurveyPromise.__typename !== 'SurveySaved') return;
    close();
    announce(t('report.keptSaid'));
  };
  // The server has the last word; this only keeps the button from those who would be refused.
  const isTheirs = is('administrator') || (is('official') && me?.departmentId === department?.id);
  return (
    <Card title={t('report.title')} note={d(at)} edge="olive">
      <h3>{t('report.learned')}</h3>
      <div lang="el" className={styles.measure}><PlainText text={learned} /></div>
      <h3>{t('report.does')}</h3>
      <div lang="el" className={styles.measure}><PlainText text={does} /></div>
      {promise && (
        <>
          <h3>{t('report.promise')}</h3>
          <div lang="el" className={styles.measure}><PlainText text={promise.text} /></div>
          <p>
            <Tag tone={promise.doneAt ? 'olive' : promise.isOverdue ? 'terracotta' : 'sun'}>
              {promise.doneAt ? t('report.kept', { date: d(promise.doneAt, 'short') }) : t(promise.isOverdue ? 'report.overdue' : 'report.until', { date: d(promise.dueAt, 'short') })}
            </Tag>
          </p>
          {isTheirs && !promise.doneAt && (
            <AskedButton act={t('report.keep')} variant="secondary" yesVariant="primary" question={t('report.keepAsk')} yes={t('report.keepYes')} pending={pending} onYes={yes}>
              <p>{t('report.keepText')}</p>
            </AskedButton>
          )}
        </>
      )}
    </Card>
  );
}
