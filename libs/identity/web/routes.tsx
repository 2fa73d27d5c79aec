import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: '/sign-in', lazy: () => import('./sign-in-page') },
    { path: '/sign-in/code', lazy: () => import('./keys/second-step-page') },
    { path: '/welcome', lazy: () => import('./welcome-page') },
    { path: '/sign-up', lazy: () => import('./sign-up-page') },
    { path: '/confirm', lazy: () => import('./confirm-page') },
    { path: '/confirm-address', lazy: () => import('./confirm-address-page') },
    { path: '/forgot', lazy: () => import('./forgot-page') },
    { path: '/reset', lazy: () => import('./reset-page') },
    { path: '/account', lazy: () => import('./account-page') },
    { path: '/people/card', lazy: () => import('./card-page') },
    { path: '/people', lazy: () => import('./people-page') },
  ],
};
