import type { Oracle, OracleRow } from '@isegoria/kernel/api';
import { judgedVectors, vectorsFolder } from './vectors';

/** Proofs of Merkle trees that others made (transparency-dev/merkle): every right one is taken, every tampered one refused. */
export const oracle: Oracle = {
  name: 'Merkle proofs (RFC 6962)',
  needs: [vectorsFolder],
  run(data: string): Promise<OracleRow[]> {
    const judged = judgedVectors(data);
    const kinds = [...new Set(judged.map(({ kind }) => kind))];
    return Promise.resolve(
      kinds.map((kind) => {
        const ours = judged.filter((one) => one.kind === kind);
        const [right, tampered] = [ours.filter(({ isRight }) => isRight), ours.filter(({ isRight }) => !isRight)];
        const [taken, refused] = [right.filter(({ isTaken }) => isTaken).length, tampered.filter(({ isTaken }) => !isTaken).length];
        const [found, expected] = [`${taken} taken, ${refused} refused`, `${right.length} taken, ${tampered.length} refused`];
        return { name: kind, found, expected, holds: found === expected };
      }),
    );
  },
};
