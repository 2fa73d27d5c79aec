import { useMe } from '@isegoria/identity/web';
import { Button, Card, Facts, Notice, PlainText, refusalText, Tag, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { KeepPromiseDocument, type ShownSurvey, SurveyDocument } from './documents';
import styles from './survey-page.module.css';

/** What the department made of the answers: what it learned, what it does, what it promised and whether it kept it. */
export function ReportCard({ survey: { id, department, report } }: { survey: ShownSurvey }) {
  const { t, lt, d } = useWords('surveys');
  if (!report) return null;
  const { learned, does, promise, at } = report;
  return (
    <Card edge="olive" title={t('report.title')} note={[department && lt(department.name), d(at)].filter(Boolean).join(', ')}>
      <h3 className={styles.small}>{t('report.learned')}</h3>
      <PlainText text={learned} />
      <h3 className={styles.small}>{t('report.does')}</h3>
      <PlainText text={does} />
      {promise && <PromiseLine id={id} departmentId={department?.id ?? null} promise={promise} />}
    </Card>
  );
}

type Promised = NonNullable<NonNullable<ShownSurvey['report']>['promise']>;

function PromiseLine({ id, departmentId, promise: { text, dueAt, doneAt, isOverdue } }: { id: string; departmentId: string | null; promise: Promised }) {
  const words = useWords('surveys');
  const { t, d } = words;
  const { me, is } = useMe();
  const [refused, setRefused] = useState<string | null>(null);
  const [keep, { pending }] = useAct(KeepPromiseDocument, { refresh: [SurveyDocument] });
  // The server asks again.
  const isOurs = is('administrator') || (is('official') && me?.departmentId === departmentId);
  const press = async () => {
    const result = (await keep({ id }))?.keepSurveyPromise;
    setRefused(result && 'reason' in result ? refusalText(words, result.reason) : null);
  };
  const tag = doneAt ? <Tag tone="olive">{t('report.kept', { date: d(doneAt) })}</Tag> : <Tag tone={isOverdue ? 'terracotta' : 'sun'}>{t(isOverdue ? 'report.overdue' : 'report.due', { date: d(dueAt) })}</Tag>;
  return (
    <>
      <Facts facts={[{ label: t('report.promise'), value: <><span lang="el">{text}</span> {tag}</> }]} />
      {isOurs && !doneAt && <Button variant="secondary" pending={pending} onClick={() => void press()}>{t('report.markKept')}</Button>}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}
