import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'processes', lazy: () => import('./processes-page') },
    { path: 'processes/new', lazy: () => import('./making/new-process-page') },
    { path: 'processes/:id', lazy: () => import('./process-page') },
    { path: 'processes/:id/edit', lazy: () => import('./making/edit-process-page') },
    { path: 'processes/:id/phases/new', lazy: () => import('./making/new-phase-page') },
    { path: 'processes/:id/phases/:phaseId', lazy: () => import('./making/phase-page') },
  ],
};
