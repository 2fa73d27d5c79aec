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
  const file = async (path: string): Promise<Response> => {
    const answer = await patiently(`${site}/ledger/${path}`);
    if (!answer.ok) throw new Error(`${site}/ledger/${path} answered ${answer.status}`);
    return answer;
  };
  return {
    text: async (path) => (await file(path)).text(),
    bytes: async (path) => new Uint8Array(await (await file(path)).arrayBuffer()),
    page: async (path) => {
      const answer = await patiently(`${site}${path}`);
      return answer.ok ? answer.text() : null;
    },
    graph: async <T>(query: string, variables: Record<string, unknown>) => {
      const body = JSON.stringify({ query, variables });
      const answer = await patiently(`${site}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return ((await answer.json()) as { data?: T | null }).data ?? null;
    },
  };
}

/** A network that stumbles once is no sign of fraud. */
async function patiently(url: string, init?: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(url, init);
      if (answer.status < 500 || attempt === tries) return answer;
    } catch (error) {
      if (attempt === tries) throw new Error(`${url} cannot be reached`, { cause: error });
    }
    await new Promise((wake) => setTimeout(wake, 300 * attempt));
  }
}
