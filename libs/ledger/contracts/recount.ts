import type { Leaf, OpenVote, PublicAct } from './leaf';

/** What the ledger says of one ballot. */
export interface BallotCount {
  kind: string;
  /** How many chose each, `question:option`, with points and first places as `countIn` names them; of a secret ballot nothing is known here. */
  counts: Map<string, number>;
  /** How many people's last word is a choice. */
  voters: number;
  /** How many votes stand in the ledger, with those that were replaced or taken back. */
  leaves: number;
  isSecret: boolean;
  /** What was published when its box was opened: what came out, how many had been replaced, and the digest of the list. */
  opened: { valid: number; invalid: number; blank: number; replaced: number; digest: string } | null;
  /** The result that was published after the opening. */
  result: { voters: number; counts: Map<string, number> } | null;
}

/** Counts every ballot again from the leaves, in their order: a voter's last vote is their vote. */
export class Recount {
  readonly ballots = new Map<string, BallotCount>();
  private readonly last = new Map<string, string[]>();

  add(leaf: Leaf): void {
    if (leaf.type === 'act') this.addAct(leaf);
    else if ('commitment' in leaf) this.addSecret(leaf.ballot, leaf.kind);
    else this.addOpen(leaf);
  }

  private addOpen({ ballot, kind, voter, choice }: OpenVote): void {
    const count = this.of(ballot, kind);
    const name = JSON.stringify([ballot, voter]);
    const before = this.last.get(name) ?? [];
    countIn(count.counts, before, -1);
    countIn(count.counts, choice, 1);
    count.voters += Number(choice.length > 0) - Number(before.length > 0);
    count.leaves += 1;
    this.last.set(name, choice);
  }

  private addSecret(ballot: string, kind: string): void {
    const count = this.of(ballot, kind);
    count.leaves += 1;
    count.isSecret = true;
  }

  private addAct({ act, subject, body = {} }: PublicAct): void {
    const ballot = typeof body['ballot'] === 'string' ? body['ballot'] : `${subject.kind}:${subject.id}`;
    const { valid, invalid, blank, replaced, digest, voters, counts } = body;
    // A ballot is known from its announcement on: what is shown of it must be in the ledger, also where no vote is.
    if (act === 'ballot.announced') this.of(ballot);
    if (act === 'ballot.opened' && typeof digest === 'string') {
      this.of(ballot).opened = { valid: whole(valid), invalid: whole(invalid), blank: whole(blank), replaced: whole(replaced), digest };
    }
    if (act === 'ballot.result' && counts && typeof counts === 'object' && !Array.isArray(counts)) {
      this.of(ballot).result = { voters: whole(voters), counts: new Map(Object.entries(counts).map(([name, count]) => [name, whole(count)])) };
    }
  }

  /** What the ledger says of a ballot; of one that it does not know, that there is nothing. */
  of(ballot: string, kind = ''): BallotCount {
    const known = this.ballots.get(ballot) ?? { kind, counts: new Map<string, number>(), voters: 0, leaves: 0, isSecret: false, opened: null, result: null };
    known.kind ||= kind;
    this.ballots.set(ballot, known);
    return known;
  }
}

/**
 * Adds what a choice says, or takes it out. Each option that is named counts one person, under its name; points written behind it (`=3`) are summed under the name and `=`,
 * and a first place (`#1`) counts one more under the name and `#`.
 */
export function countIn(counts: Map<string, number>, choice: readonly string[], by: number): void {
  const add = (name: string, amount: number) => {
    const sum = (counts.get(name) ?? 0) + amount;
    if (sum === 0) counts.delete(name);
    else counts.set(name, sum);
  };
  for (const answer of choice) {
    const [, option = answer, mark, figure] = /^(.*?)(?:([=#])(\d+))?$/s.exec(answer) ?? [];
    add(option, by);
    if (mark === '=') add(`${option}=`, by * Number(figure));
    if (mark === '#' && Number(figure) === 1) add(`${option}#`, by);
  }
}

const whole = (value: unknown): number => (typeof value === 'number' ? value : 0);
