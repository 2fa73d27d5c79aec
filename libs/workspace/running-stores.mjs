/** Stores that another command of this city has already started: shared while it lives, waited for when it ends. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, killGroup } from './child.mjs';
import { say } from './say.mjs';
import { answers } from './system.mjs';

const LASTING = new Set(['start', 'dev']);
const patienceMs = 20_000;

/** The addresses of stores that may be used now, or null when there are none. */
export async function runningStores(folder) {
  const known = read(folder);
  if (!known) return null;
  if (isAlive(known.launcher) && LASTING.has(known.owner) && (await bothAnswer(known.env))) {
    say(`Using the stores of npm run ${known.owner} (process ${known.launcher}); they stop when it does.`);
    return known.env;
  }
  await untilFree(known);
  release(folder);
  return null;
}

export function release(folder) {
  rmSync(join(folder, 'stores.json'), { force: true });
}

function read(folder) {
  const file = join(folder, 'stores.json');
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

async function bothAnswer(env) {
  const there = await Promise.all(Object.values(env).map((url) => new URL(url)).map(({ hostname, port }) => answers(hostname, Number(port), 1000)));
  return there.every(Boolean);
}

/** Two programs on one folder would harm it, so the last one is waited for. Without its launcher it ends by itself; if not, it is ended. */
async function untilFree({ launcher, owner, groups }) {
  const busy = () => groups.some((group) => killGroup(group, 0));
  if (!busy()) return;
  say(`Waiting for the stores of an earlier command (${owner}, process ${launcher}) …`);
  for (let end = Date.now() + patienceMs; busy() && (isAlive(launcher) || Date.now() < end); ) await new Promise((wake) => setTimeout(wake, 200));
  for (const group of groups) killGroup(group);
}
