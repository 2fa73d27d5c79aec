import { Injectable } from '@nestjs/common';
import { Clock, Jobs } from '@isegoria/kernel/api';
import {
  base64, type Checkpoint, checkpointText, fromBase64, hashOfLeaf, type InclusionProof, type Leaf, promiseText, proofRanges, prove, rangeHash, readFrom, readOver, type SignedPromise,
  tilesFor,
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
    private readonly clock: Clock,
  ) {}

  /** Says that a source holds something new. */
  nudge(): Promise<void> {
    return this.jobs.nudge(growing);
  }

  /** For seeds, imports and tests: goes on until all that the sources hold now stands in the ledger. */
  async catchUp(): Promise<void> {
    while (await this.sequencer.step());
  }

  /** The word that these leaves will stand in the ledger within the merge delay. One signature for all of them. */
  promise(leaves: readonly Leaf[]): SignedPromise[] {
    const hashes = leaves.map(hashOfLeaf);
    const [size, read] = [hashes.length, readOver(hashes)];
    const time = Math.floor(this.clock.now().getTime() / 1000);
    const note = this.key.sign(promiseText({ origin: this.key.origin, time, size, root: rangeHash(read, { start: 0, end: size }) }));
    return hashes.map((hash, index) => {
      const path = prove(read, { start: index, end: index + 1 }, size);
      return { leafHash: base64(hash), index, size, path: path.map(base64), note };
    });
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
