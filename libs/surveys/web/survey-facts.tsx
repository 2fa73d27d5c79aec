import { closing, opening } from '@isegoria/processes/web';
import { Card, DateText, type Fact, Facts, useWords } from '@isegoria/ui/web';
import type { ShownSurvey } from './documents';
import styles from './surveys.module.css';

/** Who asks whom, until when, and who reads what. */
export function SurveyFacts({ survey }: { survey: ShownSurvey }) {
  const { t, lt } = useWords('surveys');
  const processes = useWords('processes');
  const { status, department, electorate, opensAt, closesAt, questionCount, minutes, isLive, publishesWords, reportDueAt, report, extensions, isDemo } = survey;
  const { districts, verified, minimumAge, entitled } = electorate;
  const asked = [
    districts.length > 0 && t('who.districts', { names: districts.map(({ name }) => lt(name)).join(', ') }),
    verified && t('who.verified'),
    minimumAge !== null && t('who.age', { count: minimumAge }),
  ].filter((phrase) => typeof phrase === 'string');
  const facts: (Fact | null | false)[] = [
    department && { label: t('facts.department'), value: lt(department.name) },
    { label: t('facts.size'), value: t('page.size', { count: questionCount, minutes }) },
    opensAt !== null && { label: t('facts.opens'), value: <><DateText at={opensAt} style="moment" />{status === 'announced' && <div>{opening(opensAt, processes)}</div>}</> },
    closesAt !== null && { label: t('facts.closes'), value: <><DateText at={closesAt} style="moment" />{status === 'open' && <div>{closing(closesAt, processes)}</div>}</> },
    report && { label: t('facts.reported'), value: <DateText at={report.at} /> },
    reportDueAt !== null && { label: t('facts.reportDue'), value: <DateText at={reportDueAt} /> },
    { label: t('who.title'), value: asked.length > 0 ? asked.join(' · ') : t('who.everybody') },
    entitled !== null && { label: t('who.entitledLabel'), value: t('who.entitled', { count: entitled }) },
    { label: t('facts.results'), value: t(isLive ? 'facts.resultsLive' : 'facts.resultsEnd') },
    { label: t('facts.words'), value: t(publishesWords ? 'facts.wordsPublic' : 'facts.wordsKept') },
  ];
  return (
    <Card title={t('facts.title')}>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      {extensions.length > 0 && (
        <>
          <h3>{t('facts.extensions')}</h3>
          <ul className={styles.answers}>
            {extensions.map(({ from, to, reason, at }) => (
              <li key={at}>
                {t('facts.extension')} <DateText at={from} /> → <DateText at={to} />: <span lang="el">{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {isDemo && <p className={styles.quiet}>{t('facts.demo')}</p>}
    </Card>
  );
}
