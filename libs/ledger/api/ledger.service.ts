import { Injectable } from '@nestjs/common';
import { Jobs } from '@isegoria/kernel/api';
import {
  base64, type Checkpoint, checkpointText, fromBase64, type InclusionProof, leafHash, promiseText, proofRanges, prove, proveAll, readFrom, type SignedPromise, tilesFor, utf8ToBytes,
} from '@isegoria/ledger/contracts';
import { LedgerKey } from './ledger-key';
import { growing } from './ledger-state';
import { LedgerStore } from './ledger-store';
import { Sequencer } from './sequencer';

/** What other slices ask of the ledger. */
@Injectable()
export class Ledger {
  constructor(
    private readonly store: LedgerStore,
    private readonly sequencer: Sequencer,
    private readonly jobs: Jobs,
    private readonly key: LedgerKey,
  ) {}

  /** Says that a source holds something new. */
  nudge(): Promise<void> {
    return this.jobs.nudge(growing);
  }

  /** For seeds, imports and tests: goes on until all that the sources hold now stands in the ledger. */
  async catchUp(): Promise<void> {
    while ((await this.sequencer.step()) !== null);
  }

  /** Up to which position the leaves of a source stand in the ledger. */
  async drained(source: string): Promise<number> {
    const { positions } = await this.store.state();
    return positions.find((one) => one.source === source)?.position ?? 0;
  }

  /** The word, given at this moment of the city's time, that these leaves, by their text, will stand in the ledger within the merge delay. One signature for all of them. */
  promise(leaves: readonly string[], now: Date): SignedPromise[] {
    if (leaves.length === 0) return [];
    const hashes = leaves.map((leaf) => leafHash(utf8ToBytes(leaf)));
    const { root, proofs } = proveAll(hashes);
    const time = Math.floor(now.getTime() / 1000);
    const [size, written] = [hashes.length, writing()];
    const note = this.key.sign(promiseText({ origin: this.key.origin, time, size, root }));
    return hashes.map((hash, index) => ({ leafHash: written(hash), index, size, path: (proofs[index] ?? []).map(written), note }));
  }

  /** The ledger as it stands, with its signed note. */
  async checkpoint(): Promise<Checkpoint & { note: string }> {
    const { size, root } = await this.store.state();
    const checkpoint = { origin: this.key.origin, size, root: fromBase64(root) ?? new Uint8Array() };
    return { ...checkpoint, note: this.key.sign(checkpointText(checkpoint)) };
  }

  /** That a leaf stands in the ledger, by the base64 of its hash; null while it does not. */
  async proofOf(hash: string): Promise<InclusionProof | null> {
    const [{ size, note }, places] = [await this.checkpoint(), await this.store.placesOf([hash])];
    const index = places.get(hash);
    if (index === undefined || index >= size) return null;
    const leaf = { start: index, end: index + 1 };
    const tiles = await this.store.tiles(tilesFor(proofRanges(leaf, size), size));
    return { leafHash: hash, index, size, path: prove(readFrom(tiles), leaf, size).map(base64), checkpoint: note };
  }
}

/** base64, each hash written once: most of a batch's paths run over the same nodes. */
function writing(): (hash: Uint8Array) => string {
  const known = new Map<Uint8Array, string>();
  return (hash) => {
    const text = known.get(hash) ?? base64(hash);
    known.set(hash, text);
    return text;
  };
}
