import { Figure, Row, Rows, Section, Tag, useWords } from '@isegoria/ui/web';
import type { DecidedProject, ShownBudget, ShownResult } from '../documents';
import { useMoney } from '../shown';
import { fateSentence } from './read-result';
import styles from './result.module.css';

/** Every project with its fate, the one sentence why, and what would have changed it. */
export function Fates({ budget, result: { projects, winners } }: { budget: ShownBudget; result: ShownResult }) {
  const { t } = useWords('budgeting');
  const place = new Map(winners.map((id, at) => [id, at]));
  const funded = projects.filter(({ isFunded }) => isFunded).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const others = projects.filter(({ isFunded }) => !isFunded);
  return (
    <div className={styles.page}>
      <Rows label={t('fate.fundedAll')} ordered>
        {funded.map((project) => (
          <Fate key={project.id} budget={budget} project={project} />
        ))}
      </Rows>
      {others.length > 0 && (
        <Section level={3} title={t('fate.notAll')}>
          <Rows label={t('fate.notAll')}>
            {others.map((project) => (
              <Fate key={project.id} budget={budget} project={project} />
            ))}
          </Rows>
        </Section>
      )}
    </div>
  );
}

function Fate({ budget, project }: { budget: ShownBudget; project: DecidedProject }) {
  const words = useWords('budgeting');
  const { t } = words;
  const write = useMoney(budget.currency);
  const { id, title, lang, cost, votes, isFunded, isFundedByGreedy } = project;
  const differs = isFunded !== isFundedByGreedy && t(isFunded ? 'fate.notByVotes' : 'fate.byVotes');
  return (
    <Row
      to={`/budgets/${budget.id}/projects/${id}`}
      title={<span lang={lang}>{title}</span>}
      figure={<Figure value={votes} label={t('fate.votes', { count: votes })} tone={isFunded ? 'olive' : 'ink'} />}
      note={[write(cost), differs].filter(Boolean).join(' · ')}
      tag={<Tag tone={isFunded ? 'olive' : 'neutral'}>{t(isFunded ? 'fate.funded' : 'fate.not')}</Tag>}
    >
      <p className={styles.why}>{fateSentence(project, words, write)}</p>
    </Row>
  );
}
