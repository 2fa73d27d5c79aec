import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: 'votes/mine', lazy: () => import('./my-receipts-page') },
    { path: 'votes/boxes', lazy: () => import('./boxes/boxes-page') },
  ],
  nav: [
    { to: '/votes/mine', label: 'nav.mine', order: 25, place: 'account' },
    { to: '/votes/boxes', label: 'nav.boxes', order: 43, place: 'footer' },
  ],
};
