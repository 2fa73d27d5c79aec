import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'debates', lazy: () => import('./debates-page') },
    { path: 'debates/new', lazy: () => import('./write/write-page') },
    { path: 'debates/mine', lazy: () => import('./mine-page') },
    { path: 'debates/:id', lazy: () => import('./page/debate-page') },
    { path: 'debates/:id/correct', lazy: () => import('./write/write-page') },
    { path: 'debates/:id/conclude', lazy: () => import('./write/conclude-page') },
  ],
  parts: [{ kinds: ['proposal'], order: 9, component: lazy(() => import('./came-from')) }],
};
