/**
 * People whose opinions are known, so that what a page says of them can be held against what is true. Everything follows from the seed. People are drawn from the
 * city's own table; what a group thinks of a question is a distribution over the steps that can be written down, and each person's answer is drawn from it.
 */
import { CANT_SAY, STEPS } from '@isegoria/evaluations/contracts';
import { ageBands } from '@isegoria/identity/contracts';
import { seeded } from '@isegoria/kernel/contracts';
import { type CensusGender, censusGenders, type Group, type PopulationShares, sum } from '@isegoria/statistics/contracts';

export type Answers = Record<string, string>;

/**
 * Who answers: everybody; each with the same chance; some groups up to five times as often as others, whatever they think; or besides, the angry twice as
 * often, which no weights can mend.
 */
export type Response = 'everybody' | 'equal' | 'traits' | 'opinion';

/** What is true of one question: the share in favour among those who can say, and the middle step. */
export interface Truth {
  share: number;
  median: number;
}

export interface KnownOpinions {
  /** By person, in their order. */
  answers: Answers[];
  /** By question, of these people. */
  truths: Map<string, Truth>;
  /** By question, of the distributions that the answers were drawn from: of a city without end that has these groups. */
  laws: Map<string, Truth>;
}

const CANT_SAY_SHARE = 0.04;
const CUTS = [-1.2, -0.4, 0.4, 1.2];

/** People with ages, genders and districts in the proportions of the table. */
export function peopleOf({ ages, districts }: PopulationShares, count: number, seed: number): Group[] {
  const chance = seeded(seed);
  return Array.from({ length: count }, () => {
    const age = drawn(ages, chance());
    const ageBand = ageBands.find((band) => band === age.ageBand) ?? null;
    return { ageBand, gender: genderOf(age.gender), districtId: drawn(districts, chance()).districtId };
  });
}

/** The table of a city that consists of these people. */
export function tableOf(people: readonly Group[], districtIds: readonly string[]): PopulationShares {
  const count = (is: (one: Group) => boolean) => people.filter(is).length;
  return {
    source: 'generated citizens of the proof', asOf: '2026-01-01',
    ages: ageBands.flatMap((ageBand) => censusGenders.map((gender) => ({ ageBand, gender, people: count((one) => one.ageBand === ageBand && one.gender === gender) }))),
    districts: districtIds.map((districtId) => ({ districtId, people: count((one) => one.districtId === districtId) })),
  };
}

/** What these people think on each question, and what is thereby true. */
export function opinionsOf(people: readonly Group[], questions: readonly string[], seed: number): KnownOpinions {
  const chance = seeded(seed * 7919 + 13);
  const spreads = new Map(questions.map((question) => [question, spreadOf(chance, people)]));
  const answers = people.map((group): Answers => Object.fromEntries(questions.map((question) => [question, answerOf(spreads.get(question)?.(group) ?? [], chance)])));
  const counted = (question: string) => STEPS.map((step) => answers.filter((own) => own[question] === step).length);
  const expected = (question: string) => people.reduce<number[]>((all, group) => (spreads.get(question)?.(group) ?? []).map((share, at) => share + (all[at] ?? 0)), []);
  const truthsBy = (of: (question: string) => number[]) => new Map(questions.map((question) => [question, truthOf(of(question))]));
  return { answers, truths: truthsBy(counted), laws: truthsBy(expected) };
}

/** Which of them answer, by their places and in an order of chance, of whom about so many are wanted. */
export function respondents(people: readonly Group[], { answers }: Pick<KnownOpinions, 'answers'>, { response, wanted, seed }: { response: Response; wanted: number; seed: number }): number[] {
  const chance = seeded(seed * 104_729 + 7);
  const pulls = people.map(pullOf(response, chance, answers));
  const scale = wanted / sum(pulls);
  const places = pulls.flatMap((pull, at) => (response === 'everybody' || chance() < pull * scale ? [at] : []));
  return places.map((at) => ({ at, key: chance() })).sort((a, b) => a.key - b.key).map(({ at }) => at);
}

/** The share in favour (the best two steps) and the middle step, the lower one of two. */
export function truthOf(counts: readonly number[]): Truth {
  const all = sum(counts);
  let passed = 0;
  const median = counts.findIndex((count) => (passed += count) >= all / 2 - 1e-9) + 1;
  return { share: sum(counts.slice(3)) / all, median };
}

/** How each group's answers to a question spread over the steps: age, gender and district move them, and a little each age in each district. */
function spreadOf(chance: () => number, people: readonly Group[]): (group: Group) => number[] {
  const within = (most: number) => 2 * most * (chance() - 0.5);
  const [mood, byAge, byGender] = [within(1), within(0.5), within(0.25)];
  const own = new Map([...new Set(people.map(({ districtId }) => districtId))].map((districtId) => [districtId, { level: within(0.6), tilt: within(0.15) }]));
  return ({ ageBand, gender, districtId }) => {
    const { level = 0, tilt = 0 } = own.get(districtId) ?? {};
    const age = ageBand ? ageBands.indexOf(ageBand) - 2 : 0;
    const liking = mood + (byAge + tilt) * age + (gender === 'female' ? byGender : -byGender) + level;
    const upTo = [...CUTS.map((cut) => 1 / (1 + Math.exp(-(cut - liking) / 0.7))), 1];
    return upTo.map((share, at) => share - (upTo[at - 1] ?? 0));
  };
}

function answerOf(shares: readonly number[], chance: () => number): string {
  if (chance() < CANT_SAY_SHARE) return CANT_SAY;
  let left = chance();
  return STEPS[shares.findIndex((share) => (left -= share) < 0)] ?? '5';
}

/** The old and the very young take part less, women a little more, each district as chance has it. */
function pullOf(response: Response, chance: () => number, answers: readonly Answers[]): (group: Group, at: number) => number {
  const byAge = [0.5, 1.5, 1.6, 0.9, 0.35].map((usual) => usual * (0.85 + 0.3 * chance()));
  const byDistrict = new Map<string | null, number>();
  return ({ ageBand, gender, districtId }, at) => {
    if (response === 'everybody' || response === 'equal') return 1;
    const district = byDistrict.get(districtId) ?? 0.6 + 0.8 * chance();
    byDistrict.set(districtId, district);
    const byTraits = (byAge[ageBand ? ageBands.indexOf(ageBand) : 0] ?? 1) * (gender === 'female' ? 1.15 : 0.85) * district;
    return response === 'opinion' && ['1', '2'].includes(answers[at]?.['fair'] ?? '') ? 2 * byTraits : byTraits;
  };
}

function drawn<T extends { people: number }>(rows: readonly T[], chance: number): T {
  let left = chance * sum(rows.map(({ people }) => people));
  const found = rows.find(({ people }) => (left -= people) < 0) ?? rows.at(-1);
  if (!found) throw new Error('The table of the city has no people.');
  return found;
}

const genderOf = (gender: string): CensusGender | null => censusGenders.find((one) => one === gender) ?? null;

