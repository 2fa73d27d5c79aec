import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: '/inbox', lazy: () => import('./inbox-page') },
    { path: '/following', lazy: () => import('./following-page') },
    { path: '/stop-mail', lazy: () => import('./stop-mail-page') },
    { path: '/outbox', lazy: () => import('./outbox-page') },
  ],
};
