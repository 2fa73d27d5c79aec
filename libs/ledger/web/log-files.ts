import type { LogFiles } from '@isegoria/ledger/contracts';

/** The files of this city's log, as the browser fetches them. Tiles never change, so it may keep them. */
export const logFiles: LogFiles = {
  text: async (path) => (await file(path)).text(),
  bytes: async (path) => new Uint8Array(await (await file(path)).arrayBuffer()),
};

async function file(path: string): Promise<Response> {
  const answer = await fetch(`/ledger/${path}`, path.startsWith('tile/') ? {} : { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`/ledger/${path} answered ${answer.status}`);
  return answer;
}
