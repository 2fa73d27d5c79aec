import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'initiatives', lazy: () => import('./initiatives-page') },
    { path: 'initiatives/new', lazy: () => import('./write/new-page') },
    { path: 'initiatives/mine', lazy: () => import('./mine-page') },
    { path: 'initiatives/desk', lazy: () => import('./official/desk-page') },
    { path: 'initiatives/join/:invitation', lazy: () => import('./write/join-page') },
    { path: 'initiatives/:id', lazy: () => import('./page/initiative-page') },
    { path: 'initiatives/:id/write', lazy: () => import('./write/write-page') },
    { path: 'initiatives/:id/sheet', lazy: () => import('./sheet-page') },
    { path: 'initiatives/:id/check-list', lazy: () => import('./official/check-list-page') },
    { path: 'administration/initiatives', lazy: () => import('./official/kinds-page') },
  ],
};
