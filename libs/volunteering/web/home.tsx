import type { HomeSlot } from '@isegoria/ui/web';
import { lazy, Suspense } from 'react';

const NextActions = lazy(() => import('./next-actions'));

/** Fetched after the first page: it waits alone, and the other parts of its column do not wait for it. */
const Later = () => <Suspense><NextActions /></Suspense>;

export const home: readonly HomeSlot[] = [{ slot: 'aside', order: 8, component: Later }];
