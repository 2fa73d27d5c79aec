import { XMLParser } from 'fast-xml-parser';

/** What the authority says of a person, as far as the city asks. Names of parents, which it says too, are not read. */
export interface TaxisnetProfile {
  afm: string;
  name: string;
  birthYear: number | null;
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false, processEntities: true });

/**
 * Reads the answer of `userinfo?format=xml`: one element `userinfo` whose attributes are padded with spaces
 * (`<root><userinfo userid="…" taxid="… " lastname="…" firstname="…" fathername="…" mothername="…" birthyear="1950"/></root>`). Null where it says no valid tax number.
 */
export function readProfile(xml: string): TaxisnetProfile | null {
  const parsed: unknown = parser.parse(xml);
  const said = valueAt(valueAt(parsed, 'root') ?? parsed, 'userinfo');
  const text = (name: string) => String(valueAt(said, name) ?? '').trim();
  const afm = text('taxid');
  if (!isAfm(afm)) return null;
  const birthYear = /^\d{4}$/.test(text('birthyear')) ? Number(text('birthyear')) : null;
  return { afm, name: [text('firstname'), text('lastname')].map(inSmallLetters).join(' ').trim(), birthYear };
}

/** Whether nine digits are a tax number: the last is the sum of the others, each times a power of two, modulo 11 and 10. */
export function isAfm(text: string): boolean {
  if (!/^\d{9}$/.test(text) || /^0+$/.test(text)) return false;
  const sum = [...text.slice(0, 8)].reduce((total, digit, at) => total + Number(digit) * 2 ** (8 - at), 0);
  return (sum % 11) % 10 === Number(text[8]);
}

/** The register writes ΜΑΡΙΑ-ΕΛΕΝΗ, without accents: a beginning for the person, who writes the name as they want it read. */
function inSmallLetters(name: string): string {
  return name.toLocaleLowerCase('el').replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('el'));
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;
}
