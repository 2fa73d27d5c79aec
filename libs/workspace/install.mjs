/** Installs the packages when they are missing or are not those of the lock file. Uses nothing but Node itself. */
import { existsSync, readFileSync } from 'node:fs';
import { Refusal, step } from './say.mjs';
import { run } from './system.mjs';

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.package-lock.json'; // npm's own note of what it has installed

export async function installPackages() {
  if (isInstalled()) return;
  const [command, ...args] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await step('Installing packages (npm ci)', async () => {
    try {
      await run(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { maxBuffer: 1 << 26 });
    } catch ({ stderr, message }) {
      throw new Refusal(`npm ci failed:\n${(stderr || message).trim().split('\n').slice(-12).join('\n')}`);
    }
  });
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = packagesOf(LOCK);
  const found = packagesOf(INSTALLED);
  // What is optional may be for another machine.
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => path === '' || optional || peer || link || found[path]?.version === version);
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
