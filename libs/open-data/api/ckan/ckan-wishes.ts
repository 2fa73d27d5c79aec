/** What a caller did wrong, field by field: CKAN's Validation Error. */
export class Wrong extends Error {
  constructor(readonly problems: Record<string, string[]>) {
    super('Validation Error');
  }
}

/** There is no such thing: CKAN's Not Found Error. */
export class Missing extends Error {
  constructor(what = 'Not found') {
    super(what);
  }
}

/** The parameters of an action as they came, from the address or as JSON. */
export type Wishes = Record<string, unknown>;

export function textOf(wishes: Wishes, name: string, fallback: string): string {
  const value = wishes[name];
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'string') return value.slice(0, 1000);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Wrong({ [name]: ['Must be a text'] });
}

export function requiredText(wishes: Wishes, ...names: string[]): string {
  const found = names.map((name) => textOf(wishes, name, '')).find((text) => text !== '');
  if (found === undefined) throw new Wrong({ [names[0] ?? 'id']: ['Missing value'] });
  return found;
}

/** A whole number from 0; more than `most` is `most`, as CKAN does. */
export function numberOf(wishes: Wishes, name: string, fallback: number, most: number): number {
  const text = textOf(wishes, name, '');
  if (text === '') return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new Wrong({ [name]: ['Must be a natural number'] });
  return Math.min(Number(text), most);
}

/** A list of texts: as JSON, as a list of its own, or one text. */
export function listOf(wishes: Wishes, ...names: string[]): string[] {
  const value = names.map((name) => wishes[name]).find((one) => one !== undefined && one !== null && one !== '');
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string').slice(0, 50);
  if (typeof value !== 'string') throw new Wrong({ [names[0] ?? '']: ['Must be a list of texts'] });
  if (!value.startsWith('[')) return [value];
  try {
    const parsed: unknown = JSON.parse(value);
    if (Array.isArray(parsed)) return parsed.filter((one): one is string => typeof one === 'string').slice(0, 50);
  } catch {
    // falls through: it is no JSON
  }
  throw new Wrong({ [names[0] ?? '']: ['Must be a list of texts'] });
}
