import type { SliceRoutes } from '@isegoria/ui/web';
import { lazy } from 'react';

export const routes: SliceRoutes = {
  routes: [],
  parts: [{ kinds: ['proposal', 'decision', 'choice', 'project', 'consultation', 'initiative', 'survey', 'panel', 'debate', 'volunteer-call'], order: 10, component: lazy(() => import('./thread')) }],
};
