import { Card, DateText, Section, Timeline, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import styles from './budget.module.css';
import type { ShownWork } from './documents';
import { WorkLine } from './work-view';

/** How the works of a project go: the bar, the steps, the acts behind it, and what the department told. */
export function ProjectWork({ work, cost, currency }: { work: ShownWork; cost: number; currency: string }) {
  const { t, d } = useWords('budgeting');
  const { state, milestones, acts, news } = work;
  const now = milestones.findIndex(({ doneAt }) => !doneAt);
  const steps = milestones.map(({ title, dueAt, doneAt }, at) => ({
    title: <span lang="el">{title}</span>, state: doneAt ? ('done' as const) : at === now ? ('now' as const) : ('next' as const),
    when: doneAt ? t('work.doneAt', { date: d(doneAt) }) : dueAt ? t('work.dueAt', { date: d(dueAt) }) : null,
  }));
  return (
    <>
      <Card title={t(`work.title.${state}`)} edge={state === 'done' ? 'olive' : 'aegean'}>
        <WorkLine work={work} cost={cost} currency={currency} />
        {steps.length > 0 && <Timeline label={t('work.milestones')} steps={steps} />}
        {acts.length > 0 && (
          <>
            <p>
              <b>{t('work.acts')}</b>
            </p>
            <ul className={styles.inline}>
              {acts.map(({ ada, path, url }) => (
                <li key={ada} lang="el">
                  {path ? <Link to={path}>{ada}</Link> : <a href={url} rel="noopener">{ada}</a>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      {news.length > 0 && (
        <Section title={t('work.news')}>
          <ul className={styles.news} role="list">
            {news.map(({ id, at, text, progress, pictures }) => (
              <li key={id}>
                <p className={styles.quiet}>
                  <DateText at={at} /> · {t('work.percent', { percent: progress })}
                </p>
                <p lang="el">{text}</p>
                {pictures.length > 0 && (
                  <div className={styles.pictures}>
                    {pictures.map((picture) => (
                      <img key={picture.id} src={picture.url} width={picture.width} height={picture.height} alt={picture.alt || t('work.picture')} loading="lazy" />
                    ))}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
