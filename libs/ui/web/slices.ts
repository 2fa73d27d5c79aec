import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** A way to a page, as a slice hands it to the shell: `web/ways.ts` exports all of them as `ways`. They are in everyone's first visit. */
export interface NavItem {
  to: string;
  /** The key of its words in the slice's own words. */
  label: string;
  order: number;
  /** Only these roles see it; everyone when not said. */
  roles?: readonly string[];
  /** Where it stands: in the header when not said; `more`, in the header too, where there is no room for all of them behind «more»; under the citizen's own name, under the duties of a role, at the foot; `home`: an act for which most people come, in the band of the home page. */
  place?: 'header' | 'more' | 'footer' | 'own' | 'duty' | 'home';
  /** A way that everybody knows by its sign: a wide header shows that in place of the words, which are still its name. */
  sign?: 'search';
}

/**
 * A part of the home page: `web/home.tsx` exports all of them as `home`. `now`: cards over the band, what waits for the citizen.
 * `main`, `aside`: the two columns under it.
 */
export interface HomeSlot {
  slot: 'now' | 'main' | 'aside';
  order: number;
  /** Imported as it is: all parts come in one file beside the first page. May draw nothing. */
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
 * A slice's pages, its parts of others' pages, its acts for the small window: `web/routes.tsx` exports it as `routes`. The first
 * visit does not load it.
 */
export interface SliceRoutes {
  /** Each with `lazy: () => import('./x-page')`, whose module exports `Component` (or a default). No loaders: pages ask by `useGraph`. */
  routes: RouteObject[];
  parts?: readonly SubjectPart[];
  acts?: readonly ActPart[];
}
