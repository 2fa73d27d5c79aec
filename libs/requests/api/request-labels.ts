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
/** The pictures of one moment of its history belong to this. */
export const momentSubject = (id: string, momentId: string) => ({ kind: 'request-moment', id: `${id}.${momentId}` });
