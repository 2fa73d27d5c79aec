import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { emptyRoot, isContinued, isIncluded, isSame, isWithin } from '@isegoria/ledger/contracts';

/** The folder of proofs that others made: right ones, and ones that somebody tampered with. */
export const vectorsFolder = 'merkle-rfc6962';

/** One proof of the collection. Which fields it has depends on what it proves; hashes are base64, and may be none at all. */
interface Vector {
  wantErr: boolean;
  proof: string[] | null;
  leafIdx: number;
  treeSize: number;
  size1: number;
  size2: number;
  start: number;
  end: number;
  size: number;
  root: string | null;
  root1: string | null;
  root2: string | null;
  leafHash: string | null;
}

export type ProofKind = 'inclusion' | 'consistency' | 'subtreeinclusion' | 'subtreeconsistency';

/** Every proof of the collection: what it proves, whether it should be taken, and whether we take it. */
export function judgedVectors(data: string): { name: string; kind: ProofKind; isRight: boolean; isTaken: boolean }[] {
  const file = gunzipSync(readFileSync(join(data, vectorsFolder, 'proofs.json.gz')));
  const vectors = Object.entries(JSON.parse(file.toString()) as Record<string, Vector>);
  return vectors.map(([name, vector]) => {
    const kind = name.split('/')[0] as ProofKind;
    return { name, kind, isRight: !vector.wantErr, isTaken: judges[kind](vector, (vector.proof ?? []).map(bytes)) };
  });
}

const judges: Record<ProofKind, (vector: Vector, proof: Uint8Array[]) => boolean> = {
  inclusion: ({ leafIdx: index, treeSize: size, leafHash, root }, proof) => isIncluded({ leaf: bytes(leafHash), index, size, root: bytes(root), proof }),
  consistency: ({ size1, size2, root1, root2 }, proof) =>
    isContinued({ older: { size: size1, root: bytes(root1) }, newer: { size: size2, root: bytes(root2) }, proof }),
  subtreeinclusion: ({ leafIdx, start, end, leafHash, root }, proof) =>
    isAligned(start, end) && isIncluded({ leaf: bytes(leafHash), index: leafIdx - start, size: end - start, root: bytes(root), proof }),
  subtreeconsistency: ({ start, end, size, root1, root2 }, proof) =>
    start === end
      ? proof.length === 0 && start <= size && isSame(bytes(root1), emptyRoot)
      : isWithin({ subtree: { start, end }, hash: bytes(root1), size, root: bytes(root2), proof }),
};

/** Whether a tree has a subtree over this range. */
function isAligned(start: number, end: number): boolean {
  let width = 1;
  while (width < end - start) width *= 2;
  return start % width === 0;
}

function bytes(text: string | null): Uint8Array {
  return new Uint8Array(Buffer.from(text ?? '', 'base64'));
}
