import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [
    { path: 'decisions', lazy: () => import('./decisions/decisions-page') },
    { path: 'decisions/enter', lazy: () => import('./register/enter-page') },
    { path: 'decisions/enter/file', lazy: () => import('./register/file-page') },
    { path: 'register', lazy: () => import('./register/register-page') },
    { path: 'decisions/:id/correct', lazy: () => import('./register/correct-page') },
    { path: 'decisions/:id', lazy: () => import('./decisions/decision-page') },
    { path: 'choices', lazy: () => import('./choices/choices-page') },
    { path: 'choices/new', lazy: () => import('./choices/choice-edit-page') },
    { path: 'choices/:id', lazy: () => import('./choices/choice-page') },
    { path: 'choices/:id/edit', lazy: () => import('./choices/choice-edit-page') },
    { path: 'reply/:kind/:id', lazy: () => import('./reply-page') },
  ],
  acts: [
    { kind: 'decision', component: lazy(() => import('./decisions/act-on-decision')) },
    { kind: 'choice', component: lazy(() => import('./choices/act-on-choice')) },
  ],
};
