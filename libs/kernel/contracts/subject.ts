/** What something is about, without knowing it: the slice's noun and the id. Votes, comments and reports hang on subjects. */
export interface Subject {
  kind: string;
  id: string;
}

/** The subject as one string, `kind:id`: a ballot's id, a room's name, an index key. */
export function subjectKey({ kind, id }: Subject): string {
  return `${kind}:${id}`;
}

/** The subject that a key names, or null where the string is no key. */
export function parseSubject(key: string): Subject | null {
  const colon = key.indexOf(':');
  if (colon < 1 || colon === key.length - 1) return null;
  return { kind: key.slice(0, colon), id: key.slice(colon + 1) };
}
