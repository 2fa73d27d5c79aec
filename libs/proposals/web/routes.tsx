import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'proposals', lazy: () => import('./lists/proposals-page') },
    { path: 'proposals/new', lazy: () => import('./write/new-proposal-page') },
    { path: 'proposals/mine', lazy: () => import('./lists/my-proposals-page') },
    { path: 'proposals/merges', lazy: () => import('./merging/invitations-page') },
    { path: 'proposals/merges/:id', lazy: () => import('./merging/invitation-page') },
    { path: 'proposals/:id', lazy: () => import('./page/proposal-page') },
    { path: 'proposals/:id/write', lazy: () => import('./write/write-page') },
    { path: 'proposals/:id/sent', lazy: () => import('./write/sent-page') },
    { path: 'proposals/:id/withdraw', lazy: () => import('./page/withdraw-page') },
    { path: 'proposals/:id/merge/:other', lazy: () => import('./merging/invite-page') },
    { path: 'official', lazy: () => import('./official/queue-page') },
    { path: 'official/:id', lazy: () => import('./official/answer-page') },
  ],
  acts: [{ kind: 'proposal', component: lazy(() => import('./page/act-on-proposal')) }],
};
