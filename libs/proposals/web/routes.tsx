import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'proposals', lazy: () => import('./proposals-page') },
    { path: 'proposals/new', lazy: () => import('./new-proposal-page') },
    { path: 'proposals/mine', lazy: () => import('./my-proposals-page') },
    { path: 'proposals/merges', lazy: () => import('./merging/invitations-page') },
    { path: 'proposals/merges/:id', lazy: () => import('./merging/invitation-page') },
    { path: 'proposals/:id', lazy: () => import('./proposal-page') },
    { path: 'proposals/:id/write', lazy: () => import('./write-page') },
    { path: 'proposals/:id/sent', lazy: () => import('./sent-page') },
    { path: 'proposals/:id/withdraw', lazy: () => import('./withdraw-page') },
    { path: 'proposals/:id/merge/:other', lazy: () => import('./merging/invite-page') },
    { path: 'official', lazy: () => import('./official/queue-page') },
    { path: 'official/:id', lazy: () => import('./official/answer-page') },
  ],
  acts: [{ kind: 'proposal', component: lazy(() => import('./act-on-proposal')) }],
};
