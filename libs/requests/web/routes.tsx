import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'requests', lazy: () => import('./list/requests-page') },
    { path: 'requests/new', lazy: () => import('./new/new-page') },
    { path: 'requests/mine', lazy: () => import('./list/my-requests-page') },
    { path: 'requests/:id', lazy: () => import('./page/request-page') },
    { path: 'requests/:id/sent', lazy: () => import('./new/sent-page') },
    { path: 'requests/:id/withdraw', lazy: () => import('./page/withdraw-page') },
  ],
};
