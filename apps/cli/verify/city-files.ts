import type { LogFiles } from '@isegoria/ledger/contracts';

/** What a verifier asks of a city, from outside: the files of its log, and what its pages show. */
export interface CityFiles extends LogFiles {
  /** Anything by its path on the site; null where there is none. */
  page(path: string): Promise<string | null>;
  graph<T>(query: string, variables: Record<string, unknown>): Promise<T | null>;
}

const tries = 3;

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
    graph: <T>(query: string, variables: Record<string, unknown>) => {
      const body = JSON.stringify({ query, variables });
      const read = async (answer: Response) => ((await answer.json()) as { data?: T | null }).data ?? null;
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
