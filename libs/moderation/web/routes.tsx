import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: '/moderation', lazy: () => import('./desk/queue-page') },
    { path: '/moderation/objections', lazy: () => import('./desk/objections-page') },
    { path: '/moderation/decisions', lazy: () => import('./desk/decisions-page') },
    { path: '/moderation/log', lazy: () => import('./log-page') },
    { path: '/moderation/cases/:caseId/objection', lazy: () => import('./own-case-page') },
    { path: '/code-of-conduct', lazy: () => import('./conduct-page') },
    { path: '/report/:kind/:id', lazy: () => import('./report/report-page') },
  ],
};
