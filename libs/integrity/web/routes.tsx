import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'integrity', lazy: () => import('./integrity-page') },
    { path: 'integrity/:id', lazy: () => import('./sign-page') },
  ],
  parts: [{ kinds: ['proposal', 'initiative'], order: 5, component: lazy(() => import('./told-part')) }],
};
