import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

const officials = ['official', 'administrator'];

export const routes: SliceRoutes = {
  routes: [
    { path: 'proposals', lazy: () => import('./proposals-page') },
    { path: 'proposals/new', lazy: () => import('./new-proposal-page') },
    { path: 'proposals/mine', lazy: () => import('./my-proposals-page') },
    { path: 'proposals/:id', lazy: () => import('./proposal-page') },
    { path: 'proposals/:id/write', lazy: () => import('./write-page') },
    { path: 'proposals/:id/sent', lazy: () => import('./sent-page') },
    { path: 'proposals/:id/withdraw', lazy: () => import('./withdraw-page') },
    { path: 'official', lazy: () => import('./official/queue-page') },
    { path: 'official/:id', lazy: () => import('./official/answer-page') },
  ],
  nav: [
    { to: '/proposals', label: 'nav', order: 20 },
    { to: '/proposals/mine', label: 'navMine', order: 20, place: 'own', roles: ['citizen'] },
    { to: '/official', label: 'navOfficial', order: 30, place: 'duty', roles: officials },
  ],
  acts: [{ kind: 'proposal', component: lazy(() => import('./act-on-proposal')) }],
  home: [
    { slot: 'main', order: 10, component: lazy(() => import('./rising-proposals')) },
    { slot: 'main', order: 20, component: lazy(() => import('./recent-answers')) },
  ],
};
