import { areaOfKey } from '@isegoria/budgeting/contracts';
import { type MakeCard, type Maker } from '../card-maker';

interface Project {
  budgetId: string;
  title: string;
  lang: string;
  cost: number;
  isFunded: boolean | null;
  feasibility: 'undecided' | 'feasible' | 'unfeasible';
  work: { state: 'planned' | 'tendering' | 'building' | 'done'; progress: number } | null;
}

interface Found {
  budgetProject: Project | null;
  budget: { title: { el: string; en: string }; currency: string } | null;
}

const QUERY = `query WidgetProject($id: ID!, $budget: ID!) {
  budgetProject(id: $id) { budgetId title lang cost isFunded feasibility work { state progress } }
  budget(id: $budget) { title { el en } currency }
}`;

/** A project of a participatory budget (`<budget>.<project>`): what it costs, what became of it, how far its works are. */
export const projectCard: MakeCard = async (maker, of) => {
  const { t, lt, money } = maker;
  const { budgetId, areaId: id } = areaOfKey(of);
  const found = id && (await maker.ask<Found>(QUERY, { id, budget: budgetId }));
  if (!found || found.budgetProject?.budgetId !== budgetId || !found.budget) return null;
  const { title, lang, cost, work } = found.budgetProject;
  return {
    label: t('project.of', { budget: lt(found.budget.title) }),
    title,
    titleLang: lang,
    href: `/budgets/${encodeURIComponent(budgetId)}/projects/${encodeURIComponent(id)}`,
    lead: standing(maker, found.budgetProject),
    figures: [{ value: money(cost, found.budget.currency), label: t('project.cost') }],
    bars: work ? [{ label: t('project.progress'), form: 'share', parts: [Math.min(Math.max(work.progress, 0), 100)], said: `${work.progress}%`, spoken: `${work.progress}%` }] : [],
  };
};

function standing({ t }: Maker, { isFunded, feasibility, work }: Project): string {
  if (work) return t(`project.work.${work.state}`);
  if (isFunded !== null) return t(isFunded ? 'project.funded' : 'project.notFunded');
  return t(`project.${feasibility}`);
}
