import type { OfflineChannel } from '@isegoria/votes/contracts';
import type { Cast, CastBatch } from '../log/cast-batch.schema';
import { moved } from './sums';
import { voteId } from '../log/voter-key';

/** A person's vote on a ballot as the log leaves it. Kept after a withdrawal too, for its nonces. */
export interface Vote {
  /** `ballot|voter`: there is no second one. */
  _id: string;
  answers: string[];
  /** The last nonces that had an effect, apart by spaces: a cast that comes again with one of them has none. One string, for a list costs the store more. */
  nonces: string;
  seq: number;
  /** The vote is a ballot in a sealed box; its answers are in nobody's sight. */
  isSealed?: true;
  /** By which other channel than this site it came. */
  channel?: OfflineChannel;
  /** Where the voter lives; only on ballots that are broken down by district. */
  district?: string;
}

/** How many voted, and the sums of their answers by the names of `sums.ts`; nought is left out. */
export interface Sums {
  voters: number;
  counts: Record<string, number>;
}

/** How a ballot stands in the store. */
export interface Count extends Sums {
  /** The ballot's id. */
  _id: string;
  seq: number;
  /** The votes lie in a box: what is counted here is who took part. */
  isSealed?: true;
  /** What of it came by other channels than this site. */
  channels?: Partial<Record<OfflineChannel, Sums>>;
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
  /** Casts that had no effect, by their batch and their place in it. They are in the log and nowhere else. */
  idle: { seq: number; at: number }[];
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
  const idle: Change['idle'] = [];
  for (const { _id: seq, casts } of batches) {
    for (const [at, cast] of casts.entries()) {
      const id = voteId(cast.ballotId, cast.voter);
      const before = votes.get(id) ?? votesBefore.get(id);
      const after = voteAfter(cast, before, seq);
      if (!after) {
        idle.push({ seq, at });
        continue;
      }
      votes.set(id, after);
      if (cast.citizenId) supporters.set(id, { ballotId: cast.ballotId, citizenId: cast.citizenId });
    }
  }
  const change: Change = { votes: [...votes.values()], tallies: [], joined: [], left: [], idle };
  const tallies = new Map<string, Count>();
  for (const vote of change.votes) {
    const ballotId = vote._id.slice(0, vote._id.lastIndexOf('|'));
    const before = votesBefore.get(vote._id);
    const tally = tallies.get(ballotId) ?? talliesBefore.get(ballotId) ?? { _id: ballotId, voters: 0, counts: {}, seq: 0 };
    tallies.set(ballotId, move(tally, before, vote));
    const supporter = supporters.get(vote._id);
    if (supporter && !isGiven(before) && isGiven(vote)) change.joined.push(supporter);
    if (supporter && isGiven(before) && !isGiven(vote)) change.left.push(supporter);
  }
  change.tallies.push(...tallies.values());
  return change;
}

/** What a cast makes of the vote that stood before it; null where it has no effect. */
export function voteAfter(cast: Cast, before: Vote | undefined, seq: number): Vote | null {
  return before && isIdle(cast, before) ? null : voteOf(voteId(cast.ballotId, cast.voter), cast, before, seq);
}

/** A press that comes again has no effect; nor has one on this site after the person voted in front of two officials. */
function isIdle(cast: Cast, before: Vote): boolean {
  return before.nonces.split(' ').includes(cast.nonce) || (before.channel !== undefined && cast.channel === undefined);
}

function voteOf(id: string, { answers, nonce, sealed, channel, district }: Cast, before: Vote | undefined, seq: number): Vote {
  const nonces = [...(before ? before.nonces.split(' ') : []), nonce].slice(-rememberedNonces).join(' ');
  return { _id: id, answers, nonces, seq, ...(sealed ? { isSealed: true } : {}), ...(channel ? { channel } : {}), ...(district ? { district } : {}) };
}

function isGiven(vote: Vote | undefined): boolean {
  return vote !== undefined && (vote.answers.length > 0 || vote.isSealed === true);
}

/** The first of some batches, at least one, and the votes and ballots that they may touch: not many more votes than are wanted. */
export function firstOf(batches: readonly CastBatch[], wantedVotes: number): { batches: CastBatch[]; touched: { votes: string[]; ballots: string[] } } {
  const [votes, ballots] = [new Set<string>(), new Set<string>()];
  const first: CastBatch[] = [];
  for (const batch of batches) {
    if (votes.size >= wantedVotes) break;
    for (const { ballotId, voter } of batch.casts) {
      votes.add(voteId(ballotId, voter));
      ballots.add(ballotId);
    }
    first.push(batch);
  }
  return { batches: first, touched: { votes: [...votes], ballots: [...ballots] } };
}

function move(tally: Count, before: Vote | undefined, vote: Vote): Count {
  const all = { ...tally, ...shift(tally, before, vote), seq: Math.max(tally.seq, vote.seq), ...(vote.isSealed ? { isSealed: true as const } : {}) };
  if (!before?.channel && !vote.channel) return all;
  const channels = { ...tally.channels };
  if (before?.channel) channels[before.channel] = shift(channels[before.channel], before, undefined);
  if (vote.channel) channels[vote.channel] = shift(channels[vote.channel], undefined, vote);
  return { ...all, channels };
}

function shift(sums: Sums = { voters: 0, counts: {} }, before: Vote | undefined, after: Vote | undefined): Sums {
  const voters = sums.voters + Number(isGiven(after)) - Number(isGiven(before));
  return { voters, counts: moved(sums.counts, before?.answers ?? [], after?.answers ?? []) };
}
