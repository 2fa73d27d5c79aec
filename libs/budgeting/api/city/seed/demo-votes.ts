import type { DemoProject, Pull } from './demo-project';

/** How many of a hundred voters care about each thing first. The largest group is well short of half: whose money goes where depends on the rule. */
const groups: [Pull, number][] = [['players', 40], ['walkers', 20], ['families', 18], ['green', 13], ['careful', 9]];
/** How often somebody who cares about the first also takes something of the second. */
const sympathy: Record<Pull, Partial<Record<Pull, number>>> = {
  players: { walkers: 0.34, families: 0.28, green: 0.12, careful: 0.1 },
  walkers: { green: 0.38, careful: 0.3, families: 0.22, players: 0.12 },
  families: { careful: 0.35, green: 0.28, walkers: 0.3, players: 0.18 },
  green: { walkers: 0.42, families: 0.26, careful: 0.28 },
  careful: { families: 0.45, walkers: 0.32, green: 0.25, players: 0.06 },
};

/** What one voter puts into the cart: what they care about first, then what they also like, as long as the money lasts. */
export function demoCart<T extends Pick<DemoProject, 'pull' | 'euros'>>(projects: readonly T[], euros: number, random: () => number): T[] {
  const first = groupOf(random());
  const wanted = projects
    .map((project) => ({ project, wish: wishOf(first, project.pull, random) }))
    .filter(({ wish }) => wish > 0)
    .sort((a, b) => b.wish - a.wish);
  const cart: T[] = [];
  let left = euros;
  for (const { project } of wanted) {
    if (project.euros > left) continue;
    cart.push(project);
    left -= project.euros;
  }
  return cart;
}

/** What one voter likes, the dearest first, whatever it costs. */
export function demoOrder<T extends Pick<DemoProject, 'pull' | 'euros'>>(projects: readonly T[], random: () => number): T[] {
  return demoCart(projects, Infinity, random);
}

/** How one voter gives out ten points: most to the dearest, the rest to the next ones. */
export function demoPoints<T extends Pick<DemoProject, 'pull' | 'euros'>>(projects: readonly T[], random: () => number): { project: T; points: number }[] {
  const liked = demoOrder(projects, random).slice(0, 3);
  const shares = [[], [10], [7, 3], [5, 3, 2]][liked.length] ?? [];
  return liked.map((project, at) => ({ project, points: shares[at] ?? 0 }));
}

function groupOf(chance: number): Pull {
  let left = chance * 100;
  for (const [pull, share] of groups) {
    left -= share;
    if (left < 0) return pull;
  }
  return 'careful';
}

function wishOf(first: Pull, pull: Pull, random: () => number): number {
  if (pull === first) return random() < 0.93 ? 1 + random() : 0;
  return random() < (sympathy[first][pull] ?? 0) ? random() : 0;
}
