import type { Explanation } from './explain';
import { plainAmount } from './money';
import en from './words.en.json';

/** How a sentence is made of a key of the slice's words and of what it names; a page hands in its own language's. */
export type Speak = (key: string, values: Record<string, string | number>) => string;

/** How an amount is shown, in units of the election's money; a voter's part of a cost is seldom a whole unit. */
export type ShowMoney = (units: number) => string;

const AMOUNTS = new Set(['cost', 'left', 'price', 'has']);

/** The one sentence that tells why a project has its fate, and what would have turned it. */
export function explainedSentence({ reason, change, funded }: Explanation, speak: Speak, money: ShowMoney): string {
  const why = speak(`explained.${reason.kind}`, shown(reason, money));
  const turn = change && turnOf(change, funded, speak);
  return turn ? speak('explained.whole', { why, turn }) : speak('explained.short', { why });
}

function turnOf({ votes, lessCost, moreCost }: NonNullable<Explanation['change']>, funded: boolean, speak: Speak): string {
  if (funded) return moreCost === null ? '' : speak('explained.turn.moreCost', { percent: moreCost });
  if (votes !== null && lessCost !== null) return speak('explained.turn.either', { count: votes, percent: lessCost });
  if (votes !== null) return speak('explained.turn.votes', { count: votes });
  return lessCost === null ? speak('explained.turn.nothing', {}) : speak('explained.turn.lessCost', { percent: lessCost });
}

function shown(reason: Explanation['reason'], money: ShowMoney): Record<string, string | number> {
  const { kind: _, ...values } = reason;
  const entries = Object.entries(values).map(([name, value]): [string, string | number] => [name, AMOUNTS.has(name) ? money(Number(value)) : value]);
  return { ...Object.fromEntries(entries), ...('votes' in reason ? { count: reason.votes } : 'payers' in reason ? { count: reason.payers } : {}) };
}

/** English from the slice's own words, for the command line. */
export const speakEnglish: Speak = (key, values) => {
  const wordOf = (path: string): unknown => path.split('.').reduce<unknown>((words, part) => (typeof words === 'object' && words !== null ? Reflect.get(words, part) : undefined), en);
  const found = wordOf(key) ?? wordOf(`${key}_${values['count'] === 1 ? 'one' : 'other'}`);
  return String(found ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
};

/** An amount as files write it, with its currency. */
export const plainMoney = (decimals: number, currency: string): ShowMoney => (units) => {
  const hundredths = Math.floor(units * 100);
  return `${plainAmount(hundredths, decimals + 2)}${currency ? ` ${currency}` : ''}`;
};
