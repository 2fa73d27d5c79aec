import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'requests', lazy: () => import('./list/requests-page') },
    { path: 'requests/new', lazy: () => import('./new/new-page') },
    { path: 'requests/mine', lazy: () => import('./list/my-requests-page') },
    { path: 'requests/queue', lazy: () => import('./official/queue/queue-page') },
    { path: 'requests/enter', lazy: () => import('./official/enter-page') },
    { path: 'requests/templates', lazy: () => import('./official/catalogue/templates-page') },
    { path: 'requests/catalogue', lazy: () => import('./official/catalogue/catalogue-page') },
    { path: 'requests/:id', lazy: () => import('./page/request-page') },
    { path: 'requests/:id/sent', lazy: () => import('./new/sent-page') },
    { path: 'requests/:id/correct', lazy: () => import('./page/correct-page') },
    { path: 'requests/:id/correct/:momentId', lazy: () => import('./page/correct-page') },
    { path: 'requests/:id/withdraw', lazy: () => import('./page/withdraw-page') },
    { path: 'requests/sources', lazy: () => import('./official/sources-page') },
  ],
  parts: [{ kinds: ['proposal'], order: 8, component: lazy(() => import('./proposal/grew-from')) }],
};
