import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'surveys/:id/answer', lazy: () => import('./answer-page') },
  ],
};
