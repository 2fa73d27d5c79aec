import { getPublicKey, sign } from '@noble/ed25519';
import {
  base64, bundle, type Checkpoint, checkpointText, hashOfLeaf, type Leaf, leafBytes, noteKey, noteText, parseTilePath, promiseText, rootOver, type SignedPromise, utf8ToBytes, verifierKey,
} from '@isegoria/ledger/contracts';

const origin = 'city.example/ledger';
const secret = new Uint8Array(32).fill(7);

/** A log of fewer than 256 leaves in the test's hand, served as the city serves it. */
export class LittleLog {
  private readonly key = noteKey(origin, 1, getPublicKey(secret));

  constructor(public leaves: Leaf[]) {}

  fetch = (url: string): Promise<Response> => {
    const file = this.file(url.replace('/ledger/', ''));
    return Promise.resolve(file === null ? new Response('none', { status: 404 }) : new Response(file));
  };

  /** `said` changes what is signed, as a city would that wants to keep its word for ever. */
  promise(leaf: Leaf, time: number, said = (text: string) => text): SignedPromise {
    const hash = hashOfLeaf(leaf);
    return { leafHash: base64(hash), index: 0, size: 1, path: [], note: this.note(said(promiseText({ origin, time, size: 1, root: hash }))) };
  }

  placeOf(leafHash: string): number | null {
    const place = this.leaves.findIndex((leaf) => base64(hashOfLeaf(leaf)) === leafHash);
    return place < 0 ? null : place;
  }

  private file(path: string): Uint8Array<ArrayBuffer> | string | null {
    const hashes = this.leaves.map(hashOfLeaf);
    const checkpoint: Checkpoint = { origin, size: hashes.length, root: rootOver(hashes) };
    if (path === 'vkey') return verifierKey(this.key);
    if (path === 'checkpoint') return this.note(checkpointText(checkpoint));
    const tile = parseTilePath(path.replace('tile/', ''));
    if (!tile || tile.index > 0 || (tile.level !== 0 && tile.level !== 'entries')) return null;
    return new Uint8Array(tile.level === 0 ? hashes.slice(0, tile.width).flatMap((hash) => [...hash]) : bundle(this.leaves.slice(0, tile.width).map(leafBytes)));
  }

  private note(text: string): string {
    return noteText({ text, signatures: [{ name: origin, keyId: this.key.keyId, signature: sign(utf8ToBytes(text), secret) }] });
  }
}

export function aLeaf(number: number): Leaf {
  return { v: 1, type: 'vote', ballot: 'proposal:1', kind: 'support', voter: `voter-${number}`, press: `press-${number}`, channel: 'online', choice: ['support:yes'] };
}
