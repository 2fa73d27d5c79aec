/** What the machine must have, asked before anything else, with a sentence that says what to do where it has not. */
import { execFile } from 'node:child_process';
import { createConnection, createServer } from 'node:net';
import { promisify } from 'node:util';
import { Refusal } from './say.mjs';

export const run = promisify(execFile);

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  // The packages we build with are made for these: what lies between them starts, and fails later with words that help nobody.
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24) return;
  throw new Refusal(`Node 20.19, 22.13 or 24 is needed, or a newer one of these lines; this is ${version}. Install it from https://nodejs.org and try again.`);
}

const PROBE = 'import sys, venv, ensurepip; print(sys.version_info[0] * 100 + sys.version_info[1])';
const NO_PYTHON = `No store is set, and the embedded ones need Python 3.10 or newer with venv.
Either install it (Debian, Ubuntu: apt-get install python3 python3-venv; or name one with PYTHON=/path/to/python3),
or name stores of your own: MONGODB_URI=mongodb://… (a replica set) and REDIS_URL=redis://…`;

/** A Python that can make the embedded stores' environment. */
export async function findPython(candidates = [process.env.PYTHON, 'python3', 'python'].filter(Boolean)) {
  for (const candidate of candidates) {
    const { stdout } = await run(candidate, ['-c', PROBE]).catch(() => ({ stdout: '0' }));
    if (Number(stdout) >= 310) return candidate;
  }
  throw new Refusal(NO_PYTHON);
}

/** A command's path on PATH, or null. */
export async function onPath(command) {
  const { stdout } = await run('sh', ['-c', 'command -v "$1"', 'sh', command]).catch(() => ({ stdout: '' }));
  return stdout.trim() || null;
}

/** A port that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export const isPort = (port) => Number.isInteger(port) && port >= 1 && port <= 65535;

/** Refuses a port that another program listens on. */
export function requirePort(port, host = '127.0.0.1') {
  if (!isPort(port)) throw new Refusal(`PORT=${JSON.stringify(process.env.PORT)} is no port. It is a number from 1 to 65535, such as 4000.`);
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', ({ code }) => reject(new Refusal(portSentence(port, code))));
    server.listen(port, host, () => server.close(() => resolve(port)));
  });
}

function portSentence(port, code) {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=4000 npm start`;
  return `Port ${port} cannot be opened (${code}). Choose another: PORT=${port + 1} npm start`;
}

/** Whether something listens there, asked again until the patience ends. */
export async function answers(host, port, patienceMs) {
  const end = Date.now() + patienceMs;
  for (;;) {
    if (await connects(host, port)) return true;
    if (Date.now() > end) return false;
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

function connects(host, port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2000 });
    const end = (isThere) => () => (socket.destroy(), resolve(isThere));
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
