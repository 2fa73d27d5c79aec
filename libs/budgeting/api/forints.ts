import { BallotBox, type Election } from '@isegoria/budgeting/contracts';

/** A made-up city that counts in forints: shares of some hundred thousand, so that Add1 by one forint is tens of thousands of steps. The same for the same seed. */
export function aForintCity({ seed = 1, projects = 50, voters = 800, share = 40_000 } = {}): Election {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const popular = Array.from({ length: projects }, () => random() ** 2 + 0.05);
  const budget = voters * share;
  const box = new BallotBox();
  for (let voter = 0; voter < voters; voter += 1) {
    const wanted = 1 + Math.floor(random() * 7);
    const picks = new Set<number>();
    while (picks.size < wanted) {
      const project = Math.floor(random() * projects);
      if (random() < (popular[project] ?? 0)) picks.add(project);
    }
    box.add([...picks]);
  }
  const costs = popular.map(() => Math.round((budget / 40) * (0.1 + 3 * random() ** 2)));
  return {
    name: `Forints, seed ${seed}`, currency: 'HUF', decimals: 0, budget, voteType: 'approval', threshold: null, maxPoints: null,
    projects: costs.map((cost, place) => ({ id: `p${place + 1}`, name: `Project ${place + 1}`, cost })), groups: box.groups(), voters: box.voters,
  };
}
