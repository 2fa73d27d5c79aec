import { readFile } from 'node:fs/promises';
import { checkDraw, type DrawFile } from '@isegoria/panels/contracts';
import * as z from 'zod/mini';

const usage = 'npm run isegoria -- draw FILE|URL\n  FILE or URL: the draw.json of a panel, as /panel-files/<panel>/draw.json gives it\n';

const listed = z.object({ ticket: z.string(), cell: z.string() });
const drawFile = z.object({
  panel: z.string(), seats: z.number(), listDigest: z.string(), list: z.string(), numbers: z.string(), seed: z.string(), asked: z.array(listed),
  cells: z.array(z.object({ cell: z.string(), offers: z.number(), people: z.nullable(z.number()), seats: z.number() })),
});

/** `draw FILE`: draws a panel by lot again, on a machine of one's own. 0 where all matches, 1 where not, 2 where the words or the file were not understood. */
export async function drawCommand([from = '']: string[]): Promise<number> {
  const file = await read(from);
  if (typeof file === 'string') {
    process.stderr.write(`${file}\n${usage}`);
    return 2;
  }
  const { listed: many, isList, isSeed, isQuotas, wrong } = checkDraw(file);
  const lines: [isRight: boolean, right: string, not: string][] = [
    [isList, `the list has the digest ${file.listDigest}: ${many} tickets`, 'the list does not have the digest that is said'],
    [isSeed, `the seed is made of the list and of ${file.numbers}`, 'the seed is not made of the list and the numbers'],
    [isQuotas, `each group has its share of ${file.seats} seats`, 'the seats are not the shares of the groups'],
    [wrong.length === 0, `${file.asked.length} were asked, and in each group those who come first`, `out of turn or passed over: ${wrong.join(', ')}`],
  ];
  for (const [isRight, right, not] of lines) process.stdout.write(`${isRight ? 'ok    ' : 'WRONG '} ${isRight ? right : not}\n`);
  process.stdout.write(`The digest must also stand in the city's ledger, in the act panel.closed of this panel, before the numbers were known: npm run isegoria -- verify URL\n`);
  return lines.every(([isRight]) => isRight) ? 0 : 1;
}

/** The file, or why there is none. */
async function read(from: string): Promise<DrawFile | string> {
  if (!from) return 'Which file?';
  try {
    const text = /^https?:\/\//.test(from) ? await (await fetch(from)).text() : await readFile(from, 'utf8');
    const read = z.safeParse(drawFile, JSON.parse(text));
    return read.success ? read.data : `${from} is no draw of a panel.`;
  } catch (error) {
    return `${from} cannot be read: ${error instanceof SyntaxError ? 'it is no JSON' : error instanceof Error ? error.message : String(error)}.`;
  }
}
