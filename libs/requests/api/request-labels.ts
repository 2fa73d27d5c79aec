import type { Localized } from '@isegoria/kernel/contracts';
import type { RequestLabel } from '@isegoria/requests/contracts';

/** Names parts of the city by their ids. What is there no more goes by its id. */
export function labelsOf(parts: readonly { id: string; name: Localized }[]): (id: string) => RequestLabel {
  const names = new Map(parts.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? { el: id, en: id } });
}

/** What a request is called: the service and the place (decision 001). */
export function titleOf(service: { name: Localized } | null | undefined, { label }: { label: string }): Localized {
  const name = service?.name ?? { el: 'Αίτημα', en: 'Request' };
  return { el: `${name.el}, ${label}`, en: `${name.en || name.el}, ${label}` };
}

export const requestPath = (id: string): string => `/requests/${id}`;
export const requestSubject = (id: string) => ({ kind: 'request', id });
/** One moment of its history: its pictures belong to this, and what a citizen said there is reported and decided about under it. */
export const momentSubject = (id: string, momentId: string) => ({ kind: 'request-moment', id: `${id}.${momentId}` });
export const momentOfSubject = (id: string) => ({ id: id.slice(0, id.indexOf('.')), momentId: id.slice(id.indexOf('.') + 1) });
