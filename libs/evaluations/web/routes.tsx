import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'decisions', lazy: () => import('./decisions-page') },
    { path: 'decisions/:id', lazy: () => import('./decision-page') },
  ],
  nav: [{ to: '/decisions', label: 'nav', order: 30 }],
  acts: [{ kind: 'decision', component: lazy(() => import('./act-on-decision')) }],
  home: [{ slot: 'now', order: 20, component: lazy(() => import('./decision-card')) }],
};
