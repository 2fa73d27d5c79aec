import el from './words.el.json';
import en from './words.en.json';

/** A sign of coordinated answering, and the measure by which it is one. */
export interface SignTold {
  people: number;
  fresh: number;
  answered: number;
  minutes: number;
  rule: { people: number; fresh: number; newDays: number; answered: number; minutes: number };
}

/** The text of its case, in both languages one after the other: a case is kept as it was written, and is read by moderators of either. */
export function signText({ rule, ...sign }: SignTold): string {
  const values: Record<string, number> = { ...sign, ...Object.fromEntries(Object.entries(rule).map(([name, value]) => [`rule_${name}`, value])) };
  const said = ({ found, measure, nothing }: typeof en.sign) => [found, measure, nothing].map((sentence) => sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))).join(' ');
  return `${said(el.sign)}\n\n${said(en.sign)}`;
}
