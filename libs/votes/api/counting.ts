import type { Cast, CastBatch } from './cast-batch.schema';
import { voteId } from './voter-key';

/** A person's vote on a ballot as the log leaves it. Kept after a withdrawal too, for its nonces. */
export interface Vote {
  /** `ballot|voter`: there is no second one. */
  _id: string;
  answers: string[];
  /** The last nonces that had an effect, apart by spaces: a cast that comes again with one of them has none. One string, for a list costs the store more. */
  nonces: string;
  seq: number;
}

/** How a ballot stands in the store. */
export interface Count {
  /** The ballot's id. */
  _id: string;
  voters: number;
  /** How many chose an option, by `question:option`; nought is left out. */
  counts: Record<string, number>;
  seq: number;
}

/** A supporter who came or went. */
export interface Supporter {
  ballotId: string;
  citizenId: string;
}

/** What some batches change: the new state of what they touch. */
export interface Change {
  votes: Vote[];
  tallies: Count[];
  joined: Supporter[];
  left: Supporter[];
}

/** How many nonces a vote remembers. A retry that comes after so many later presses of the same citizen would be their own new vote. */
export const rememberedNonces = 32;

/**
 * Counts batches of the log, in order, on top of what stood before. Pure: the same log gives the same count, in one go or in
 * pieces. A tally moves by the difference between a vote's state before and after, never by "one more".
 */
export function count(batches: readonly CastBatch[], votesBefore: ReadonlyMap<string, Vote>, talliesBefore: ReadonlyMap<string, Count>): Change {
  const votes = new Map<string, Vote>();
  const supporters = new Map<string, Supporter>();
  for (const { _id: seq, casts } of batches) {
    for (const cast of casts) {
      const id = voteId(cast.ballotId, cast.voter);
      const before = votes.get(id) ?? votesBefore.get(id);
      const nonces = before ? before.nonces.split(' ') : [];
      if (nonces.includes(cast.nonce)) continue;
      votes.set(id, { _id: id, answers: cast.answers, nonces: [...nonces, cast.nonce].slice(-rememberedNonces).join(' '), seq });
      if (cast.citizenId) supporters.set(id, { ballotId: cast.ballotId, citizenId: cast.citizenId });
    }
  }
  const change: Change = { votes: [...votes.values()], tallies: [], joined: [], left: [] };
  const tallies = new Map<string, Count>();
  for (const vote of change.votes) {
    const ballotId = vote._id.slice(0, vote._id.lastIndexOf('|'));
    const before = votesBefore.get(vote._id)?.answers ?? [];
    const tally = tallies.get(ballotId) ?? talliesBefore.get(ballotId) ?? { _id: ballotId, voters: 0, counts: {}, seq: 0 };
    tallies.set(ballotId, move(tally, before, vote));
    const supporter = supporters.get(vote._id);
    if (supporter && before.length === 0 && vote.answers.length > 0) change.joined.push(supporter);
    if (supporter && before.length > 0 && vote.answers.length === 0) change.left.push(supporter);
  }
  change.tallies.push(...tallies.values());
  return change;
}

/** The votes that some batches may touch. */
export function touchedBy(batches: readonly CastBatch[]): { votes: string[]; ballots: string[] } {
  const casts: Cast[] = batches.flatMap((batch) => batch.casts);
  return {
    votes: [...new Set(casts.map(({ ballotId, voter }) => voteId(ballotId, voter)))],
    ballots: [...new Set(casts.map(({ ballotId }) => ballotId))],
  };
}

function move(tally: Count, before: readonly string[], { answers, seq }: Vote): Count {
  const voters = tally.voters + Number(answers.length > 0) - Number(before.length > 0);
  return { ...tally, voters, counts: moved(tally.counts, before, answers), seq: Math.max(tally.seq, seq) };
}

/** An option that nobody chooses any more is left out, so that a count is written in one way only. */
function moved(counts: Record<string, number>, before: readonly string[], after: readonly string[]): Record<string, number> {
  const sums = new Map(Object.entries(counts));
  for (const answer of before) sums.set(answer, (sums.get(answer) ?? 0) - 1);
  for (const answer of after) sums.set(answer, (sums.get(answer) ?? 0) + 1);
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
}
