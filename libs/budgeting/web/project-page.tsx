import { FollowButton } from '@isegoria/notifications/web';
import { useCity } from '@isegoria/organisation/web';
import { useRoom } from '@isegoria/realtime/web';
import { Card, Columns, Empty, Facts, LinkButton, Loaded, Notice, Page, Prose, SubjectParts, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import styles from './budget.module.css';
import { BudgetDocument, ProjectDocument, ResultDocument, type ShownBudget, type ShownProject } from './documents';
import { ProjectTag } from './project-list';
import { ProjectWork } from './project-work';
import { fateSentence } from './result/read-result';
import { useAreaName, useMoney } from './shown';

/** One project: what it is, what it costs, what was found, why it is funded or not, and how its works go. */
export function Component() {
  const { id = '', projectId = '' } = useParams();
  const { t } = useWords('budgeting');
  const budget = useGraph(BudgetDocument, { id });
  const project = useGraph(ProjectDocument, { id: projectId });
  const { refetch } = project;
  useRoom(projectId ? { kind: 'project', id: projectId } : null, { onDelta: () => void refetch(), onMissed: () => void refetch() });
  return (
    <Loaded answer={budget}>
      {({ budget: shown }) => (
        <Loaded answer={project}>
          {({ budgetProject }) =>
            shown && budgetProject?.budgetId === id ? (
              <ProjectView budget={shown} project={budgetProject} />
            ) : (
              <Page title={t('project.missing')} back={{ to: '/budgets', label: t('page.back') }}>
                <Empty title={t('page.missingHint')} action={<LinkButton to="/budgets">{t('page.back')}</LinkButton>} />
              </Page>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function ProjectView({ budget, project }: { budget: ShownBudget; project: ShownProject }) {
  const { t, lt } = useWords('budgeting');
  const { id, title, lang, html, finding, feasibility, proposal, canManage, work } = project;
  return (
    <Page wide title={title} lang={lang} back={{ to: `/budgets/${budget.id}`, label: lt(budget.title) }} kicker={<ProjectTag project={project} />} actions={canManage && !budget.importedFrom && <LinkButton variant="quiet" to={`/budgets/${budget.id}/manage/${id}`}>{t('project.manage')}</LinkButton>}>
      <Columns>
        <div className={styles.apart}>
          <Prose lang={lang} html={html} />
          {proposal && (
            <Notice>
              {t('project.fromProposal')} <Link to={proposal.path}>{proposal.title}</Link>
            </Notice>
          )}
          {feasibility === 'unfeasible' && <Notice tone="warning" title={t('feasibility.unfeasible')}>{finding}</Notice>}
          {budget.stage === 'decided' && <Fate budget={budget} project={project} />}
          {work && <ProjectWork work={work} cost={project.cost} currency={budget.currency} />}
        </div>
        <div className={styles.apart}>
          <ProjectFacts budget={budget} project={project} />
          <FollowButton subject={{ kind: 'project', id }} />
        </div>
      </Columns>
      {/* Below what it costs: on a phone the price comes first, and nothing is pushed away when the thread arrives. */}
      <SubjectParts subject={{ kind: 'project', id }} />
    </Page>
  );
}

function ProjectFacts({ budget, project: { number, cost, areaId, place, categoryId, departmentId, feasibility, finding } }: { budget: ShownBudget; project: ShownProject }) {
  const { t } = useWords('budgeting');
  const { categoryName, departmentName } = useCity();
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const facts = [
    { label: t('field.cost'), value: <b>{write(cost)}</b> },
    { label: t('filter.area'), value: nameOf(areaId) },
    { label: t('field.place'), value: place?.label },
    { label: t('filter.category'), value: categoryId && (categoryName(categoryId) || categoryId) },
    { label: t('field.department'), value: departmentName(departmentId) },
    { label: t('field.number'), value: number },
    { label: t('field.finding'), value: feasibility === 'feasible' ? (finding ?? t('feasibility.feasible')) : t(`feasibility.${feasibility}`) },
  ].filter(({ value }) => value);
  return (
    <Card title={t('project.facts')}>
      <Facts facts={facts} />
    </Card>
  );
}

function Fate({ budget, project: { id, areaId } }: { budget: ShownBudget; project: ShownProject }) {
  const words = useWords('budgeting');
  const { t } = words;
  const write = useMoney(budget.currency);
  const { data, error } = useGraph(ResultDocument, { budgetId: budget.id, areaId });
  if (!data && !error) return <Waiting />;
  const decided = data?.budgetResult?.projects.find((one) => one.id === id);
  if (!decided) return null;
  return (
    <Card title={t(decided.isFunded ? 'fate.funded' : 'fate.not')} edge={decided.isFunded ? 'olive' : 'sun'}>
      <p>{fateSentence(decided, words, write)}</p>
      <p>
        <Link to={`/budgets/${budget.id}/results/${areaId}`}>{t('fate.whole')}</Link>
      </p>
    </Card>
  );
}
