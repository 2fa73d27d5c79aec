import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Jobs, log } from '@isegoria/kernel/api';
import { addCheckpointBody, type Checkpoint, type KnownWitness, longestProof, parseSignatureLine, parseSize, proofRanges, prove, readFrom, signatureLine, tilesFor, verifierKey } from '@isegoria/ledger/contracts';
import { ledgerEnv } from '../ledger.env';
import { Ledger } from '../ledger.service';
import { LedgerStore } from '../ledger-store';
import { Witnesses } from './witnesses.service';

/** How often a log that grew is sent out, how long a witness may take, and how long one is left alone that does not answer as it should: twice as long each time. */
const pace = { everyMs: 5_000, answerMs: 5_000, firstPauseMs: 10_000, longestPauseMs: 3_600_000 };
const mostAnswer = 16_384;

type Signed = Checkpoint & { note: string };

/** What became of a submission. `taken`: confirmed; `behind`: it had confirmed another size, from which to prove; `ahead`: it knows a larger tree than this; else why not. */
type Answer = { fate: 'taken' } | { fate: 'behind'; size: number } | { fate: 'ahead' } | { fate: 'refused'; why: string };

/** Sends the checkpoint to the witnesses that take submissions, with the proof that it continues what each confirmed last, and takes their cosignatures. */
@Injectable()
export class WitnessPush implements OnModuleInit {
  /** Whom to leave alone, by verifier key: until when (ms), and for how long the next time. */
  private readonly pauses = new Map<string, { until: number; next: number }>();

  constructor(
    private readonly ledger: Ledger,
    private readonly store: LedgerStore,
    private readonly witnesses: Witnesses,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (ledgerEnv.LEDGER_WITNESSES.some(({ submitTo }) => submitTo)) this.jobs.every('ledger.witnesses', pace.everyMs, () => this.sendToAll());
  }

  /** To each witness that has not confirmed the log as it stands. One that fails holds up no other. */
  async sendToAll(): Promise<void> {
    const [now, checkpoint, confirmed] = [this.clock.now().getTime(), await this.ledger.checkpoint(), await this.witnesses.all()];
    // A log without a leaf says nothing yet.
    if (checkpoint.size === 0) return;
    const sizes = new Map(confirmed.map(({ _id, size }) => [_id, size]));
    const due = ledgerEnv.LEDGER_WITNESSES.filter((witness) => witness.submitTo && (this.pauses.get(verifierKey(witness))?.until ?? 0) <= now && sizes.get(verifierKey(witness)) !== checkpoint.size);
    await Promise.all(due.map((witness) => this.send(witness, sizes.get(verifierKey(witness)) ?? 0, checkpoint)));
  }

  private async send(witness: KnownWitness, known: number, checkpoint: Signed): Promise<void> {
    const first = await this.submit(witness, Math.min(known, checkpoint.size), checkpoint);
    const answer = first.fate === 'behind' ? await this.submit(witness, first.size, checkpoint) : first;
    if (answer.fate === 'taken' || answer.fate === 'ahead') this.pauses.delete(verifierKey(witness));
    else this.pause(witness, answer.fate === 'behind' ? 'it names another size each time' : answer.why);
  }

  private async submit({ submitTo, ...witness }: KnownWitness, old: number, { note, size }: Signed): Promise<Answer> {
    const body = addCheckpointBody(old, await this.proof(old, size), note);
    try {
      const answer = await fetch(`${submitTo}/add-checkpoint`, { method: 'POST', body, headers: { 'content-type': 'text/plain' }, redirect: 'error', signal: AbortSignal.timeout(pace.answerMs) });
      const text = (await answer.text()).slice(0, mostAnswer);
      if (answer.status === 200) return await this.take(witness, note, text);
      return answer.status === 409 ? conflict(answer.headers.get('content-type') ?? '', parseSize(text), { old, size }) : { fate: 'refused', why: `it answered ${answer.status}: ${text.slice(0, 200)}` };
    } catch (error) {
      return { fate: 'refused', why: String(error) };
    }
  }

  /** From nothing there is nothing to prove. */
  private async proof(old: number, size: number): Promise<Uint8Array[]> {
    if (old === 0 || old === size) return [];
    const seen = { start: 0, end: old };
    const proof = prove(readFrom(await this.store.tiles(tilesFor(proofRanges(seen, size), size))), seen, size);
    if (proof.length > longestProof) throw new RangeError('a proof longer than any tree has');
    return proof;
  }

  /** Of the lines that came back, those of this witness; what anybody else signs there is nothing to us. */
  private async take(witness: Pick<KnownWitness, 'name' | 'keyId'>, note: string, lines: string): Promise<Answer> {
    const own = lines.split('\n').map(parseSignatureLine).filter((line) => line?.name === witness.name && String(line.keyId) === String(witness.keyId));
    const refusals = await Promise.all(own.map((line) => (line ? this.witnesses.confirm(`${note}${signatureLine(line)}\n`) : 'malformed')));
    // `rollback`: meanwhile it confirmed a larger tree, which stands.
    if (refusals.includes(null) || refusals.includes('rollback')) return { fate: 'taken' };
    return { fate: 'refused', why: own.length === 0 ? 'no signature of its own came back' : `its cosignature is not taken: ${refusals.join(', ')}` };
  }

  private pause(witness: KnownWitness, why: string): void {
    const [key, now] = [verifierKey(witness), this.clock.now().getTime()];
    const length = this.pauses.get(key)?.next ?? pace.firstPauseMs;
    this.pauses.set(key, { until: now + length, next: Math.min(length * 2, pace.longestPauseMs) });
    log.warn({ witness: witness.name, why, againInSeconds: length / 1000 }, 'a witness did not confirm the ledger');
  }
}

/** A witness that confirmed another size says which. The size that we named, and yet a conflict: for it another root was signed, by whoever has the key. */
function conflict(type: string, known: number | null, { old, size }: { old: number; size: number }): Answer {
  if (!type.startsWith('text/x.tlog.size') || known === null) return { fate: 'refused', why: 'it answered 409 without a size' };
  if (known > size) return { fate: 'ahead' };
  if (known !== old) return { fate: 'behind', size: known };
  log.error({ size: known }, 'a witness saw another root of the ledger than the one that was signed here');
  return { fate: 'refused', why: `it confirmed another root at size ${known}` };
}
