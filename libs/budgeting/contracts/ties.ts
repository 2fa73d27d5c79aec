import { type Election, scoresOf } from './election';
import type { TieKey } from './rule';

/** Each project's place in the declared order of ties: the lowest wins. What the declared keys leave equal, the id decides, so that no two are equal. */
export function tieRanks(election: Election, ties: readonly TieKey[], scores: readonly number[] = scoresOf(election)): Int32Array {
  const keys = [...ties, 'id' as const].map((key) => orderOf(election, key, scores));
  const sorted = election.projects.map((_, place) => place).sort((a, b) => {
    for (const order of keys) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const ranks = new Int32Array(sorted.length);
  sorted.forEach((place, rank) => (ranks[place] = rank));
  return ranks;
}

type Order = (a: number, b: number) => number;

function orderOf(election: Election, key: TieKey, scores: readonly number[]): Order {
  const ids = election.projects.map(({ id }) => id);
  switch (key) {
    case 'lower-cost':
      return rising(election.projects.map(({ cost }) => cost));
    case 'more-votes':
      return rising(scores.map((score) => -score));
    case 'id':
      return (a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : ids[a] === ids[b] ? 0 : 1);
    default:
      return rising(ids.map((id) => (key.includes(id) ? key.indexOf(id) : key.length)));
  }
}

const rising = (values: readonly number[]): Order => (a, b) => (values[a] ?? 0) - (values[b] ?? 0);
