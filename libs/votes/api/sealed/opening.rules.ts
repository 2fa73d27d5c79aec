import { createHash, randomInt } from 'node:crypto';
import { type BoxKey, invalidPaper, type OpenedPaper, type Question, readPaper, unseal } from '@isegoria/votes/contracts';
import type { CastBatch } from '../log/cast-batch.schema';
import { count, type Vote } from '../count/counting';

/** What lies in a box: each voter's last ballot, by the voter's name in the log. */
export interface BoxContents {
  ballots: Map<string, string>;
  /** Former ballots of people who sent another one. */
  replaced: number;
}

/** Reads a box's contents out of the log, piece by piece, with the very code that counts. */
export class BoxReader {
  private readonly votes = new Map<string, Vote>();
  private readonly ballots = new Map<string, string>();
  private effective = 0;

  constructor(private readonly ballotId: string) {}

  take(batches: readonly CastBatch[]): void {
    const own = batches.map((batch) => ({ ...batch, casts: batch.casts.filter(({ ballotId }) => ballotId === this.ballotId) }));
    const { votes, idle } = count(own, this.votes, new Map());
    const isIdle = new Set(idle.map(({ seq, at }) => `${seq}:${at}`));
    for (const { _id: seq, casts } of own) {
      for (const [at, { voter, sealed }] of casts.entries()) {
        if (!sealed || isIdle.has(`${seq}:${at}`)) continue;
        this.ballots.set(voter, sealed);
        this.effective++;
      }
    }
    for (const vote of votes) this.votes.set(vote._id, vote);
  }

  contents(): BoxContents {
    return { ballots: this.ballots, replaced: this.effective - this.ballots.size };
  }
}

/** A ballot that was taken out, with the commitment under which it went in. */
export interface TakenOut extends OpenedPaper {
  commitment: string;
}

/**
 * Opens the ballots, in an order of chance. A ballot that somebody put in a second time under another name is a copy and does
 * not count: otherwise one could learn a vote by copying it.
 */
export async function takeOut(ballotId: string, questions: readonly Question[], key: BoxKey, sealed: Iterable<string>): Promise<TakenOut[]> {
  const seen = new Set<string>();
  const taken: TakenOut[] = [];
  for (const each of shuffled([...sealed])) {
    const commitment = createHash('sha256').update(Buffer.from(each, 'base64url')).digest('base64url');
    const paper = seen.has(commitment) ? null : await unseal({ ballotId, key }, each);
    seen.add(commitment);
    taken.push({ commitment, ...(paper ? readPaper(questions, paper) : invalidPaper) });
  }
  return taken;
}

/** In an order of chance (Fisher and Yates), by the system's cryptographic source. */
export function shuffled<T>(things: readonly T[]): T[] {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
