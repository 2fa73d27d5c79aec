import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, utf8ToBytes } from './bytes';
import { emptyRoot, isContinued, isIncluded, isWithin, leafHash, nodeHash, prove, proveAll, type ReadHash, rootOver } from './merkle';

/** The tree as RFC 6962 defines it, word for word: the measure for ours. */
function mth(leaves: Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (!only) return emptyRoot;
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

const leaves = Array.from({ length: 300 }, (_, at) => leafHash(utf8ToBytes(`leaf ${at}`)));
const read: ReadHash = (height, index) => mth(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
const treeOf = (size: number) => ({ size, root: mth(leaves.slice(0, size)) });
const size = fc.integer({ min: 1, max: leaves.length });
const pair = size.chain((newer) => fc.tuple(fc.integer({ min: 1, max: newer }), fc.constant(newer)));

const flipped = (hash: Uint8Array, bit: number) => hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

describe('a tree', () => {
  it('has the root that the standard defines', () => {
    fc.assert(fc.property(size, (count) => isSame(rootOver(leaves.slice(0, count)), treeOf(count).root)));
    expect(rootOver([])).toEqual(emptyRoot);
  });

  it('proves each of its leaves, at its own place and nowhere else', () => {
    fc.assert(
      fc.property(pair, ([place, count]) => {
        const index = place - 1;
        const [proof, { root }] = [prove(read, { start: index, end: index + 1 }, count), treeOf(count)];
        const leaf = leaves[index] ?? emptyRoot;
        expect(isIncluded({ leaf, index, size: count, root, proof })).toBe(true);
        expect(isIncluded({ leaf: flipped(leaf, 3), index, size: count, root, proof })).toBe(false);
        expect(isIncluded({ leaf, index: index + 1, size: count, root, proof })).toBe(false);
        expect(isIncluded({ leaf, index, size: count, root, proof: [...proof, root] })).toBe(false);
      }),
    );
  });

  it('proves all of its leaves at once as it does one by one', () => {
    fc.assert(
      fc.property(size, (count) => {
        const { root, proofs } = proveAll(leaves.slice(0, count));
        expect(isSame(root, treeOf(count).root)).toBe(true);
        for (const index of [0, count >> 1, count - 1]) expect(proofs[index]).toEqual(prove(read, { start: index, end: index + 1 }, count));
      }),
      { numRuns: 30 },
    );
  });

  it('proves that it continues every older one, and no bit of the proof may be another', () => {
    fc.assert(
      fc.property(pair, fc.nat(255), fc.nat(20), ([before, after], bit, which) => {
        const [older, newer] = [treeOf(before), treeOf(after)];
        const proof = prove(read, { start: 0, end: before }, after);
        expect(isContinued({ older, newer, proof })).toBe(true);
        const at = which % Math.max(proof.length, 1);
        const bent = proof.map((hash, place) => (place === at ? flipped(hash, bit) : hash));
        if (proof.length > 0) expect(isContinued({ older, newer, proof: bent })).toBe(false);
        expect(isContinued({ older: { ...older, root: flipped(older.root, bit) }, newer, proof })).toBe(false);
      }),
    );
  });

  it('proves any subtree of its own', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.nat(300), fc.nat(127), size, (height, index, shorter, count) => {
        const start = index * 2 ** height;
        const end = start + Math.max(2 ** height - (shorter % 2 ** Math.max(height - 1, 0)), 1);
        fc.pre(end <= count);
        const subtree = { start, end };
        const hash = mth(leaves.slice(start, end));
        const proof = prove(read, subtree, count);
        expect(isWithin({ subtree, hash, ...treeOf(count), proof })).toBe(true);
        expect(isWithin({ subtree, hash: flipped(hash, 9), ...treeOf(count), proof })).toBe(false);
      }),
    );
  });

  it('says nothing of a range that is no subtree of its own', () => {
    const subtree = { start: 1, end: 3 };
    const proof = prove(read, subtree, 4);
    const claims = [...leaves.slice(0, 4), nodeHash(leaves[1] ?? emptyRoot, leaves[2] ?? emptyRoot)];
    expect(claims.filter((hash) => isWithin({ subtree, hash, ...treeOf(4), proof: [hash, ...proof.slice(1)] }) || isWithin({ subtree, hash, ...treeOf(4), proof }))).toEqual([]);
  });

  it('without leaves continues only itself, and none continues a longer one', () => {
    const older = { size: 0, root: emptyRoot };
    expect(isContinued({ older, newer: older, proof: [] })).toBe(true);
    expect(isContinued({ older, newer: treeOf(5), proof: [] })).toBe(false);
    expect(isContinued({ older: treeOf(5), newer: treeOf(4), proof: [] })).toBe(false);
  });
});
