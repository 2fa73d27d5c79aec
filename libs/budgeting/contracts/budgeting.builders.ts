import { BallotBox, type Election, type VoteType } from './election';

/** An election as a test tells it: costs by id, and ballots as "a,b" or, with points, "a:3,b:1". "4 x a,b" are four voters. */
export function anElection({ budget, costs, ballots, voteType, ...rest }: { budget: number; costs: Record<string, number>; ballots: string[]; voteType?: VoteType } & Partial<Election>): Election {
  const ids = Object.keys(costs);
  const box = new BallotBox();
  const isScored = ballots.some((ballot) => ballot.includes(':'));
  for (const ballot of ballots) {
    const [, times = '1', chosen = ''] = /^(?:(\d+) x )?(.*)$/.exec(ballot) ?? [];
    const picks = chosen.split(',').filter(Boolean).map((pick) => pick.split(':'));
    for (let voter = 0; voter < Number(times); voter += 1) box.add(picks.map(([id]) => ids.indexOf(id ?? '')), isScored ? picks.map(([, points]) => Number(points ?? 1)) : null);
  }
  return {
    name: 'Δοκιμή <script>alert(1)</script>', currency: 'EUR', decimals: 0, budget, threshold: null, maxPoints: null, voteType: voteType ?? (isScored ? 'cumulative' : 'approval'),
    projects: ids.map((id) => ({ id, name: `Έργο ${id}`, cost: costs[id] ?? 0 })), groups: box.groups(), voters: box.voters, ...rest,
  };
}
