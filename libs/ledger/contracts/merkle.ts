import { concatBytes, isSame } from './bytes';
import { sha256 } from './sha256';

/**
 * The Merkle tree of RFC 6962. One idea carries all of it: the place of a range of leaves [start, end) within a tree is proven
 * by the hashes beside the way from the top down to it. A range of one leaf makes an inclusion proof, a range from 0 makes a
 * consistency proof, any other aligned range a subtree proof (draft-ietf-plants-merkle-tree-certs).
 */

/** The hash of a whole subtree of 2^height leaves, the `index`-th of its height. */
export type ReadHash = (height: number, index: number) => Uint8Array;

/** A range of leaves, `end` not among them. */
export interface Range {
  start: number;
  end: number;
}

/** The root of the tree without leaves. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array());

export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), leaf));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const node = new Uint8Array(1 + left.length + right.length);
  node[0] = 1;
  node.set(left, 1);
  node.set(right, 1 + left.length);
  return sha256(node);
}

/** The root over a list of hashes: the leaves', or those of equal whole subtrees. */
export function rootOver(hashes: readonly Uint8Array[]): Uint8Array {
  return rangeHash(readOver(hashes), { start: 0, end: hashes.length });
}

/** Reads the hashes of whole subtrees over a list of hashes; each is made once. */
export function readOver(hashes: readonly Uint8Array[]): ReadHash {
  const made = new Map<string, Uint8Array>();
  const read: ReadHash = (height, index) => {
    if (height === 0) return at(hashes, index);
    const key = `${height}/${index}`;
    const hash = made.get(key) ?? nodeHash(read(height - 1, index * 2), read(height - 1, index * 2 + 1));
    made.set(key, hash);
    return hash;
  };
  return read;
}

/** The hash over the leaves of a range that begins where a subtree of its length may begin. */
export function rangeHash(read: ReadHash, { start, end }: Range): Uint8Array {
  const length = end - start;
  if (length <= 0) return emptyRoot;
  if (length === 1) return read(0, start);
  const middle = start + splitOf(length);
  const isWhole = (middle - start) * 2 === length && start % length === 0;
  if (isWhole) return read(Math.round(Math.log2(length)), start / length);
  return nodeHash(rangeHash(read, { start, end: middle }), rangeHash(read, { start: middle, end }));
}

/** The whole subtrees, from left to right, of which the hash over a range is made. */
export function subtreesOf({ start, end }: Range): { height: number; index: number }[] {
  const found: { height: number; index: number }[] = [];
  const note: ReadHash = (height, index) => {
    found.push({ height, index });
    return emptyRoot;
  };
  rangeHash(note, { start, end });
  return found;
}

/** The ranges whose hashes prove a subtree within a tree, in the order of the proof: the lowest first. */
export function proofRanges(subtree: Range, size: number): Range[] {
  const ranges: Range[] = [];
  const { end } = subtree;
  let [start, whole, isKnown] = [subtree.start, { start: 0, end: size }, true];
  while (start !== whole.start || end !== whole.end) {
    const middle = whole.start + splitOf(whole.end - whole.start);
    const [left, right] = [{ start: whole.start, end: middle }, { start: middle, end: whole.end }];
    ranges.push(end <= middle ? right : left);
    if (start < middle && middle < end) [start, isKnown] = [middle, false];
    whole = end <= middle ? left : right;
  }
  if (!isKnown) ranges.push(whole);
  return ranges.reverse();
}

/** The proof that a leaf stands in a tree, or that a tree is the beginning of another (a range from 0), or of any subtree. */
export function prove(read: ReadHash, subtree: Range, size: number): Uint8Array[] {
  return proofRanges(subtree, size).map((range) => rangeHash(read, range));
}

/** The root over a list of at least one leaf's hash, and each leaf's inclusion proof. Every node is made once. */
export function proveAll(leaves: readonly Uint8Array[]): { root: Uint8Array; proofs: Uint8Array[][] } {
  const proofs = leaves.map((): Uint8Array[] => []);
  const climb = (start: number, end: number): Uint8Array => {
    if (end - start === 1) return at(leaves, start);
    const middle = start + splitOf(end - start);
    const [left, right] = [climb(start, middle), climb(middle, end)];
    for (let leaf = start; leaf < end; leaf += 1) proofs[leaf]?.push(leaf < middle ? right : left);
    return nodeHash(left, right);
  };
  return { root: climb(0, leaves.length), proofs };
}

/** Whether the leaf stands at this place in the tree of this root. */
export function isIncluded({ leaf, index, size, root, proof }: { leaf: Uint8Array; index: number; size: number; root: Uint8Array; proof: readonly Uint8Array[] }): boolean {
  return leaf.length === 32 && isWithin({ subtree: { start: index, end: index + 1 }, hash: leaf, size, root, proof });
}

/** Whether the older tree is the beginning of the newer one. From nothing there is nothing to prove, so a tree without leaves is only itself. */
export function isContinued({ older, newer, proof }: { older: { size: number; root: Uint8Array }; newer: { size: number; root: Uint8Array }; proof: readonly Uint8Array[] }): boolean {
  if (older.size === 0) return newer.size === 0 && proof.length === 0 && isSame(older.root, emptyRoot) && isSame(newer.root, emptyRoot);
  return isWithin({ subtree: { start: 0, end: older.size }, hash: older.root, size: newer.size, root: newer.root, proof });
}

/** Whether the hash over a range of leaves is the one that the tree of this root has there. */
export function isWithin({ subtree, hash, size, root, proof }: { subtree: Range; hash: Uint8Array; size: number; root: Uint8Array; proof: readonly Uint8Array[] }): boolean {
  if (!isSubtree(subtree, size) || !proof.every(({ length }) => length === 32)) return false;
  const ranges = proofRanges(subtree, size);
  if (ranges.length !== proof.length) return false;
  const roots = climb(subtree, hash, ranges, proof);
  return isSame(roots.subtree, hash) && isSame(roots.tree, root);
}

/** From the range upwards: what the subtree's and the tree's hash would be, by the proof. */
function climb(subtree: Range, hash: Uint8Array, ranges: readonly Range[], proof: readonly Uint8Array[]) {
  const isKnown = !ranges[0] || ranges[0].end <= subtree.start || ranges[0].start >= subtree.end;
  const first = isKnown ? hash : at(proof, 0);
  const roots = { subtree: first, tree: first };
  for (let step = isKnown ? 0 : 1; step < ranges.length; step += 1) {
    const [range, beside] = [ranges[step], at(proof, step)];
    if (!range) break;
    const isRight = range.start >= subtree.end;
    roots.tree = isRight ? nodeHash(roots.tree, beside) : nodeHash(beside, roots.tree);
    if (!isRight && range.start >= subtree.start) roots.subtree = nodeHash(beside, roots.subtree);
  }
  return roots;
}

/** Whether a tree of this size has a subtree over this range: it begins at a multiple of the power of two that holds it. */
function isSubtree({ start, end }: Range, size: number): boolean {
  if (![start, end, size].every(Number.isSafeInteger) || start < 0 || end <= start || size < end) return false;
  let width = 1;
  while (width < end - start) width *= 2;
  return start % width === 0;
}

/** The greatest power of two below a number of leaves, of which there are at least two. */
function splitOf(length: number): number {
  let split = 1;
  while (split * 2 < length) split *= 2;
  return split;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`there is no hash ${index}`);
  return found;
}
