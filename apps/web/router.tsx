import { lazy } from 'react';
import { useRoutes, type RouteObject } from 'react-router';
import { HomePage } from './home-page';
import { fetchPages } from './prefetch';
import { Shell, SmallShell } from './shell';

const OtherPage = lazy(fetchPages);
const ActPage = lazy(() => import('./act-page'));

/** The first page is here; all others stand in a table that is fetched when one of them is wanted. */
const routes: RouteObject[] = [
  { element: <SmallShell />, children: [{ path: 'act/:kind/:id', element: <ActPage /> }] },
  {
    element: <Shell />,
    children: [
      { index: true, element: <HomePage /> },
      { path: '*', element: <OtherPage /> },
    ],
  },
];

export function Pages() {
  return useRoutes(routes);
}
