import type { LogFiles } from '@isegoria/ledger/contracts';
import type { ZodType } from 'zod';

/** What a verifier asks of a city, from outside: the files of its log, and what its pages show. */
export interface CityFiles extends LogFiles {
  /** Anything by its path on the site; null where there is none. */
  page(path: string): Promise<string | null>;
  /** The lines of a file on the site with their numbers, at most so many; none where there is no such file. After a broken connection they come from the first one again. */
  lines(path: string, most: number, take: (line: string, number: number) => void): Promise<void>;
  /** What a query answers; null where the city refuses it. Throws where the answer is not of this shape. */
  graph<T>(query: string, variables: Record<string, unknown>, shape: ZodType<T>): Promise<T | null>;
}

const tries = 3;
const longestLine = 100_000;

/** A city at an address. */
export function cityAt(address: string): CityFiles {
  const site = address.replace(/\/+$/, '').replace(/\/ledger$/, '');
  const file = <T>(path: string, read: (answer: Response) => Promise<T>): Promise<T> =>
    patiently(`${site}/ledger/${path}`, (answer) => {
      if (!answer.ok) throw new Refused(`${site}/ledger/${path} answered ${answer.status}`);
      return read(answer);
    });
  return {
    text: (path) => file(path, (answer) => answer.text()),
    bytes: (path) => file(path, async (answer) => new Uint8Array(await answer.arrayBuffer())),
    page: (path) => patiently(`${site}${path}`, async (answer) => (answer.ok ? answer.text() : null)),
    lines: (path, most, take) => patiently(`${site}${path}`, async (answer) => void (answer.ok && (await takeLines(answer, most, take)))),
    graph: <T>(query: string, variables: Record<string, unknown>, shape: ZodType<T>) => {
      const body = JSON.stringify({ query, variables });
      const read = async (answer: Response) => {
        const { data = null } = ((await answer.json()) ?? {}) as { data?: unknown };
        const found = shape.nullable().safeParse(data);
        if (!found.success) throw new Refused(`${site}/graphql answered something else than what was asked`);
        return found.data;
      };
      return patiently(`${site}/graphql`, read, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    },
  };
}

/** The city's own word that there is nothing: asking again would not change it. */
class Refused extends Error {}

/** A network that stumbles once, before an answer or in the middle of it, is no sign of fraud. */
async function patiently<T>(url: string, read: (answer: Response) => Promise<T>, init?: RequestInit): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(url, init);
      if (answer.status < 500 || attempt === tries) return await read(answer);
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (attempt === tries) throw new Error(`${url} cannot be reached`, { cause: error });
    }
    await new Promise((wake) => setTimeout(wake, 300 * attempt));
  }
}

/** Line by line, and no further than wanted: a city’s data may be long, and a hostile one’s has no end. A line without an end is given as an empty one, which says nothing. */
async function takeLines({ body }: Response, most: number, take: (line: string, number: number) => void): Promise<void> {
  let [read, rest] = [0, ''];
  for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.slice(0, most - read)) take(line, ++read);
    if (read >= most) return;
    if (rest.length > longestLine) return take('', read + 1);
  }
  if (rest !== '') take(rest, read + 1);
}
