import { type ActPart, homeSlots, type NavItem, offerParts, type SliceRoutes } from '@isegoria/ui/web';
import type { RouteObject } from 'react-router';
import { sliceOf } from './words/load-words';

const FILES = import.meta.glob<SliceRoutes>('../../libs/*/web/routes.tsx', { eager: true, import: 'routes' });

const slices = Object.entries(FILES).map(([path, routes]) => ({ slice: sliceOf(path), ...routes }));

/** Every slice's pages. */
export const sliceRoutes: RouteObject[] = slices.flatMap(({ routes }) => routes);

/** Every slice's ways to its pages, in order; each label with its slice's words. */
export const sliceNav: NavItem[] = slices
  .flatMap(({ slice, nav = [] }) => nav.map((item) => ({ ...item, label: item.label.includes(':') ? item.label : `${slice}:${item.label}` })))
  .sort((a, b) => a.order - b.order);

/** The parts of the home page by place. */
export const home = { now: homeSlots(slices, 'now'), main: homeSlots(slices, 'main'), aside: homeSlots(slices, 'aside') };

offerParts(slices.flatMap(({ parts = [] }) => parts));

/** What can be done in the small window that a widget opens. */
export const acts: readonly ActPart[] = slices.flatMap(({ acts = [] }) => acts);

/** What this person may see of the ways in one place. */
export function navFor(place: NonNullable<NavItem['place']>, roles: readonly string[]): NavItem[] {
  return sliceNav.filter((item) => (item.place ?? 'header') === place && (!item.roles || item.roles.some((role) => roles.includes(role))));
}
