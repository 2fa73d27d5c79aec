/** Every page but the first: a table that comes with the first sign that the reader goes on, so that a new page costs the first visit nothing. */
import { type ActPart, offerParts, type SliceRoutes } from '@isegoria/ui/web';
import { lazy, type ComponentType } from 'react';
import { useRoutes, type RouteObject } from 'react-router';
import { NotFoundPage } from './not-found-page';

const slices = Object.values(import.meta.glob<SliceRoutes>('../../libs/*/web/routes.tsx', { eager: true, import: 'routes' }));

const OWN: RouteObject[] = [
  { path: 'accessibility', lazy: () => import('./statements/accessibility-page') },
  { path: 'privacy', lazy: () => import('./statements/privacy-page') },
  { path: 'contact', lazy: () => import('./statements/contact-page') },
  ...(import.meta.env.DEV ? [{ path: 'gallery', lazy: () => import('./gallery/gallery-page') }] : []),
];

/**
 * The addresses of the city: the house's own pages and what each slice hands in. A page's module comes when somebody goes
 * there. (The router's own data layer would weigh as much again; react-query already does its work.)
 */
export const pageRoutes: RouteObject[] = [...OWN, ...slices.flatMap(({ routes }) => routes), { path: '*', lazy: () => Promise.resolve({ Component: NotFoundPage }) }].map(drawn);

/** What can be done in the small window that a widget opens. */
export const acts: readonly ActPart[] = slices.flatMap(({ acts = [] }) => acts);

offerParts(slices.flatMap(({ parts = [] }) => parts));

/** The page that stands at the address. */
export default function OtherPage() {
  return useRoutes(pageRoutes);
}

/** A route whose page is fetched when it is drawn. `handle` keeps the way to fetch it before. */
function drawn(route: RouteObject): RouteObject {
  const { lazy: load, children, ...rest } = route;
  const inside = children && { children: children.map(drawn) };
  if (typeof load !== 'function') return { ...rest, ...inside } as RouteObject;
  const fetchPage = () => load().then(pageOf);
  const LazyPage = lazy(fetchPage);
  return { ...rest, ...inside, element: <LazyPage />, handle: { fetchPage } } as RouteObject;
}

/** A page's module exports `Component` or a default. */
function pageOf(module: object): { default: ComponentType } {
  const page: unknown = 'Component' in module ? module.Component : 'default' in module ? module.default : null;
  if (typeof page !== 'function') throw new Error('A page must export Component.');
  return { default: page as ComponentType };
}
