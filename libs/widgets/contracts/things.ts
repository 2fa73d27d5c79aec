import { type WidgetKind, widgetKinds, type WidgetThing } from './card';

/** What the id of a thing may look like, whatever slice it is of. */
const word = '[\\w.~-]{1,120}';

/** The public pages of which there is a widget, by their addresses. The first that fits is meant. */
const pages: readonly [pattern: RegExp, thing: (parts: string[]) => WidgetThing][] = [
  [new RegExp(`^/proposals/(${word})$`), ([of = '']) => ({ kind: 'proposal', of, part: '' })],
  [new RegExp(`^/processes/(${word})$`), ([of = '']) => ({ kind: 'process', of, part: '' })],
  [new RegExp(`^/decisions/(${word})$`), ([of = '']) => ({ kind: 'decision', of, part: '' })],
  [new RegExp(`^/choices/(${word})$`), ([of = '']) => ({ kind: 'choice', of, part: '' })],
  [new RegExp(`^/budgets/(${word})$`), ([of = '']) => ({ kind: 'budget', of, part: '' })],
  [new RegExp(`^/budgets/(${word})/results/(${word})$`), ([of = '', part = '']) => ({ kind: 'budget', of, part })],
  [new RegExp(`^/budgets/(${word})/projects/(${word})$`), ([budget = '', id = '']) => ({ kind: 'project', of: `${budget}.${id}`, part: '' })],
  [new RegExp(`^/budgets/(${word})/vote/(${word})$`), ([of = '', area = '']) => ({ kind: 'ballot', of: `budget:${of}.${area}`, part: '' })],
  [new RegExp(`^/opinions/(${word})/(${word})$`), ([kind = '', id = '']) => ({ kind: 'opinion', of: `${kind}:${id}`, part: '' })],
  [/^\/requests\/(\d{1,12})$/, ([of = '']) => ({ kind: 'request', of, part: '' })],
  [/^\/requests$/, () => ({ kind: 'requests', of: '', part: '' })],
  [/^\/ledger$/, () => ({ kind: 'ledger', of: '', part: '' })],
];

/** Words of a slice's own pages that look like an id. */
const noThings = /^\/(?:(?:proposals|budgets)\/(?:new|mine)|proposals\/merges|choices\/new|decisions\/enter)$/;

/** What the page at this path of the platform shows, where a widget can show it too. Says nothing of whether it is there. */
export function thingAt(path: string): WidgetThing | null {
  const plain = path.replace(/\/+$/, '');
  if (noThings.test(plain)) return null;
  for (const [pattern, thing] of pages) {
    const found = pattern.exec(plain);
    if (found) return thing(found.slice(1));
  }
  return null;
}

/** Kinds of which there is one in the city, so that no id is asked for. */
export const singleKinds: readonly WidgetKind[] = ['requests', 'answers', 'ledger'];

/** The thing that was asked for, or null where no such thing could be. */
export function readThing(kind: unknown, of: unknown = '', part: unknown = ''): WidgetThing | null {
  const known = widgetKinds.find((one) => one === kind);
  if (!known || typeof of !== 'string' || typeof part !== 'string') return null;
  const isOne = singleKinds.includes(known) ? of === '' : /^[\w.~:-]{1,160}$/.test(of);
  return isOne && /^[\w.~-]{0,120}$/.test(part) ? { kind: known, of, part } : null;
}

/** The thing as the query of an address. */
export function thingQuery({ of, part }: WidgetThing): string {
  return new URLSearchParams({ ...(of ? { of } : {}), ...(part ? { part } : {}) }).toString();
}
