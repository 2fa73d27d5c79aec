import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgedVectors, vectorsFolder } from './vectors';

describe.skipIf(!existsSync(`../shared/data/${vectorsFolder}`))('the proofs that others made', () => {
  it('are taken where they are right and refused where somebody tampered with them, all 518', () => {
    const judged = judgedVectors('../shared/data');
    expect(judged.filter(({ isRight, isTaken }) => isRight !== isTaken).map(({ name }) => name)).toEqual([]);
    expect(judged).toHaveLength(518);
  });
});
