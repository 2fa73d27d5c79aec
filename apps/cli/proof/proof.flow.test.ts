import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missedOf } from './command';
import { proveEvaluations } from './prove-evaluations';

const folder = join(process.env['SHARED_DATA'] ?? '../shared/data', 'diavgeia');
const tell = () => undefined;

/** The whole proof is `npm run isegoria -- proof evaluations FOLDER`; this is a tenth of its people and a few of its runs. */
describe('a city of known opinions, in small', () => {
  it.skipIf(!existsSync(folder))(`holds what is true of its people, with the real acts of ${folder} (skipped where they are absent)`, async () => {
    const report = await proveEvaluations({ data: folder, citizens: 600, answering: 0.3, runs: 3, equalRuns: 1, angryRuns: 0, seed: 1 }, tell);
    expect(missedOf(report).filter((what) => !what.includes('under equal response'))).toEqual([]);
    expect(report).toMatchObject({ again: { added: 0, changed: 0 }, ofAll: [], coverage: { traits: { pages: { held: 3, of: 3 } } }, verified: { ok: true }, attack: { found: [] } });
    expect(report.choices).toBeGreaterThan(5);
    expect(report.evaluations.http).toBeGreaterThan(100);
    expect(report.attack.rows).toBeGreaterThan(30);
  }, 240_000);

  it('does so with acts of our own making', async () => {
    const { bodies, coverage, ofAll } = await proveEvaluations({ data: null, citizens: 400, answering: 0.3, runs: 1, equalRuns: 0, angryRuns: 0, seed: 4 }, tell);
    expect(bodies[0]).toMatchObject({ inRegister: 90, added: 80, refused: 10 });
    expect([ofAll, coverage.traits.pages.held]).toEqual([[], 1]);
  }, 240_000);
});
