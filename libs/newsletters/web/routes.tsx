import { lazy } from 'react';
import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'newsletters', lazy: () => import('./newsletters-page') },
    { path: 'newsletters/stop', lazy: () => import('./stop-page') },
    { path: 'newsletters/desk', lazy: () => import('./desk/desk-page') },
    { path: 'newsletters/desk/new', lazy: () => import('./desk/edit-page') },
    { path: 'newsletters/desk/:id', lazy: () => import('./desk/edit-page') },
    { path: 'newsletters/:id', lazy: () => import('./newsletter-page') },
  ],
  parts: [{ kinds: ['account'], order: 10, component: lazy(() => import('./wish-part')) }],
};
