import * as z from 'zod/mini';

const word = z.string();
const count = z.int().check(z.gte(0));
const maybe = z.nullish(z.int());
const head = z.object({
  box: word,
  publicKey: word,
  questions: z.array(z.object({ id: word, options: z.array(word), form: z.optional(z.enum(['single', 'approval', 'points', 'ranking'])), most: maybe, money: maybe, costs: z.optional(z.array(z.int())), points: maybe })),
  result: z.object({ valid: count, invalid: count, blank: count, replaced: count, digest: word }),
});
const line = z.object({ commitment: word, sealed: word, ballot: word, fate: z.enum(['valid', 'invalid', 'blank']), answers: z.array(word) });

/** The first line of the trustees' file: which box, and what was published of it. */
export type AuditHead = z.infer<typeof head>;

/** One sealed ballot and the opened one that it became. */
export type AuditLine = z.infer<typeof line>;

/** With this file an opened box is audited, by its trustees. Nobody else sees it: beside a receipt it tells a choice. */
export interface AuditFile {
  head: AuditHead;
  lines: AuditLine[];
}

export function auditText({ head: first, lines }: AuditFile): string {
  return [first, ...lines].map((each) => `${JSON.stringify(each)}\n`).join('');
}

/** Reads the file; or the number of the first line that is none of such a file. */
export function readAuditFile(text: string): AuditFile | { line: number } {
  const [first, ...rest] = text.split('\n').filter((each) => each.trim() !== '').map(parsed);
  const read = head.safeParse(first);
  if (!read.success) return { line: 1 };
  const lines: AuditLine[] = [];
  for (const [at, each] of rest.entries()) {
    const found = line.safeParse(each);
    if (!found.success) return { line: at + 2 };
    lines.push(found.data);
  }
  return { head: read.data, lines };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
