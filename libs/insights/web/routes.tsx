import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'council', lazy: () => import('./council-page') },
    { path: 'council/sittings', lazy: () => import('./sittings/sittings-page') },
    { path: 'council/sittings/new', lazy: () => import('./sittings/edit-page') },
    { path: 'council/sittings/:id', lazy: () => import('./sittings/sitting-page') },
    { path: 'council/sittings/:id/edit', lazy: () => import('./sittings/edit-page') },
    { path: 'city-says', lazy: () => import('./city-says-page') },
    { path: 'themes', lazy: () => import('./themes-page') },
    { path: 'participation', lazy: () => import('./participation-page') },
  ],
};
