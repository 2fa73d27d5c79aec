import { contactInput, requestLimits } from '@isegoria/requests/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Mistaken, type Mistake } from './mistakes';

/** What a program hands in: the fields of a form, each once or several times. */
export type Form = Readonly<Record<string, string | string[]>>;

/** What the standard lets a program say, read and measured. Where it is and whether the answers fit, the city says. */
export interface HandedIn {
  serviceCode: string;
  text: string;
  point: { lat: number; lng: number } | null;
  address: string;
  answers: { questionId: string; values: string[] }[];
  contact: { name: string; phone: string; email: string; link: string | null } | null;
}

/** The body as a form, or null where it is none. */
export function formOf(body: unknown): Form | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const fields = Object.entries(body);
  return fields.every(([, value]) => typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'))) ? Object.fromEntries(fields) : null;
}

/** A field that is empty is as good as one that is not there. */
export function fieldOf(form: Form, name: string): string {
  return String([form[name] ?? ''].flat()[0] ?? '').trim();
}

/** Throws all that is wrong with the form, in the order of the standard. */
export function handedIn(form: Form): HandedIn {
  const mistakes: Mistake[] = [];
  const serviceCode = fieldOf(form, 'service_code');
  if (!serviceCode) mistakes.push({ key: 'needs', blanks: { name: 'service_code' } });
  // Addresses go from the most specific to the most general: of one that is too long the street stays.
  const [point, address] = [pointOf(form, mistakes), fieldOf(form, 'address_string').slice(0, requestLimits.place)];
  if (!point && !address && !mistakes.some(({ key }) => key === 'wrong_point')) mistakes.push({ key: fieldOf(form, 'address_id') ? 'no_address_ids' : 'needs_place' });
  const text = fieldOf(form, 'description').replace(/\r\n?/g, '\n');
  if (text.length > requestLimits.text) mistakes.push({ key: 'too_long', blanks: { name: 'description', limit: String(requestLimits.text) } });
  const contact = contactOf(form, mistakes);
  if (mistakes.length > 0) throw new Mistaken(mistakes);
  return { serviceCode, text, point, address, answers: answersOf(form), contact };
}

/** Both or none: half a point is a mistake of the program, and not a place. */
function pointOf(form: Form, mistakes: Mistake[]): HandedIn['point'] {
  const [lat, lng] = [fieldOf(form, 'lat'), fieldOf(form, 'long')];
  if (!lat && !lng) return null;
  const isDegree = (text: string, most: number) => /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text) && Math.abs(Number(text)) <= most;
  if (isDegree(lat, 90) && isDegree(lng, 180)) return { lat: Number(lat), lng: Number(lng) };
  mistakes.push({ key: 'wrong_point' });
  return null;
}

/** `attribute[code]=value`, and `attribute[code][]=value` for each of several. */
function answersOf(form: Form): HandedIn['answers'] {
  const answers = new Map<string, string[]>();
  for (const [name, value] of Object.entries(form)) {
    const [, code] = /^attribute\[([^\]]{1,80})\](?:\[\d{0,3}\])?$/.exec(name) ?? [];
    if (code) answers.set(code, [...(answers.get(code) ?? []), ...[value].flat().map((one) => one.trim()).filter(Boolean)]);
  }
  return [...answers].filter(([, values]) => values.length > 0).map(([questionId, values]) => ({ questionId, values }));
}

const linkLongest = 500;

/** How the department reaches whoever asked. A picture is a link in it: it is not fetched (decision 003). */
function contactOf(form: Form, mistakes: Mistake[]): HandedIn['contact'] {
  const name = [fieldOf(form, 'first_name'), fieldOf(form, 'last_name')].filter(Boolean).join(' ');
  const said = { name, phone: fieldOf(form, 'phone'), email: fieldOf(form, 'email') };
  const fieldNames: Record<string, string> = { name: 'first_name, last_name' };
  for (const { field, code, limit } of problemsOf(contactInput, said)) {
    const blanks = { name: fieldNames[field] ?? field };
    mistakes.push(code === 'too_long' ? { key: 'too_long', blanks: { ...blanks, limit: String(limit ?? '') } } : { key: 'wrong_field', blanks });
  }
  const link = fieldOf(form, 'media_url');
  if (link && !isLink(link)) mistakes.push({ key: 'wrong_field', blanks: { name: 'media_url' } });
  return Object.values(said).some(Boolean) || link ? { ...said, link: link || null } : null;
}

function isLink(text: string): boolean {
  return text.length <= linkLongest && /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
}
