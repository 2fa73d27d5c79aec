import { Empty, Loaded, Page, Row, Rows, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { BudgetDocument, ProjectsDocument, type ShownBudget } from './documents';
import { MissingBudget } from './missing-budget';
import { fitsFilter, ProjectFilters, useNarrowed } from './project-filters';
import { ProjectTag } from './project-list';
import { useAreaName } from './shown';
import { WorkLine } from './work-view';

const order = { building: 0, tendering: 1, planned: 2, done: 3 };

/** The works of a budget: where each stands. */
export function Component() {
  const { id = '' } = useParams();
  const { t, lt } = useWords('budgeting');
  const answer = useGraph(BudgetDocument, { id });
  return (
    <Loaded answer={answer}>
      {({ budget }) =>
        budget ? (
          <Page title={t('works.title')} lead={t('works.lead', { done: budget.worksDone, begun: budget.worksBegun })} back={{ to: `/budgets/${id}`, label: lt(budget.title) }}>
            <WorkList budget={budget} />
          </Page>
        ) : (
          <MissingBudget />
        )
      }
    </Loaded>
  );
}

function WorkList({ budget }: { budget: ShownBudget }) {
  const { t } = useWords('budgeting');
  const nameOf = useAreaName();
  const { asked, chosen } = useNarrowed();
  const answer = useGraph(ProjectsDocument, { budgetId: budget.id });
  return (
    <Loaded answer={answer}>
      {({ budgetProjects }) => {
        const works = budgetProjects.flatMap((project) => (project.work && fitsFilter(project, asked) ? [{ ...project, work: project.work }] : [])).sort((a, b) => order[a.work.state] - order[b.work.state] || a.number - b.number);
        return (
          <>
            {budget.areas.length > 1 && <ProjectFilters areas={budget.areas.map(({ id }) => id)} />}
            {works.length === 0 ? (
              <Empty title={t(chosen > 0 ? 'projects.none' : 'works.none')} />
            ) : (
              <Rows label={t('works.title')}>
                {works.map((project) => (
                  <Row key={project.id} level={2} to={`/budgets/${budget.id}/projects/${project.id}`} title={<span lang={project.lang}>{project.title}</span>} note={nameOf(project.areaId)} tag={<ProjectTag project={project} />}>
                    <WorkLine work={project.work} cost={project.cost} currency={budget.currency} />
                  </Row>
                ))}
              </Rows>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
