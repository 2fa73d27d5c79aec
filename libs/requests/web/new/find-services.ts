import { fold, type Localized } from '@isegoria/kernel/contracts';
import type { Service } from '../documents';

type Searched = Pick<Service, 'name' | 'description' | 'keywords' | 'group'>;

/**
 * The services that all words of a text name, the nearest first: in their name, in the other words that people say for them, in what is told of them. Without accents, in both languages, and by
 * beginnings: whoever types «λακ» means «λακκούβα» already, and «λακκούβες» too, so of a long word its last two letters may differ.
 */
export function findServices<One extends Searched>(services: readonly One[], text: string): One[] {
  const sought = fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(stem);
  if (sought.length === 0) return [];
  const found = services.map((service) => ({ service, points: pointsOf(service, sought) })).filter(({ points }) => points > 0);
  return found.sort((a, b) => b.points - a.points).map(({ service }) => service);
}

const stem = (word: string): string => (word.length > 5 ? word.slice(0, -2) : word);

/** How well a service fits; 0 where one of the words stands nowhere. */
function pointsOf({ name, description, keywords, group }: Searched, sought: readonly string[]): number {
  const places: [points: number, words: string[]][] = [[4, wordsIn([name])], [3, keywords.flatMap(wordsOf)], [1, wordsIn([description, group])]];
  const points = sought.map((word) => Math.max(0, ...places.filter(([, words]) => words.some((one) => one.startsWith(word))).map(([worth]) => worth)));
  return points.includes(0) ? 0 : points.reduce((sum, one) => sum + one, 0);
}

const wordsIn = (texts: readonly Localized[]): string[] => texts.flatMap(({ el, en }) => [...wordsOf(el), ...wordsOf(en)]);
const wordsOf = (text: string): string[] => fold(text).split(/[^\p{L}\p{N}]+/u);

/** Services under their headings, both in the order of the catalogue. */
export function byGroup<One extends Pick<Service, 'group'>>(services: readonly One[]): { group: Localized; services: One[] }[] {
  const groups = new Map<string, { group: Localized; services: One[] }>();
  for (const service of services) {
    const at = groups.get(service.group.el) ?? { group: service.group, services: [] };
    at.services.push(service);
    groups.set(service.group.el, at);
  }
  return [...groups.values()];
}

/** The services that were asked for most of late, at most so many. */
export function mostAsked<One extends Pick<Service, 'id'>>(services: readonly One[], asked: readonly string[], most: number): One[] {
  const times = (id: string) => asked.filter((one) => one === id).length;
  return services.filter(({ id }) => times(id) > 0).sort((a, b) => times(b.id) - times(a.id)).slice(0, most);
}
