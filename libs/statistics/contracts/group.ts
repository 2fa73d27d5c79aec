import { type AgeBand, ageBands, type Gender, genders } from '@isegoria/identity/contracts';

/** What is known of somebody who answered, for statistics; null where they did not say it. */
export interface Group {
  ageBand: AgeBand | null;
  gender: Gender | null;
  districtId: string | null;
}

/** By what people are told apart. */
export const dimensions = ['ageBand', 'gender', 'districtId'] as const;
export type Dimension = (typeof dimensions)[number];

/** The people of one group, all three taken together: how many they are, and on which step they stand on each question. */
export interface Cell extends Group {
  people: number;
  /** By question: people on each step, worst to best. Who could not say is in `people` and here not. */
  counts: Record<string, number[]>;
}

/** A person's answers, a step '1', '2', … by question; anything else is no step. */
export interface GroupedAnswer {
  group: Group;
  answers: Readonly<Record<string, string>>;
}

/** The cells of many answers, in a fixed order. A figure is made from these alone: they are a few hundred, however many people answered. */
export function cellsOf(answers: Iterable<GroupedAnswer>, questions: readonly string[], steps = 5): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { group, answers: given } of answers) {
    const key = cellKey(group);
    const cell = cells.get(key) ?? emptyCell(group, questions, steps);
    cells.set(key, cell);
    cell.people += 1;
    for (const question of questions) {
      const counts = cell.counts[question];
      const at = Number(given[question]) - 1;
      if (counts?.[at] !== undefined) counts[at] += 1;
    }
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

export const cellKey = ({ ageBand, gender, districtId }: Group): string => [ageBand ?? '', gender ?? '', districtId ?? ''].join('|');

/** A stored group with only what is known today: a band or a gender that nobody counts any more is unsaid. */
export function groupOf(stored: { ageBand?: string | null; gender?: string | null; districtId?: string | null }): Group {
  return {
    ageBand: ageBands.find((band) => band === stored.ageBand) ?? null,
    gender: genders.find((gender) => gender === stored.gender) ?? null,
    districtId: stored.districtId ?? null,
  };
}

function emptyCell({ ageBand, gender, districtId }: Group, questions: readonly string[], steps: number): Cell {
  return { ageBand, gender, districtId, people: 0, counts: Object.fromEntries(questions.map((question) => [question, new Array<number>(steps).fill(0)])) };
}
