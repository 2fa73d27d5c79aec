import { drawnOrder } from '@isegoria/budgeting/contracts';
import { useCity } from '@isegoria/organisation/web';
import { Empty, ListFilters, Loaded, Row, Rows, Select, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './budget.module.css';
import { type ListedProject, ProjectsDocument, type ShownBudget } from './documents';
import { ownLot, useAreaName, useMoney } from './shown';

/** What a list of projects may be narrowed by. */
export interface Narrowed {
  area: string;
  category: string;
  cost: string;
}

const costs = ['30000', '60000', '100000'];
export const anything: Narrowed = { area: '', category: '', cost: '' };

/** Whether a project is within what was asked. Costs are asked for in euros. */
export const fitsFilter = ({ areaId, categoryId, cost }: Pick<ListedProject, 'areaId' | 'categoryId' | 'cost'>, { area, category, cost: most }: Narrowed): boolean =>
  (!area || areaId === area) && (!category || categoryId === category) && (!most || cost <= Number(most) * 100);

/** The projects of a budget, in an order that this visitor drew. */
export function ProjectList({ budget }: { budget: ShownBudget }) {
  const { t } = useWords('budgeting');
  const [asked, setAsked] = useState(anything);
  const answer = useGraph(ProjectsDocument, { budgetId: budget.id });
  return (
    <Loaded answer={answer}>
      {({ budgetProjects }) => {
        if (budgetProjects.length === 0) return <Empty title={t('manage.none')} />;
        const shown = ordered(budgetProjects.filter((project) => fitsFilter(project, asked)), budget.stage === 'decided');
        return (
          <>
            <ProjectFilters asked={asked} onChange={setAsked} projects={budgetProjects} areas={budget.areas.map(({ id }) => id)} />
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

export function ProjectFilters({ asked, onChange, projects, areas }: { asked: Narrowed; onChange(asked: Narrowed): void; projects: readonly ListedProject[]; areas: readonly string[] }) {
  const { t } = useWords('budgeting');
  const { categoryName } = useCity();
  const nameOf = useAreaName();
  const write = useMoney();
  const categories = [...new Set(projects.flatMap(({ categoryId }) => (categoryId ? [categoryId] : [])))].map((value) => ({ value, label: categoryName(value) || value })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <ListFilters chosen={Object.values(asked).filter(Boolean).length}>
      {areas.length > 1 && <Select width="full" name="area" label={t('filter.area')} placeholder={t('filter.anyArea')} choices={areas.map((value) => ({ value, label: nameOf(value) }))} value={asked.area} onChange={(area) => onChange({ ...asked, area })} />}
      <Select width="full" name="category" label={t('filter.category')} placeholder={t('filter.anyCategory')} choices={categories} value={asked.category} onChange={(category) => onChange({ ...asked, category })} />
      <Select width="full" name="cost" label={t('filter.cost')} placeholder={t('filter.anyCost')} choices={costs.map((value) => ({ value, label: t('filter.upTo', { cost: write(Number(value) * 100) }) }))} value={asked.cost} onChange={(cost) => onChange({ ...asked, cost })} />
    </ListFilters>
  );
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
