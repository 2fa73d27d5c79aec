/** The browser for the e2e tests: the one named by CHROMIUM, one of this machine, or on Debian as root a fresh one. */
import { existsSync } from 'node:fs';
import { Refusal, step } from './say.mjs';
import { onPath, run } from './system.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export async function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    const path = await onPath(name);
    if (path) return path;
  }
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Refusal('The tests in a browser need Chromium or Chrome. Install it (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium), or name it: CHROMIUM=/path/to/chromium npm test');
  }
  await step('Installing chromium (apt-get)', install);
  return findInstalled();
}

async function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, maxBuffer: 1 << 26 }).catch(() => {});
  await run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], { env, maxBuffer: 1 << 26 }).catch(({ stderr, message }) => {
    throw new Refusal(`apt-get could not install chromium:\n${(stderr || message).trim().split('\n').slice(-5).join('\n')}\nInstall a browser and name it: CHROMIUM=/path/to/chromium npm test`);
  });
}

async function findInstalled() {
  return (await onPath('chromium')) ?? '/usr/bin/chromium';
}
