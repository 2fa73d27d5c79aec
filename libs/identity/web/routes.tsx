import type { SliceRoutes } from '@isegoria/ui/web';

export const routes: SliceRoutes = {
  routes: [
    { path: '/sign-in', lazy: () => import('./entrance/sign-in-page') },
    { path: '/sign-in/code', lazy: () => import('./keys/second-step-page') },
    { path: '/welcome', lazy: () => import('./entrance/welcome-page') },
    { path: '/sign-up', lazy: () => import('./entrance/sign-up-page') },
    { path: '/confirm', lazy: () => import('./entrance/confirm-page') },
    { path: '/confirm-address', lazy: () => import('./entrance/confirm-address-page') },
    { path: '/forgot', lazy: () => import('./entrance/forgot-page') },
    { path: '/reset', lazy: () => import('./entrance/reset-page') },
    { path: '/account', lazy: () => import('./account/account-page') },
    { path: '/people/card', lazy: () => import('./people/card-page') },
    { path: '/people', lazy: () => import('./people/people-page') },
  ],
};
