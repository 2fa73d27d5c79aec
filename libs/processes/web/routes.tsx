import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'processes', lazy: () => import('./processes-page') },
    { path: 'processes/:id', lazy: () => import('./process-page') },
    { path: 'processes/:id/phases/:phaseId', lazy: () => import('./phase-page') },
  ],
};
