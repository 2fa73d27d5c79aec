import type { NavItem } from '@isegoria/ui/web';

const FILES = import.meta.glob<readonly NavItem[]>('../../libs/*/web/ways.ts', { eager: true, import: 'ways' });

/** Every slice's ways to its pages, in order; each label with its slice's words. */
const allWays: NavItem[] = Object.entries(FILES)
  .flatMap(([path, ways]) => ways.map((way) => ({ ...way, label: way.label.includes(':') ? way.label : `${sliceOf(path)}:${way.label}` })))
  .sort((a, b) => a.order - b.order);

/** What this person may see of the ways in one place. */
export function waysFor(place: NonNullable<NavItem['place']>, roles: readonly string[]): NavItem[] {
  return allWays.filter((way) => (way.place ?? 'header') === place && (!way.roles || way.roles.some((role) => roles.includes(role))));
}

/** The name of the slice in which a file stands. */
function sliceOf(path: string): string {
  return /libs\/([^/]+)\//.exec(path)?.[1] ?? path;
}
