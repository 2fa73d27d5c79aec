import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'budgets', lazy: () => import('./budgets-page') },
    { path: 'budgets/new', lazy: () => import('./manage/declare-page') },
    { path: 'budgets/:id', lazy: () => import('./budget-page') },
    { path: 'budgets/:id/vote/:areaId', lazy: () => import('./vote/vote-page') },
    { path: 'budgets/:id/results/:areaId', lazy: () => import('./result/result-page') },
    { path: 'budgets/:id/works', lazy: () => import('./works-page') },
    { path: 'budgets/:id/projects/:projectId', lazy: () => import('./project-page') },
    { path: 'budgets/:id/declare', lazy: () => import('./manage/declare-page') },
    { path: 'budgets/:id/manage', lazy: () => import('./manage/manage-page') },
    { path: 'budgets/:id/manage/:projectId', lazy: () => import('./manage/project-form-page') },
  ],
  acts: [{ kind: 'budget', component: lazy(() => import('./act-on-area')) }],
};
