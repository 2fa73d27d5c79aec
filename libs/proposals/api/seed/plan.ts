import type { Place } from '@isegoria/organisation/contracts';
import type { ProposalAnswerStatus } from '@isegoria/proposals/contracts';
import { type Corner, corners } from './places';
import type { Idea } from './idea';
import { ideas } from './ideas';

/** One proposal of the demo city, before it has an author. */
export interface Planned {
  category: string;
  idea: Idea;
  title: string;
  text: string;
  corner: Corner;
  fate: 'OPEN' | ProposalAnswerStatus | 'WAITING' | 'WITHDRAWN' | 'RETURNED' | 'HIDDEN';
  publishedAt: Date;
  supports: number;
}

const dayMs = 86_400_000;
const months = 14;
/** How much each district has to say: roughly its people. */
const voices: Record<string, number> = { kentro: 8, ormos: 3, 'ano-poli': 2, 'agios-nikolaos': 5, pefka: 1, limani: 2 };
const everywhere = Object.keys(voices);

/** The three that the whole city talks about: how many stand behind them, when they came, and how they stand. */
const talkOfTheTown: { title: string; supports: number; daysAgo: number; fate: Planned['fate'] }[] = [
  { title: 'Σκίαστρα και βρύσες στη διαδρομή προς τα σχολεία', supports: 412, daysAgo: 21, fate: 'UNDER_EVALUATION' },
  { title: 'Ποδηλατόδρομος από τον σταθμό ως την παραλία', supports: 366, daysAgo: 118, fate: 'ACCEPTED' },
  { title: 'Ανοιχτό το γυμναστήριο του 3ου Λυκείου τα απογεύματα', supports: 298, daysAgo: 61, fate: 'UNDER_EVALUATION' },
];

/** What the demo city's people have proposed in fourteen months: each wish said once, then again in other neighbourhoods. */
export function plan(random: () => number, now: Date, places: Place[], wanted: number): Planned[] {
  const corner = corners(places, random);
  const wishes = shuffled(random, said(random, wanted));
  const planned = wishes.map(({ category, idea, district, turn }): Planned => {
    const here = corner(district);
    const publishedAt = momentOf(random, now);
    return { category, idea, corner: here, ...worded(idea, here, random, turn), fate: fateOf(random, now, publishedAt), publishedAt, supports: 0 };
  });
  return withSupports(random, now, planned);
}

/** Which wish is said where. Round after round, each goes to a neighbourhood where it was not said yet. */
function said(random: () => number, wanted: number) {
  const all = Object.entries(ideas).flatMap(([category, list]) => list.map((idea) => ({ category, idea, districts: inTurn(random, idea.districts ?? everywhere) })));
  const wishes: { category: string; idea: Idea; district: string; turn: number }[] = [];
  for (let turn = 0; wishes.length < wanted && turn < everywhere.length; turn++) {
    for (const { category, idea, districts } of turn === 0 ? all : shuffled(random, all)) {
      const district = districts[turn];
      if (district && wishes.length < wanted && !(idea.once && turn > 0)) wishes.push({ category, idea, district, turn });
    }
  }
  return wishes;
}

function worded({ titles, text }: Idea, { street, square, in: inside, of }: Corner, random: () => number, turn: number) {
  const place = (line: string) =>
    line.replaceAll('{street}', street?.label ?? 'Δημοκρατίας').replaceAll('{square}', square?.label ?? 'πλατεία').replaceAll('{in}', inside).replaceAll('{of}', of);
  const title = titles[turn % titles.length] ?? '';
  const lines = text.map((slot) => slot.split('|').map((line) => line.trim())).map((slot) => slot[(turn + Math.floor(random() * slot.length)) % slot.length] ?? '');
  return { title: place(title).replace(/^./, (first) => first.toUpperCase()), text: place(lines.join(' ')) };
}

/** More lately than long ago, in waking hours. */
function momentOf(random: () => number, now: Date): Date {
  const day = Math.floor((now.getTime() - months * 30.4 * dayMs * random() ** 1.5) / dayMs);
  const hour = 5 + 15 * random() ** 0.8;
  return new Date(Math.min(day * dayMs + hour * 3_600_000, now.getTime() - 20 * 60_000));
}

function fateOf(random: () => number, now: Date, publishedAt: Date): Planned['fate'] {
  const days = (now.getTime() - publishedAt.getTime()) / dayMs;
  const chance = random();
  if (days < 4 && chance < 0.35) return 'WAITING';
  if (chance > 0.985) return 'WITHDRAWN';
  if (chance > 0.975) return 'HIDDEN';
  if (chance > 0.965) return 'RETURNED';
  if (days < 25) return chance < 0.85 ? 'OPEN' : 'UNDER_EVALUATION';
  if (days > 110) return settled(chance, days);
  const answered = Math.min(0.4 + days / 260, 0.82);
  if (chance > answered) return chance > 0.93 ? 'OPEN' : 'UNDER_EVALUATION';
  const turn = chance / answered;
  if (turn < 0.5) return 'ACCEPTED';
  return turn < 0.85 ? 'REJECTED' : 'UNDER_EVALUATION';
}

/** What was asked long ago has its answer, but for the odd one. */
function settled(chance: number, days: number): Planned['fate'] {
  if (chance > 0.95) return 'OPEN';
  if (chance < 0.35) return 'ACCEPTED';
  if (chance < 0.68) return 'REJECTED';
  return days > 150 ? 'IMPLEMENTED' : 'ACCEPTED';
}

/** Few have many supporters and many have few, as everywhere. */
function withSupports(random: () => number, now: Date, planned: Planned[]): Planned[] {
  const listed = planned.filter(({ fate }) => !['WAITING', 'RETURNED', 'HIDDEN'].includes(fate));
  const famous = new Map(talkOfTheTown.map((one) => [one.title, one]));
  const others = listed.filter(({ title }) => !famous.has(title)).map((one) => ({ one, luck: random() + Math.min((now.getTime() - one.publishedAt.getTime()) / (80 * dayMs), 0.6) }));
  others.sort((a, b) => b.luck - a.luck);
  const top = talkOfTheTown.at(-1)?.supports ?? 300;
  others.forEach(({ one }, rank) => {
    one.supports = Math.round(top * ((rank + 4) / 3) ** -0.95 * (0.85 + 0.3 * random()));
  });
  for (const one of planned) {
    const fame = famous.get(one.title);
    if (fame) Object.assign(one, { supports: fame.supports, fate: fame.fate, publishedAt: new Date(now.getTime() - fame.daysAgo * dayMs) });
  }
  return planned;
}

/** A chance order in which those with more voices come earlier. */
function inTurn(random: () => number, districts: string[]): string[] {
  const drawn = districts.map((district) => ({ district, turn: -Math.log(1 - random()) / (voices[district] ?? 1) }));
  return drawn.sort((a, b) => a.turn - b.turn).map(({ district }) => district);
}

export function shuffled<T>(random: () => number, items: readonly T[]): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
