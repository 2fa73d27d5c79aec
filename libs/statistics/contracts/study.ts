/**
 * For the accuracy study and its test: a city of known opinions, of whose people some take part, and whether the figures of the council's page hold what is true of
 * all of them. Everything follows from the seed.
 */
import { ageBands, type AgeBand } from '@isegoria/identity/contracts';
import { seeded } from '@isegoria/kernel/contracts';
import { cellsOf, type GroupedAnswer } from './group';
import { type CensusGender, censusGenders, type PopulationShares } from './population';
import { sum } from './scale';
import { type WhoAnswered, whoAnswered } from './who-answered';

export const QUESTIONS = ['necessary', 'fair', 'well_explained', 'well_carried_out'] as const;
const DISTRICTS: [id: string, share: number][] = [['kentro', 0.26], ['ormos', 0.16], ['ano-poli', 0.13], ['agios-nikolaos', 0.22], ['pefka', 0.1], ['limani', 0.13]];
const AGES: [band: AgeBand, share: number, takesPart: number][] = [['15-24', 0.12, 0.5], ['25-39', 0.21, 1.5], ['40-54', 0.26, 1.6], ['55-64', 0.16, 0.9], ['65+', 0.25, 0.35]];

/** Who takes part: by their traits alone (weights can mend it), or also because of what they think (nothing can). */
export type Nonresponse = 'traits' | 'opinion';

export interface StudyCity {
  everybody: GroupedAnswer[];
  answered: GroupedAnswer[];
  population: PopulationShares;
}

/** A city of so many people of whom about so many answer. */
export function studyCity(seed: number, people: number, answering: number, nonresponse: Nonresponse): StudyCity {
  const chance = seeded(seed * 7919 + 1);
  const moods = QUESTIONS.map(() => 0.5 + 0.6 * (chance() - 0.5));
  const everybody = Array.from({ length: people }, () => person(chance, moods));
  const pulls = everybody.map((one) => pull(one, nonresponse));
  const scale = answering / sum(pulls);
  const answered = everybody.filter((_, at) => chance() < Math.min((pulls[at] ?? 0) * scale, 1));
  return { everybody, answered, population: populationOf(everybody) };
}

/** The old like what the young do not, the harbour what the hill does not: so who answers changes what is counted. */
function person(chance: () => number, moods: readonly number[]): GroupedAnswer {
  const [ageBand] = drawn(AGES, chance());
  const [districtId] = drawn(DISTRICTS, chance());
  const gender: CensusGender = chance() < 0.52 ? 'female' : 'male';
  const bent = 0.14 * (ageBands.indexOf(ageBand) - 2) + (gender === 'female' ? 0.05 : -0.05) + (districtId === 'limani' ? -0.15 : 0.03);
  const own = 0.3 * (chance() - 0.5);
  const answers = Object.fromEntries(QUESTIONS.map((question, at) => [question, stepOf((moods[at] ?? 0.5) + bent + own, chance)]));
  return { group: { ageBand, gender, districtId }, answers };
}

function stepOf(liking: number, chance: () => number): string {
  if (chance() < 0.04) return 'cant_say';
  return String(1 + Math.min(Math.max(Math.floor(5 * (liking + 0.9 * (chance() - 0.5))), 0), 4));
}

function pull({ group, answers }: GroupedAnswer, nonresponse: Nonresponse): number {
  const [, , byAge] = AGES.find(([band]) => band === group.ageBand) ?? ['65+', 0, 1];
  const byTraits = byAge * (group.gender === 'female' ? 1.15 : 0.85) * (group.districtId === 'kentro' ? 1.4 : 0.9);
  // Who is angry answers twice as often.
  return nonresponse === 'opinion' && Number(answers['fair']) <= 2 ? 2 * byTraits : byTraits;
}

function drawn<T extends [unknown, number, ...unknown[]]>(list: readonly T[], chance: number): T {
  let left = chance;
  const found = list.find((one) => (left -= one[1]) < 0) ?? list.at(-1);
  if (!found) throw new Error('nothing to draw from');
  return found;
}

function populationOf(everybody: readonly GroupedAnswer[]): PopulationShares {
  const count = (is: (one: GroupedAnswer) => boolean) => everybody.filter(is).length;
  return {
    source: 'the study', asOf: '2026-01-01',
    ages: ageBands.flatMap((ageBand) => censusGenders.map((gender) => ({ ageBand, gender, people: count(({ group }) => group.ageBand === ageBand && group.gender === gender) }))),
    districts: DISTRICTS.map(([districtId]) => ({ districtId, people: count(({ group }) => group.districtId === districtId) })),
  };
}

/** Which figures of one page hold the truth of everybody: by each figure, and all of the page together. */
export interface Held {
  answered: number;
  raw: boolean[];
  weighted: boolean[];
  medians: boolean[];
}

export function held({ everybody, answered, population }: StudyCity): Held {
  const { told } = whoAnswered(cellsOf(answered, QUESTIONS), population, { questions: QUESTIONS, favourableFrom: 3, smallest: 10 });
  return { answered: answered.length, ...heldBy(told, everybody) };
}

export function heldBy({ weighed }: Pick<WhoAnswered, 'weighed'>, everybody: readonly GroupedAnswer[]): Omit<Held, 'answered'> {
  const opinions = weighed?.opinions ?? [];
  const truths = QUESTIONS.map((question) => truthOf(everybody, question));
  const by = (holds: (opinion: (typeof opinions)[number], truth: { share: number; median: number }) => boolean) =>
    QUESTIONS.map((question, at) => {
      const [opinion, truth] = [opinions.find(({ questionId }) => questionId === question), truths[at]];
      return opinion !== undefined && truth !== undefined && holds(opinion, truth);
    });
  return {
    raw: by(({ raw }, { share }) => raw.favourable.low <= share && share <= raw.favourable.high),
    weighted: by(({ weighted }, { share }) => weighted.favourable.low <= share && share <= weighted.favourable.high),
    medians: by(({ weighted }, { median }) => weighted.median.low <= median && median <= weighted.median.high),
  };
}

function truthOf(everybody: readonly GroupedAnswer[], question: string): { share: number; median: number } {
  const steps = everybody.map(({ answers }) => Number(answers[question])).filter((step) => step >= 1).sort((a, b) => a - b);
  return { share: steps.filter((step) => step >= 4).length / steps.length, median: steps[Math.ceil(steps.length / 2) - 1] ?? 0 };
}

export interface StudyReport {
  runs: number;
  answered: number;
  /** Runs in which every figure of the page held. */
  rawPages: number;
  weightedPages: number;
  medianPages: number;
  pages: number;
  /** Of all single weighted shares. */
  weightedShares: number;
  rawShares: number;
}

/** The study over many seeds. */
export function study(runs: number, people: number, answering: number, nonresponse: Nonresponse): StudyReport {
  const all = Array.from({ length: runs }, (_, seed) => held(studyCity(seed + 1, people, answering, nonresponse)));
  const pages = (holds: (one: Held) => boolean) => all.filter(holds).length;
  const every = (marks: readonly boolean[]) => marks.every(Boolean);
  const share = (of: (one: Held) => boolean[]) => sum(all.map((one) => of(one).filter(Boolean).length)) / (runs * QUESTIONS.length);
  return {
    runs, answered: Math.round(sum(all.map((one) => one.answered)) / runs),
    rawPages: pages(({ raw }) => every(raw)), weightedPages: pages(({ weighted }) => every(weighted)), medianPages: pages(({ medians }) => every(medians)),
    pages: pages(({ weighted, medians }) => every(weighted) && every(medians)),
    weightedShares: share(({ weighted }) => weighted), rawShares: share(({ raw }) => raw),
  };
}
