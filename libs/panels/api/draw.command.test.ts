import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest } from '@isegoria/ledger/contracts';
import { drawn, listText, quotasOf, seedOf } from '@isegoria/panels/contracts';
import { afterEach, expect, it, vi } from 'vitest';
import { drawCommand } from './draw.command';

const list = Array.from({ length: 8 }, (_, at) => ({ ticket: `t${at}`, cell: at % 2 ? 'gender=male' : 'gender=female' }));
const cells = quotasOf([{ cell: 'gender=female', offers: 4, people: 600 }, { cell: 'gender=male', offers: 4, people: 600 }], 4);
const seed = seedOf(digest(listText(list)), '1 2 3');
const file = { panel: 'p', seats: 4, listDigest: digest(listText(list)), list: listText(list), cells, numbers: '1 2 3', seed, asked: drawn(list, cells, seed).filter(({ hasSeat }) => hasSeat) };

afterEach(() => vi.restoreAllMocks());

async function said(content: string): Promise<[code: number, text: string]> {
  const path = join(await mkdtemp(join(tmpdir(), 'draw-')), 'draw.json');
  await writeFile(path, content);
  let text = '';
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation((part) => { text += String(part); return true; });
  return [await drawCommand([path]), text];
}

it('whoever has the file draws again at a terminal, and learns what does not match', async () => {
  const [code, text] = await said(JSON.stringify(file));
  expect([code, text.match(/^ok /gm)?.length]).toEqual([0, 4]);
  const [other, wrong] = await said(JSON.stringify({ ...file, numbers: '1 2 4' }));
  expect([other, wrong.includes('WRONG  the seed')]).toEqual([1, true]);
});

it('is told what is no draw', async () => {
  expect(await said('{"panel": 1}')).toMatchObject([2, expect.stringContaining('is no draw of a panel')]);
  expect(await said('not JSON')).toMatchObject([2, expect.stringContaining('it is no JSON')]);
  expect(await drawCommand([])).toBe(2);
});
