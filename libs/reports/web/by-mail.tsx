import { type ReportRhythm, keptFor, rhythmsOf } from '@isegoria/reports/contracts';
import { Button, Disclosure, Notice, Select, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link } from 'react-router';
import { MyReports, SubscribeToReport } from './documents';
import styles from './reports.module.css';

/** Asks for this page by mail, in one of the ways in which its kind comes. */
export function ByMail({ kind, id }: { kind: string; id: string }) {
  const { t } = useWords('reports');
  const rhythms = rhythmsOf(kind);
  const [rhythm, setRhythm] = useState<ReportRhythm>(rhythms[0] ?? 'weekly');
  const [said, setSaid] = useState<'asked' | 'rhythm' | 'too_many' | 'unknown' | null>(null);
  const [subscribe, { pending }] = useAct(SubscribeToReport, { refresh: [MyReports] });
  const ask = async () => {
    const answer = (await subscribe({ kind, reportId: keptFor(kind, id), rhythm }))?.subscribeToReport;
    if (answer) setSaid(answer.__typename === 'ReportSubscription' ? 'asked' : answer.reason === 'rhythm' || answer.reason === 'too_many' ? answer.reason : 'unknown');
  };
  return (
    <Disclosure label={t('part.mail')}>
      <div className={styles.mail}>
        <Select
          name="rhythm"
          label={t('part.when')}
          hint={t('part.mailHint')}
          choices={rhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
          value={rhythm}
          onChange={(value) => {
            setRhythm(rhythms.find((one) => one === value) ?? rhythm);
            setSaid(null);
          }}
        />
        <p>
          <Button variant="secondary" pending={pending} onClick={() => void ask()}>
            {t('part.ask')}
          </Button>
        </p>
        {said !== null && (
          <Notice live tone={said === 'asked' ? 'done' : 'problem'}>
            {said === 'asked' ? t('part.asked') : t(`refused.${said}`)}
          </Notice>
        )}
        <p>
          <Link to="/reports">{t('part.all')}</Link>
        </p>
      </div>
    </Disclosure>
  );
}
