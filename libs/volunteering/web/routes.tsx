import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'volunteering', lazy: () => import('./calls-page') },
    { path: 'volunteering/mine', lazy: () => import('./mine-page') },
    { path: 'volunteering/propose', lazy: () => import('./write/propose-page') },
    { path: 'volunteering/new', lazy: () => import('./write/edit-page') },
    { path: 'volunteering/:id', lazy: () => import('./page/call-page') },
    { path: 'volunteering/:id/edit', lazy: () => import('./write/edit-page') },
    { path: 'volunteering/:id/correct', lazy: () => import('./write/correct-page') },
    { path: 'volunteering/:id/people', lazy: () => import('./official/people-page') },
    { path: 'volunteering/:id/report', lazy: () => import('./official/report-page') },
  ],
  parts: [{ kinds: ['proposal', 'project', 'initiative', 'request', 'consultation', 'decision'], order: 6, component: lazy(() => import('./calls-here')) }],
};
