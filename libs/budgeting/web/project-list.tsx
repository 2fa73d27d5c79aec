import { drawnOrder } from '@isegoria/budgeting/contracts';
import { useCity } from '@isegoria/organisation/web';
import { Empty, Loaded, Row, Rows, Tag, useGraph, useWords } from '@isegoria/ui/web';
import styles from './budget.module.css';
import { type ListedProject, ProjectsDocument, type ShownBudget } from './documents';
import { fitsFilter, ProjectFilters, useNarrowed } from './project-filters';
import { ownLot, useAreaName, useMoney } from './shown';

/** The projects of a budget, in an order that this visitor drew. */
export function ProjectList({ budget }: { budget: ShownBudget }) {
  const { t } = useWords('budgeting');
  const { asked } = useNarrowed();
  const answer = useGraph(ProjectsDocument, { budgetId: budget.id });
  return (
    <Loaded answer={answer}>
      {({ budgetProjects }) => {
        if (budgetProjects.length === 0) return <Empty title={t('manage.none')} />;
        const shown = ordered(budgetProjects.filter((project) => fitsFilter(project, asked)), budget.stage === 'decided');
        return (
          <>
            <ProjectFilters projects={budgetProjects} areas={budget.areas.map(({ id }) => id)} />
            {shown.length === 0 ? (
              <Empty title={t('projects.none')} />
            ) : (
              <Rows label={t('page.projects')}>
                {shown.map((project) => (
                  <ProjectRow key={project.id} budget={budget} project={project} />
                ))}
              </Rows>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** Decided: what is funded first. Before: by lot, with what cannot be done at the end. */
function ordered(projects: readonly ListedProject[], isDecided: boolean): ListedProject[] {
  const rank = ({ isFunded, feasibility }: ListedProject) => (isDecided ? (isFunded ? 0 : 1) : feasibility === 'unfeasible' ? 1 : 0);
  return drawnOrder(projects, ownLot()).sort((a, b) => rank(a) - rank(b));
}

function ProjectRow({ budget, project }: { budget: ShownBudget; project: ListedProject }) {
  const { id, title, lang, cost, areaId, categoryId, feasibility, finding } = project;
  const { categoryName } = useCity();
  const nameOf = useAreaName();
  const write = useMoney(budget.currency);
  const note = [write(cost), nameOf(areaId), categoryId && (categoryName(categoryId) || categoryId)].filter(Boolean).join(' · ');
  return (
    <Row to={`/budgets/${budget.id}/projects/${id}`} title={<span lang={lang}>{title}</span>} note={note} tag={<ProjectTag project={project} />}>
      {feasibility === 'unfeasible' && finding && (
        <p className={styles.reason} lang={lang}>
          {finding}
        </p>
      )}
    </Row>
  );
}

/** How a project stands, where there is something to say. */
export function ProjectTag({ project: { isFunded, feasibility, work } }: { project: Pick<ListedProject, 'isFunded' | 'feasibility'> & { work?: { state: 'planned' | 'tendering' | 'building' | 'done' } | null } }) {
  const { t } = useWords('budgeting');
  if (work) return <Tag tone={work.state === 'done' ? 'olive' : 'aegean'}>{t(`work.state.${work.state}`)}</Tag>;
  if (isFunded !== null) return <Tag tone={isFunded ? 'olive' : 'neutral'}>{t(isFunded ? 'fate.funded' : 'fate.not')}</Tag>;
  if (feasibility === 'feasible') return null;
  return <Tag tone={feasibility === 'unfeasible' ? 'terracotta' : 'sun'}>{t(`feasibility.${feasibility}`)}</Tag>;
}
