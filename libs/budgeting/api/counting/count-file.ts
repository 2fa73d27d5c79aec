import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip, type Gzip } from 'node:zlib';
import {
  BallotBox, decide, DECLARABLE_RULES, type DeclaredRule, declaredRule, type Election, explain, type Fairness, fairnessOf, PbReader, type PbReading, type Result, ruleNamed, ruleOf, scoresOf, supportersOf,
} from '@isegoria/budgeting/contracts';
import { bytesOf } from '../pb-file';
import type { Counted, CountedFile, CountOrder, RefusedFile } from './count-order';

/** The rule that is laid beside the declared one. */
const BESIDE = 'greedy';

/** Reads a `.pb` file piece by piece, counts it, explains each fate and lays the greedy result beside it. Heavy: for a thread of its own. */
export async function countFile({ file, rule, homes }: CountOrder): Promise<CountedFile | RefusedFile> {
  const [rows, gzip, hash] = [new Rows(homes), createGzip(), createHash('sha256')];
  const reader = new PbReader((cells) => rows.take(cells));
  const packed = collected(gzip);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of 'path' in file ? bytesOf(file.path) : [Buffer.from(file.text)]) {
    hash.update(piece);
    if (!gzip.write(piece)) await once(gzip, 'drain');
    reader.push(decoder.decode(piece, { stream: true }));
  }
  reader.push(decoder.decode());
  gzip.end();
  const reading = reader.end();
  if (!reading.election) return { refused: reading.defects, count: reading.count };
  const { election: { groups, ...election }, cells, official } = reading;
  const used = rule ?? ruleOfFile(reading);
  return { refused: null, rule: used, ...counted({ groups, ...election }, used, rows), election, meta: cells.meta, official, packed: await packed, digest: hash.digest('base64url') };
}

function counted(election: Election, rule: DeclaredRule, rows: Rows): Counted {
  const greedy = ruleNamed(BESIDE);
  if (!greedy) throw new Error(`there is no rule ${BESIDE}`);
  const result = decide(election, ruleOf(rule));
  const beside = [...decide(election, greedy).winners];
  const fairness = (winners: readonly string[]): Fairness => ({ ...fairnessOf(election, winners), ...rows.districtsOf(election, winners) });
  return {
    result, explanations: explain(election, ruleOf(rule), result), fairness: fairness(result.winners), greedy: { winners: beside, fairness: fairness(beside) },
    votes: supportersOf(election), points: scoresOf(election),
  };
}

/** The rows of a file whose voters' homes are known from elsewhere. */
class Rows {
  private readonly ballots: { chosen: string; home: string | null }[] = [];

  constructor(private readonly homes: CountOrder['homes']) {}

  /** Our own files: number, channel, choice. */
  take([, , chosen = '']: string[]): void {
    if (this.homes) this.ballots.push({ chosen, home: this.homes[this.ballots.length] ?? null });
  }

  districtsOf(election: Election, winners: readonly string[]): Pick<Fairness, 'districts'> | null {
    if (!this.homes) return null;
    const places = new Map(election.projects.map(({ id }, place) => [id, place]));
    const box = new BallotBox();
    for (const { chosen, home } of this.ballots) box.add(chosen.split(',').flatMap((id) => places.get(id) ?? []), null, home ?? undefined);
    return { districts: fairnessOf({ ...election, groups: box.groups() }, winners).districts };
  }
}

async function collected(gzip: Gzip): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of gzip) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}

function ruleOfFile({ election, official }: Extract<PbReading, { election: Election }>): DeclaredRule {
  const name = official.rule && DECLARABLE_RULES.includes(official.rule) ? official.rule : BESIDE;
  return declaredRule(name, election.threshold === null ? {} : { threshold: election.threshold });
}

/** A ballot that nobody filled in funds nothing; there is nobody among whom a rule could share the money. */
export function nobodyVoted(election: Election, { name, utility, completion, stop, comparison, ties, threshold }: DeclaredRule): Counted {
  const declared = { utility: utility ?? null, completion: completion ?? null, stop: stop ?? null, comparison: comparison ?? null, ties, threshold };
  const result: Result = { rule: name, declared, winners: [], spent: 0, budget: election.budget, decimals: election.decimals, voters: 0, rounds: [], shares: null, compared: null };
  const fairness = fairnessOf(election, []);
  const none = election.projects.map(() => 0);
  const explanations = election.projects.map(({ id }) => ({ project: id, funded: false, reason: { kind: 'noVotes' } as const, change: null }));
  return { result, explanations, fairness, greedy: { winners: [], fairness }, votes: none, points: none };
}
