import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Importers, startCity, type TestCity } from '@isegoria/kernel/api';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { importFile } from './import';

let city: TestCity;
const seen: string[] = [];

beforeAll(async () => {
  city = await startCity([]);
  city.get(Importers).register({
    name: 'words',
    help: 'One word a line.',
    async run(text, report) {
      const words = text.split('\n');
      report.total(words.length);
      for (const word of words) {
        if (word.includes('<')) report.refused(word, 'not a word');
        else if (seen.includes(word)) report.unchanged();
        else report.added();
        seen.push(word);
      }
    },
  });
});
afterAll(() => city.stop());
afterEach(() => {
  vi.restoreAllMocks();
  seen.length = 0;
});

/** Runs an import and gives back what the person at the terminal reads. */
async function bringIn(content: string | Buffer, what = 'words') {
  const file = join(mkdtempSync(join(tmpdir(), 'isegoria-')), 'words.txt');
  writeFileSync(file, content);
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  const isIn = await importFile(city.app, what, file);
  return { isIn, said: lines.join('') };
}

describe('a clerk who imports a file', () => {
  it('reads how many records came in', async () => {
    expect(await bringIn('πλατεία\nσχολείο\nπλατεία')).toMatchObject({ isIn: true, said: expect.stringContaining('2 added, 0 changed, 1 unchanged, 0 refused') });
  });

  it('is told when the file is not there, or is cut short', async () => {
    expect(await importFile(city.app, 'words', '/no/such/file')).toBe(false);
    expect(await bringIn(gzipSync('πλατεία\n'.repeat(500)).subarray(0, 30))).toMatchObject({ isIn: false, said: expect.stringMatching(/The file .*words\.txt cannot be read: /) });
  });

  it('may give it gzipped', async () => {
    expect((await bringIn(gzipSync('πλατεία\nσχολείο'))).said).toContain('2 added');
  });

  it('reads of each refused record why, and the others come in', async () => {
    const { isIn, said } = await bringIn('πλατεία\n<script>');
    expect(said).toContain('refused <script>: not a word\n');
    expect(said).toContain('1 added, 0 changed, 0 unchanged, 1 refused');
    expect(isIn).toBe(true);
  });

  it('is told that it failed when nothing could be brought in', async () => {
    expect((await bringIn('<b>')).isIn).toBe(false);
  });

  it('reads which imports there are when theirs is none', async () => {
    expect(await bringIn('', 'nothing')).toMatchObject({ isIn: false, said: expect.stringMatching(/no import called "nothing"[\s\S]*import words FILE\n {4}One word a line/) });
  });
});
