import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'consultations', lazy: () => import('./lists/consultations-page') },
    { path: 'consultations/new', lazy: () => import('./official/edit-page') },
    { path: 'consultations/:id', lazy: () => import('./consultation-page') },
    { path: 'consultations/:id/articles/:articleId', lazy: () => import('./articles/article-page') },
    { path: 'consultations/:id/amend/:articleId', lazy: () => import('./articles/amend-page') },
    { path: 'consultations/:id/edit', lazy: () => import('./official/edit-page') },
    { path: 'consultations/:id/answer', lazy: () => import('./official/answer-page') },
    { path: 'consultations/:id/report', lazy: () => import('./report-page') },
  ],
};
