import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'votes/mine', lazy: () => import('./my-receipts-page') },
    { path: 'votes/boxes', lazy: () => import('./boxes/boxes-page') },
    { path: 'votes/boxes/:ballotId/audit', lazy: () => import('./audit/audit-page') },
    { path: 'electorates', lazy: () => import('./electorate/electorates-page') },
    { path: 'electorates/:id', lazy: () => import('./electorate/member-list-page') },
    { path: 'votes/desk', lazy: () => import('./official/desk-page') },
  ],
  nav: [
    { to: '/votes/mine', label: 'nav.mine', order: 25, place: 'own', roles: ['citizen'] },
    { to: '/votes/desk', label: 'nav.desk', order: 35, place: 'duty', roles: ['official', 'administrator'] },
    { to: '/electorates', label: 'nav.electorates', order: 44, place: 'duty', roles: ['administrator'] },
    { to: '/votes/boxes', label: 'nav.boxes', order: 43, place: 'footer' },
  ],
};
