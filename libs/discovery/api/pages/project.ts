import type { Localized } from '@isegoria/kernel/contracts';
import { latest, lineOf, placeOf, wordsOfHtml } from '../page-maker';
import { addressesOfRows, type PageKind, theCity, word } from './page-kind';

interface Found {
  budgetProject: {
    budgetId: string; number: number; title: string; lang: string; html: string; cost: number; isFunded: boolean | null;
    place: { label: string; lat: number | null; lng: number | null } | null;
    work: { progress: number; news: { at: string }[] } | null;
  } | null;
  budget: { title: Localized; currency: string; stage: string } | null;
}

const QUERY = `query PageProject($id: ID!, $budget: ID!) {
  budgetProject(id: $id) { budgetId number title lang html cost isFunded place { label lat lng } work { progress news { at } } }
  budget(id: $budget) { title { el en } currency stage }
}`;

export const projectPages: PageKind = {
  name: 'projects',
  pattern: new RegExp(`^/budgets/${word}/projects/${word}$`),
  async make({ ask, t, lt, money }, [budgetId = '', id = '']) {
    const found = await ask<Found>(QUERY, { id, budget: budgetId });
    const [project, budget] = [found?.budgetProject, found?.budget];
    if (!project || !budget || project.budgetId !== budgetId) return null;
    const { number, title, lang, html, cost, isFunded, place, work } = project;
    const text = wordsOfHtml(html);
    return {
      label: `${t('label.project')} ${number}`,
      title: `${title} · ${lt(budget.title)}`,
      headline: { title },
      lang,
      description: lineOf(text),
      updatedAt: latest(...(work?.news.map(({ at }) => at) ?? [])),
      figures: [{ value: money(cost, budget.currency), label: t('project.cost') }, ...(work ? [{ value: `${work.progress}%`, label: t('project.progress') }] : [])],
      act: budget.stage === 'voting' ? t('budget.act') : '',
      trail: [{ title: t('pages.budgets.title'), path: '/budgets' }, { title: lt(budget.title), path: `/budgets/${budgetId}` }],
      thing: {
        '@type': 'Project',
        name: title,
        description: text,
        parentOrganization: theCity(),
        ...(place && { location: placeOf(place) }),
        ...(isFunded && { funding: { '@type': 'MonetaryGrant', name: lt(budget.title), funder: theCity(), amount: { '@type': 'MonetaryAmount', value: cost / 100, currency: budget.currency } } }),
      },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'budgets', after, ({ budget, project }) => ({ path: `/budgets/${String(budget)}/projects/${String(project)}` })),
};
