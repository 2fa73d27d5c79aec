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
};
