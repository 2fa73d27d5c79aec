import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, log, unlessThere } from '@isegoria/kernel/api';
import { base64, type Checkpoint, checkpointText, fromBase64, signatureLine, verifierKey } from '@isegoria/ledger/contracts';
import { CosignatureRecord } from './cosignature.schema';
import { ledgerEnv } from '../ledger.env';
import { LedgerKey } from '../ledger-key';
import { LedgerStore } from '../ledger-store';
import { type Cosignature, readCosignature, refusal, type WitnessRefusal } from './witness.rules';

/** Second parties who look after the log, and put their signature beside ours. */
@Injectable()
export class Witnesses {
  constructor(
    @InjectModel(CosignatureRecord.name) private readonly cosignatures: Model<CosignatureRecord>,
    private readonly store: LedgerStore,
    private readonly key: LedgerKey,
    private readonly clock: Clock,
  ) {}

  /** Takes a cosigned checkpoint in; answers why not, or null. */
  async confirm(written: string): Promise<WitnessRefusal | null> {
    const read = readCosignature(written, { origin: this.key.origin, witnesses: ledgerEnv.LEDGER_WITNESSES, now: this.clock.now() });
    if (typeof read === 'string') return read;
    const before = await this.cosignatures.findById(verifierKey(read.witness)).lean<CosignatureRecord>().exec();
    const refused = refusal(read, await this.store.checkpointAt(read.checkpoint.size), before);
    if (refused === 'fork') log.error({ witness: read.witness.name, size: read.checkpoint.size }, 'a witness saw another root of the ledger than the one that was signed here');
    return refused ?? this.keep(read);
  }

  /** The checkpoint with the signatures of those who confirmed this very one. */
  async signed(checkpoint: Checkpoint): Promise<string> {
    const confirmed = (await this.all()).filter(({ size, root }) => size === checkpoint.size && root === base64(checkpoint.root));
    return this.key.sign(checkpointText(checkpoint)) + confirmed.map(({ line }) => `${line}\n`).join('');
  }

  /** The newest checkpoint that a witness confirmed, with the signatures; null before the first. */
  async newest(): Promise<string | null> {
    const [first] = (await this.all()).sort((a, b) => b.size - a.size);
    return first ? this.signed({ origin: this.key.origin, size: first.size, root: fromBase64(first.root) ?? new Uint8Array() }) : null;
  }

  /** What each of those who are witnesses now confirmed last. */
  async all(): Promise<CosignatureRecord[]> {
    const known = ledgerEnv.LEDGER_WITNESSES.map(verifierKey);
    return known.length > 0 ? this.cosignatures.find({ _id: { $in: known } }).lean<CosignatureRecord[]>().exec() : [];
  }

  /** Written only over an older one; who comes too late has been overtaken by themselves. */
  private async keep({ witness, checkpoint: { size, root }, signature, time }: Cosignature): Promise<WitnessRefusal | null> {
    const record = { _id: verifierKey(witness), size, root: base64(root), time, line: signatureLine(signature) };
    await this.cosignatures.create(record).catch(unlessThere);
    const { matchedCount } = await this.cosignatures.updateOne({ _id: record._id, size: { $lte: size } }, { $set: record }).exec();
    return matchedCount === 1 ? null : 'rollback';
  }
}
