import { closing, Extensions, opening } from '@isegoria/processes/web';
import { Card, DateText, type Fact, Facts, useWords } from '@isegoria/ui/web';
import type { ShownSurvey } from './documents';
import styles from './survey-page.module.css';
import { useAsked } from './use-asked';

/** Who asks whom, until when, and what becomes of the answers. */
export function SurveyFacts({ survey }: { survey: ShownSurvey }) {
  const { t, lt, lang } = useWords('surveys');
  const processes = useWords('processes');
  const { status, department, opensAt, closesAt, isLive, publishesWords, channels, handIn, entryUntil, questionCount, minutes, extensions, report, reportDueAt, isDemo } = survey;
  const asked = useAsked(survey);
  const facts: (Fact | null | false)[] = [
    department && { label: t('facts.department'), value: lt(department.name) },
    { label: t('facts.asked'), value: asked.map((one) => <div key={one}>{one}</div>) },
    opensAt !== null && { label: t('facts.opens'), value: <><DateText at={opensAt} style="moment" />{status === 'announced' && <div>{opening(opensAt, processes)}</div>}</> },
    closesAt !== null && { label: t('facts.closes'), value: <><DateText at={closesAt} style="moment" />{status === 'open' && <div>{closing(closesAt, processes)}</div>}</> },
    { label: t('facts.size'), value: `${t('list.questions', { count: questionCount })}, ${t('list.minutes', { count: minutes })}` },
    { label: t('facts.results'), value: t(isLive ? 'facts.live' : 'facts.atEnd') },
    { label: t('facts.words'), value: t(publishesWords ? 'facts.wordsPublic' : 'facts.wordsKept') },
    channels.length > 0 && { label: t('facts.offline'), value: <>{channels.map((channel) => <div key={channel}>{t(`channel.${channel}`)}</div>)}<div lang={lang(handIn)}>{lt(handIn)}</div></> },
    entryUntil !== null && { label: t('facts.entryUntil'), value: <DateText at={entryUntil} /> },
    report && { label: t('facts.reported'), value: <DateText at={report.at} /> },
    reportDueAt !== null && { label: t('facts.reportDue'), value: <DateText at={reportDueAt} /> },
  ];
  return (
    <Card title={t('facts.title')}>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      <Extensions words="surveys" extensions={extensions} />
      {isDemo && <p className={styles.lead}>{t('facts.demo')}</p>}
    </Card>
  );
}
