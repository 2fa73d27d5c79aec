import { Card, DateText, type Fact, Facts, useWords } from '@isegoria/ui/web';
import { closing, Extensions, opening } from '@isegoria/processes/web';
import type { ShownConsultation } from './documents';
import styles from './consultation-page.module.css';

/** Who asks, about where, and when. */
export function ConsultationFacts({ consultation }: { consultation: ShownConsultation }) {
  const { t, lt } = useWords('consultations');
  const processes = useWords('processes');
  const { status, department, category, districts, links, opensAt, closesAt, admission, extensions, answer, answerDueAt, isDemo } = consultation;
  const facts: (Fact | null | false)[] = [
    department && { label: t('facts.department'), value: lt(department.name) },
    opensAt !== null && { label: t('facts.opens'), value: <><DateText at={opensAt} style="moment" />{status === 'announced' && <div>{opening(opensAt, processes)}</div>}</> },
    closesAt !== null && { label: t('facts.closes'), value: <><DateText at={closesAt} style="moment" />{status === 'open' && <div>{closing(closesAt, processes)}</div>}</> },
    answer && { label: t('facts.answered'), value: <DateText at={answer.at} /> },
    answerDueAt !== null && { label: t('facts.answerDue'), value: <DateText at={answerDueAt} /> },
    { label: t('facts.districts'), value: districts.length > 0 ? districts.map(({ name }) => lt(name)).join(', ') : t('facts.wholeCity') },
    category && { label: t('facts.category'), value: lt(category.name) },
    { label: t('facts.admission'), value: t(`admission.${admission}`) },
  ];
  return (
    <Card title={t('facts.title')}>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      <Extensions words="consultations" extensions={extensions} />
      {links.length > 0 && (
        <>
          <h3 className={styles.small}>{t('facts.links')}</h3>
          <ul className={styles.list}>
            {links.map(({ title, url }) => (
              <li key={url}>
                <a href={url} lang="el" rel="noreferrer external">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isDemo && <p className={styles.lead}>{t('facts.demo')}</p>}
    </Card>
  );
}
