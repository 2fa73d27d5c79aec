import { allWords } from '@isegoria/ui/web';
import { lazy, type ComponentType } from 'react';
import { useRoutes, type RouteObject } from 'react-router';
import { HomePage } from './home-page';
import { NotFoundPage } from './not-found-page';
import { sliceRoutes } from './slices';
import { Shell, SmallShell } from './shell';

const OWN: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { path: 'accessibility', lazy: () => import('./statements/accessibility-page') },
  { path: 'privacy', lazy: () => import('./statements/privacy-page') },
  { path: 'contact', lazy: () => import('./statements/contact-page') },
  ...(import.meta.env.VITE_GALLERY || import.meta.env.DEV ? [{ path: 'gallery', lazy: () => import('./gallery/gallery-page') }] : []),
];

/**
 * The addresses of the city: the house's own pages and what each slice hands in, all inside the shell. A page's module
 * comes when somebody goes there. (The router's own data layer would weigh as much again; react-query already does its work.)
 */
export const routes: RouteObject[] = [
  { element: <SmallShell />, children: [{ path: 'act/:kind/:id', lazy: () => import('./act-page') }].map(drawn) },
  { element: <Shell />, children: [...OWN, ...sliceRoutes, { path: '*', element: <NotFoundPage /> }].map(drawn) },
];

export function Pages() {
  return useRoutes(routes);
}

/** A route whose page is fetched when it is drawn. Its words come along. `handle` keeps the way to fetch it before. */
function drawn(route: RouteObject): RouteObject {
  const { lazy: load, children, ...rest } = route;
  const inside = children && { children: children.map(drawn) };
  if (typeof load !== 'function') return { ...rest, ...inside } as RouteObject;
  const fetchPage = () => Promise.all([load(), allWords()]).then(([page]) => pageOf(page));
  const LazyPage = lazy(fetchPage);
  return { ...rest, ...inside, element: <LazyPage />, handle: { fetchPage } } as RouteObject;
}

/** A page's module exports `Component` or a default. */
function pageOf(module: object): { default: ComponentType } {
  const page: unknown = 'Component' in module ? module.Component : 'default' in module ? module.default : null;
  if (typeof page !== 'function') throw new Error('A page must export Component.');
  return { default: page as ComponentType };
}
