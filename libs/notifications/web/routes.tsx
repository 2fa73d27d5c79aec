import { lazy } from 'react';
import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: '/inbox', lazy: () => import('./inbox-page') },
    { path: '/following', lazy: () => import('./following-page') },
    { path: '/following/new', lazy: () => import('./news/my-news-page') },
    { path: '/news/:kind/:id', lazy: () => import('./news/part-news-page') },
    { path: '/stop-mail', lazy: () => import('./stop-mail-page') },
    { path: '/outbox', lazy: () => import('./outbox-page') },
  ],
  parts: [
    { kinds: ['account'], order: 8, component: lazy(() => import('./news/account-part')) },
    { kinds: ['confirmed-account'], order: 10, component: lazy(() => import('./news/home-offer')) },
  ],
};
