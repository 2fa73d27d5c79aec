import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [{ path: '/opinions/:kind/:id', lazy: () => import('./opinions-page') }],
  acts: [{ kind: 'opinion', component: lazy(() => import('./act-on-opinion')) }],
};
