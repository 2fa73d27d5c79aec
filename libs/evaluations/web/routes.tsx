import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'decisions', lazy: () => import('./decisions-page') },
    { path: 'decisions/:id', lazy: () => import('./decision-page') },
    { path: 'choices', lazy: () => import('./choices-page') },
    { path: 'choices/new', lazy: () => import('./choice-edit-page') },
    { path: 'choices/:id', lazy: () => import('./choice-page') },
    { path: 'choices/:id/edit', lazy: () => import('./choice-edit-page') },
    { path: 'reply/:kind/:id', lazy: () => import('./reply-page') },
  ],
  nav: [{ to: '/decisions', label: 'nav', order: 30 }],
  home: [{ slot: 'now', order: 20, component: lazy(() => import('./decision-card')) }],
};
