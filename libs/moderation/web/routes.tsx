import type { SliceRoutes } from '@isegoria/ui/web';

const moderators = ['moderator', 'administrator'];

export const routes: SliceRoutes = {
  routes: [
    { path: '/moderation', lazy: () => import('./queue-page') },
    { path: '/moderation/objections', lazy: () => import('./objections-page') },
    { path: '/moderation/decisions', lazy: () => import('./decisions-page') },
    { path: '/moderation/log', lazy: () => import('./log-page') },
    { path: '/moderation/cases/:caseId/objection', lazy: () => import('./own-case-page') },
    { path: '/code-of-conduct', lazy: () => import('./conduct-page') },
    { path: '/report/:kind/:id', lazy: () => import('./report-page') },
  ],
  nav: [
    { to: '/moderation', label: 'nav.queue', order: 10, place: 'duty', roles: moderators },
    { to: '/code-of-conduct', label: 'nav.conduct', order: 40, place: 'footer' },
    { to: '/moderation/log', label: 'nav.log', order: 41, place: 'footer' },
  ],
};
