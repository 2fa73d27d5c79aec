import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** A way to a page, as a slice hands it to the shell. */
export interface NavItem {
  to: string;
  /** The key of its words in the slice's own words. */
  label: string;
  order: number;
  /** Only these roles see it; everyone when not said. */
  roles?: readonly string[];
  /** Where it stands: under the citizen's own name, under the duties of a role, or in the header when not said. */
  place?: 'header' | 'footer' | 'own' | 'duty';
}

/** A part of the home page. `now`: cards over the band, what waits for the citizen. `main`, `aside`: the two columns under it. */
export interface HomeSlot {
  slot: 'now' | 'main' | 'aside';
  order: number;
  /** Made with React's `lazy`, so that the first visit fetches it beside the page and not before it. May draw nothing. */
  component: ComponentType;
}

/** What a part of a page is told: whose page it is. */
export interface SubjectPartProps {
  subject: { kind: string; id: string };
}

/** A part that a slice hands in to the pages of others, by the kind of thing that a page is about. May draw nothing. */
export interface SubjectPart {
  kinds: readonly string[];
  order: number;
  /** Made with React's `lazy`: it is fetched beside the page. */
  component: ComponentType<SubjectPartProps>;
}

/** What an act is told: which thing, which part of it, and whom to tell when the act is kept. */
export interface ActProps {
  id: string;
  part: string;
  onDone(): void;
}

/** One act on one thing, alone in a small window that a widget opened. It draws a `Page` whose headline says of what thing it is. */
export interface ActPart {
  /** The first word of its address: `/act/<kind>/<id>`. */
  kind: string;
  /** Made with React's `lazy`. */
  component: ComponentType<ActProps>;
}

/**
 * What a slice hands in to the web: its pages, its ways to them, its parts of the home page and of others' pages, its acts for the small window.
 * `web/routes.tsx` exports it as `routes`.
 */
export interface SliceRoutes {
  /** Each with `lazy: () => import('./x-page')`, whose module exports `Component` (or a default). No loaders: pages ask by `useGraph`. */
  routes: RouteObject[];
  nav?: readonly NavItem[];
  home?: readonly HomeSlot[];
  parts?: readonly SubjectPart[];
  acts?: readonly ActPart[];
}

/** The parts of one place of the home page, in order. */
export function homeSlots(slices: readonly SliceRoutes[], slot: HomeSlot['slot']): HomeSlot[] {
  return slices
    .flatMap(({ home = [] }) => home)
    .filter((part) => part.slot === slot)
    .sort((a, b) => a.order - b.order);
}
