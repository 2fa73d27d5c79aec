import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'surveys', lazy: () => import('./surveys-page') },
    { path: 'surveys/new', lazy: () => import('./official/edit-page') },
    { path: 'surveys/:id', lazy: () => import('./survey-page') },
    { path: 'surveys/:id/edit', lazy: () => import('./official/edit-page') },
    { path: 'surveys/:id/report', lazy: () => import('./official/report-page') },
    { path: 'surveys/:id/results', lazy: () => import('./results/results-page') },
    { path: 'surveys/:id/words/:questionId', lazy: () => import('./results/words-page') },
    { path: 'surveys/:id/desk', lazy: () => import('./official/entry-page') },
    { path: 'surveys/:id/sheet', lazy: () => import('./sheet-page') },
    { path: 'surveys/:id/answer', lazy: () => import('./answering/answer-page') },
  ],
};
