import { CITY } from '@isegoria/budgeting/contracts';
import { useMe } from '@isegoria/identity/web';
import { useRoom } from '@isegoria/realtime/web';
import { Columns, Facts, LinkButton, Loaded, Notice, Page, Section, useGraph, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import styles from './budget.module.css';
import { BudgetDocument, type ShownArea, type ShownBudget } from './documents';
import { MissingBudget } from './missing-budget';
import { NoDistrict } from './no-district';
import { ProjectList } from './project-list';
import { RuleCard } from './rule-words';
import { useAreaName, useMoney } from './shown';
import { StageTag } from './stage-tag';

/** One budget: what money there is and where, how it is decided, which projects there are, and what can be done now. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(BudgetDocument, { id });
  const { refetch } = answer;
  useRoom(id ? { kind: 'budget', id } : null, { onDelta: () => void refetch(), onMissed: () => void refetch() });
  return (
    <Loaded answer={answer}>
      {({ budget }) =>
        budget ? (
          <BudgetView budget={budget} />
        ) : (
          <MissingBudget />
        )
      }
    </Loaded>
  );
}

function BudgetView({ budget }: { budget: ShownBudget }) {
  const { t, lt } = useWords('budgeting');
  const { id, title, summary, stage, canManage, canDeclare, importedFrom } = budget;
  const acts = (
    <>
      {canDeclare && <LinkButton variant="quiet" to={`/budgets/${id}/declare`}>{t('page.declare')}</LinkButton>}
      {canManage && <LinkButton variant="secondary" to={`/budgets/${id}/manage`}>{t('page.manage')}</LinkButton>}
    </>
  );
  return (
    <Page wide title={lt(title)} lead={lt(summary)} kicker={<StageTag stage={stage} />} back={{ to: '/budgets', label: t('page.back') }} actions={(canManage || canDeclare) && acts}>
      <div className={styles.apart}>
        {importedFrom && <Notice>{t('page.imported', { file: importedFrom })}</Notice>}
        <Now budget={budget} />
        {stage === 'voting' && <NoDistrict budget={budget} />}
        <Section title={t(stage === 'decided' ? 'page.outcome' : 'page.areas')}>
          <Areas budget={budget} />
        </Section>
        <Columns>
          <Section title={t('page.projects')}>
            <ProjectList budget={budget} />
          </Section>
          <RuleCard budget={budget} />
        </Columns>
      </div>
    </Page>
  );
}

/** What can be done at this moment. */
function Now({ budget: { id, areas, stage, opensAt, closesAt, decidedAt, currency, money, worksDone, worksBegun } }: { budget: ShownBudget }) {
  const { t, d } = useWords('budgeting');
  const write = useMoney(currency);
  if (stage === 'decided') {
    const facts = [
      { label: t('page.money'), value: write(money) },
      { label: t('page.decidedAt'), value: decidedAt ? d(decidedAt) : '–' },
      { label: t('page.works'), value: worksBegun > 0 ? <Link to={`/budgets/${id}/works`}>{t('page.worksOf', { done: worksDone, begun: worksBegun })}</Link> : '–' },
    ];
    return <Facts columns={2} facts={facts} />;
  }
  const at = { at: opensAt ? d(opensAt, 'moment') : '', until: closesAt ? d(closesAt, 'moment') : '' };
  return <Notice tone={stage === 'voting' ? 'done' : 'info'} title={t(`now.${stage}.title`, at)}>{t(stage === 'voting' && areas.length === 1 ? 'now.voting.textOne' : `now.${stage}.text`, at)}</Notice>;
}

function Areas({ budget }: { budget: ShownBudget }) {
  return (
    <ul className={styles.areas} role="list">
      {budget.areas.map((area) => (
        <AreaCard key={area.id} budget={budget} area={area} />
      ))}
    </ul>
  );
}

function AreaCard({ budget, area }: { budget: ShownBudget; area: ShownArea }) {
  const { t } = useWords('budgeting');
  const { me } = useMe();
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const { id, money, projects, voters, outcome } = area;
  const isMine = me?.districtId === id;
  const mayVote = budget.stage === 'voting' && (id === CITY || !me || isMine);
  const name = nameOf(id);
  return (
    <li className={styles.area} data-mine={isMine || undefined}>
      <h3>{name}</h3>
      <p className={styles.areaMoney}>{write(money)}</p>
      <p className={styles.quiet}>{[isMine && t('area.mine'), t('area.projects', { count: projects }), voters > 0 && t('area.voters', { count: voters })].filter(Boolean).join(' · ')}</p>
      {outcome && <p>{t('area.outcome', { count: outcome.funded, spent: write(outcome.spent), percent: Math.round(outcome.reached * 100) })}</p>}
      {mayVote && <LinkButton variant={id === CITY || isMine ? 'primary' : 'secondary'} to={`/budgets/${budget.id}/vote/${id}`}>{t(id === CITY ? 'area.vote' : 'area.voteIn', { area: name })}</LinkButton>}
      {outcome && <Link to={`/budgets/${budget.id}/results/${id}`}>{t('area.why', { area: name })}</Link>}
    </li>
  );
}
