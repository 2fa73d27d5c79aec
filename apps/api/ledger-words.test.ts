import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { el, en } from '@isegoria/ledger/contracts';
import { hasSentence } from '@isegoria/ui/contracts';
import { describe, expect, it } from 'vitest';

/** The acts that the slices put down for the ledger, as their sources name them. */
function actsRecorded(): string[] {
  const files = readdirSync('libs', { recursive: true, encoding: 'utf8' }).filter((path) => /\/api\/.*\.ts$/.test(path) && !path.includes('.test.'));
  const named = files.flatMap((path) => [...readFileSync(join('libs', path), 'utf8').matchAll(/\bact: '(\w+\.\w+)'/g)].map(([, act = '']) => act));
  return [...new Set(named)].sort();
}

describe('who reads the acts in the public ledger', () => {
  it('reads each by a name in their language', () => {
    const acts = actsRecorded();
    expect(acts).toContain('evaluation.opened');
    for (const words of [el, en]) expect(acts.filter((act) => !hasSentence(words, `act.${act}`))).toEqual([]);
  });
});
