import { type Election, supportersOf } from './election';

/** How a result treats the voters; two of them stand side by side on the page. */
export interface Fairness {
  funded: number;
  spent: number;
  /** Voters with at least one funded project among those they chose. */
  reached: number;
  voters: number;
  /** Money for a voter, when the cost of each funded project is divided among those who chose it: the mean and the middle voter. */
  meanMoney: number;
  medianMoney: number;
  districts: DistrictFairness[];
}

export interface DistrictFairness {
  district: string;
  /** Funded projects that lie here, and what they cost. */
  funded: number;
  spent: number;
  /** Voters who live here, where ballots say so; those reached, and their mean money. */
  voters: number;
  reached: number;
  meanMoney: number;
}

interface Sum {
  voters: number;
  reached: number;
  money: number;
}

/**
 * Districts as they may be told: those in which enough voters live. The others are among those of whom nobody knows where they live, and these must be enough people too;
 * otherwise none is told, for the figures of those that are hidden would follow from the others. One who names a place where nobody else lives hides nothing so.
 */
export function shownByHome({ districts, voters }: Fairness, smallest: number): DistrictFairness[] {
  const homes = districts.filter((district) => district.voters >= smallest);
  const others = voters - homes.reduce((sum, district) => sum + district.voters, 0);
  return others === 0 || others >= smallest ? homes : [];
}

/** Shares are figures to look at, not to decide by: they are ordinary numbers. */
export function fairnessOf(election: Election, winners: readonly string[]): Fairness {
  const won = new Set(winners);
  const supporters = supportersOf(election);
  const perVoter = election.projects.map(({ id, cost }, place) => (won.has(id) && supporters[place] ? cost / supporters[place] : 0));
  const isWon = election.projects.map(({ id }) => won.has(id));
  const all: Sum = { voters: 0, reached: 0, money: 0 };
  const byDistrict = new Map<string, Sum>();
  const amounts: [money: number, voters: number][] = [];
  for (const { projects, voters, district } of election.groups) {
    const money = projects.reduce((sum, project) => sum + (perVoter[project] ?? 0), 0);
    const reached = projects.some((project) => isWon[project]) ? voters : 0;
    amounts.push([money, voters]);
    const here = district === undefined ? null : (byDistrict.get(district) ?? { voters: 0, reached: 0, money: 0 });
    if (here && district !== undefined) byDistrict.set(district, here);
    for (const sum of here ? [all, here] : [all]) {
      sum.voters += voters;
      sum.reached += reached;
      sum.money += money * voters;
    }
  }
  const funded = election.projects.filter(({ id }) => won.has(id));
  return {
    funded: funded.length, spent: spentOn(funded), reached: all.reached, voters: election.voters, meanMoney: election.voters ? all.money / election.voters : 0,
    medianMoney: middle(amounts), districts: districtsOf(election, funded, byDistrict),
  };
}

function districtsOf({ projects }: Election, funded: Election['projects'], byDistrict: ReadonlyMap<string, Sum>): DistrictFairness[] {
  const names = new Set([...projects.flatMap(({ district }) => district ?? []), ...byDistrict.keys()]);
  return [...names].sort().map((district) => {
    const here = funded.filter((project) => project.district === district);
    const { voters, reached, money } = byDistrict.get(district) ?? { voters: 0, reached: 0, money: 0 };
    return { district, funded: here.length, spent: spentOn(here), voters, reached, meanMoney: voters ? money / voters : 0 };
  });
}

const spentOn = (projects: Election['projects']): number => projects.reduce((sum, { cost }) => sum + cost, 0);

function middle(amounts: [money: number, voters: number][]): number {
  const half = amounts.reduce((sum, [, voters]) => sum + voters, 0) / 2;
  let seen = 0;
  for (const [money, voters] of amounts.sort(([a], [b]) => a - b)) {
    seen += voters;
    if (seen >= half) return money;
  }
  return 0;
}
