import { areaKey, CITY } from '@isegoria/budgeting/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import type { MakeCard, Maker } from '../card-maker';

interface Area {
  id: string;
  districtId: string | null;
  money: number;
  projects: number;
  voters: number;
  outcome: { funded: number; spent: number } | null;
}

interface Found {
  budget: { title: Localized; stage: 'preparing' | 'announced' | 'voting' | 'counting' | 'decided'; currency: string; opensAt: string | null; closesAt: string | null; areas: Area[] } | null;
  city: { districts: { id: string; name: Localized }[] } | null;
}

interface Result {
  budgetResult: { projects: { id: string; title: string; lang: string; cost: number; votes: number; isFunded: boolean }[] } | null;
}

const QUERY = `query WidgetBudget($id: ID!) {
  budget(id: $id) { title { el en } stage currency opensAt closesAt areas { id districtId money projects voters outcome { funded spent } } }
  city { districts { id name { el en } } }
}`;
const RESULT = 'query WidgetBudgetResult($id: ID!, $area: ID!) { budgetResult(budgetId: $id, areaId: $area) { projects { id title lang cost votes isFunded } } }';

const shownProjects = 5;

/** The result of one area; before there is one, how far it is. Without an area the whole city, or the first that there is. */
export const budgetCard: MakeCard = async (maker, id, part) => {
  const { t, n, lt, money } = maker;
  const found = await maker.ask<Found>(QUERY, { id });
  const budget = found?.budget;
  const area = budget && (part ? budget.areas.find((one) => one.id === part) : (budget.areas.find((one) => one.id === CITY) ?? budget.areas[0]));
  if (!budget || !area) return null;
  const district = found.city?.districts.find((one) => one.id === area.districtId);
  const page = `/budgets/${encodeURIComponent(id)}`;
  const isDecided = budget.stage === 'decided' && area.outcome !== null;
  const funded = isDecided ? await winners(maker, id, area.id) : [];
  const counted = area.outcome?.funded ?? 0;
  return {
    label: t('budget.area', { area: area.id === CITY ? t('budget.city') : district ? lt(district.name) : area.id }),
    title: lt(budget.title),
    href: isDecided ? `${page}/results/${encodeURIComponent(area.id)}` : page,
    lead: standing(maker, budget, counted > shownProjects ? shownProjects : 0),
    figures: [
      { value: money(area.money, budget.currency), label: t('budget.money') },
      { value: n(area.voters), label: t('ballot.voters', { count: area.voters }) },
      isDecided ? { value: n(counted), label: t('budget.funded', { count: counted }) } : { value: n(area.projects), label: t('budget.projects', { count: area.projects }) },
    ],
    items: funded.slice(0, shownProjects).map(({ id: project, title, lang, cost, votes }) => ({
      title,
      lang,
      href: `${page}/projects/${encodeURIComponent(project)}`,
      note: `${money(cost, budget.currency)} · ${t('budget.votes', { count: votes })}`,
    })),
    act: budget.stage === 'voting' ? { label: t('budget.act'), href: `/act/budget/${encodeURIComponent(areaKey(id, area.id))}` } : null,
  };
};

async function winners({ ask }: Maker, id: string, area: string): Promise<NonNullable<Result['budgetResult']>['projects']> {
  const projects = (await ask<Result>(RESULT, { id, area }))?.budgetResult?.projects ?? [];
  return projects.filter(({ isFunded }) => isFunded).sort((a, b) => b.votes - a.votes);
}

function standing({ t, day }: Maker, { stage, opensAt, closesAt }: NonNullable<Found['budget']>, first: number): string {
  const at = stage === 'voting' ? closesAt : opensAt;
  const stands = t(`budget.stage.${stage}`, { at: at ? day(at) : '' });
  return stage === 'decided' && first > 0 ? `${stands} ${t('budget.first', { count: first })}` : stands;
}
