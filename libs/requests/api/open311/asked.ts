import { Mistaken, type Mistake } from './mistakes';

type Query = Readonly<Record<string, unknown>>;

/** What a program asks the list of requests for. */
export interface AskedRequests {
  /** Overrides everything else. */
  ids: string[] | null;
  serviceCodes: string[] | null;
  statuses: ('open' | 'closed')[] | null;
  span: Span;
  page: Page;
}

/** Both ends belong to it. */
export interface Span {
  from: Date;
  to: Date;
}

export interface Page {
  skip: number;
  limit: number;
}

/** What a program asks the list of updates for. */
export interface AskedUpdates {
  /** Those of these requests alone. */
  ids: string[] | null;
  span: Span;
  page: Page;
}

/** GeoReport v2, «Response Volume»: ninety days or a thousand requests, whichever is less. */
export const spanDays = 90;
export const rowsMost = 1000;
const pagesMost = 1000;
const dayMs = 86_400_000;

/** Throws all that is wrong with the question. */
export function askedRequests(query: Query, now: Date): AskedRequests {
  const mistakes: Mistake[] = [];
  const ids = idsOf(query, mistakes);
  const statuses = ids ? null : statusesAsked(query, mistakes);
  const span = ids ? { from: now, to: now } : spanOf(query, now, mistakes);
  const page = ids ? { skip: 0, limit: rowsMost } : pageOf(query, mistakes);
  if (mistakes.length > 0) throw new Mistaken(mistakes);
  return { ids, serviceCodes: listOf(query, 'service_code'), statuses, span, page };
}

/** The same for the list of updates. Of requests that it names and no days, a program hears from their beginning: their life is longer than ninety days, and short to tell. */
export function askedUpdates(query: Query, now: Date): AskedUpdates {
  const mistakes: Mistake[] = [];
  const ids = idsOf(query, mistakes);
  const isWholeLife = ids !== null && !oneOf(query, 'start_date') && !oneOf(query, 'end_date');
  const span = isWholeLife ? { from: new Date(0), to: now } : spanOf(query, now, mistakes);
  const page = pageOf(query, mistakes);
  if (mistakes.length > 0) throw new Mistaken(mistakes);
  return { ids, span, page };
}

function idsOf(query: Query, mistakes: Mistake[]): string[] | null {
  const ids = listOf(query, 'service_request_id');
  if ((ids?.length ?? 0) > rowsMost) mistakes.push({ key: 'too_many_ids', blanks: { limit: String(rowsMost) } });
  return ids;
}

/** Declared several times or once with commas; an empty one is as good as none («Optional Arguments»). */
function listOf(query: Query, name: string): string[] | null {
  const given = [query[name]].flat().filter((one) => typeof one === 'string');
  const values = given.flatMap((one) => one.split(',')).map((one) => one.trim()).filter(Boolean);
  return values.length > 0 ? [...new Set(values)] : null;
}

function oneOf(query: Query, name: string): string | null {
  return listOf(query, name)?.[0] ?? null;
}

function statusesAsked(query: Query, mistakes: Mistake[]): ('open' | 'closed')[] | null {
  const wanted = listOf(query, 'status');
  const known = (wanted ?? []).filter((one) => one === 'open' || one === 'closed');
  if (known.length < (wanted?.length ?? 0)) mistakes.push({ key: 'wrong_status' });
  return wanted ? known : null;
}

/** One end alone has ninety days on its other side; none, the last ninety. */
function spanOf(query: Query, now: Date, mistakes: Mistake[]): Span {
  const [start, end] = [dateOf(query, 'start_date', mistakes), dateOf(query, 'end_date', mistakes)];
  const to = end ?? (start ? new Date(start.getTime() + spanDays * dayMs) : now);
  const from = start ?? new Date(to.getTime() - spanDays * dayMs);
  if (from > to) mistakes.push({ key: 'span_backwards' });
  else if (to.getTime() - from.getTime() > spanDays * dayMs) mistakes.push({ key: 'span_too_long', blanks: { days: String(spanDays) } });
  return { from, to };
}

/** W3C's note on dates: a whole day, or a moment with its zone. A `+` of an address that was not encoded has become a space. */
const w3c = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

function dateOf(query: Query, name: string, mistakes: Mistake[]): Date | null {
  const text = oneOf(query, name)?.replace(' ', '+');
  if (!text) return null;
  const date = new Date(text);
  if (w3c.test(text) && !Number.isNaN(date.getTime())) return date;
  mistakes.push({ key: 'wrong_date', blanks: { name } });
  return null;
}

function pageOf(query: Query, mistakes: Mistake[]): Page {
  const limit = wholeOf(query, 'page_size', { least: 1, most: rowsMost, otherwise: rowsMost }, mistakes);
  return { limit, skip: (wholeOf(query, 'page', { least: 1, most: pagesMost, otherwise: 1 }, mistakes) - 1) * limit };
}

function wholeOf(query: Query, name: string, { least, most, otherwise }: { least: number; most: number; otherwise: number }, mistakes: Mistake[]): number {
  const text = oneOf(query, name);
  const value = text === null ? otherwise : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  mistakes.push({ key: 'wrong_number', blanks: { name, least: String(least), most: String(most) } });
  return otherwise;
}
