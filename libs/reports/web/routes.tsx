import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'reports', lazy: () => import('./reports-page') },
    { path: 'reports/stop', lazy: () => import('./stop-page') },
  ],
  parts: [{ kinds: ['sitting', 'figures', 'decision', 'choice'], order: 90, component: lazy(() => import('./report-files')) }],
};
