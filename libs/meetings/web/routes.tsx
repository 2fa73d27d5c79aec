import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'meetings', lazy: () => import('./meetings-page') },
    { path: 'meetings/new', lazy: () => import('./official/edit-page') },
    { path: 'meetings/:id', lazy: () => import('./page/meeting-page') },
    { path: 'meetings/:id/screen', lazy: () => import('./room/screen-page') },
    { path: 'meetings/:id/edit', lazy: () => import('./official/edit-page') },
    { path: 'meetings/:id/guests', lazy: () => import('./official/guests-page') },
    { path: 'meetings/:id/report', lazy: () => import('./official/report-page') },
  ],
};
