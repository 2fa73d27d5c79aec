/** What a newcomer reads when the machine lacks something, and that nothing which we start outlives us. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { killGroup } from './child.mjs';
import { runningStores } from './running-stores.mjs';
import { startStores } from './stores.mjs';
import { findPython, freePort, requireNode, requirePort } from './system.mjs';

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'isegoria-test-'));
afterEach(() => void vi.unstubAllEnvs());

describe('a newcomer is told', () => {
  it('which Node is needed when theirs is older', () => {
    expect(() => requireNode('18.20.4')).toThrow(/Node 20\.19 or newer is needed, this is 18\.20\.4/);
    expect(() => requireNode('20.19.0')).not.toThrow();
    expect(() => requireNode('24.1.0')).not.toThrow();
  });

  it('what to install or set when there is no Python with venv', async () => {
    await expect(findPython(['/no/such/python'])).rejects.toThrow(/python3-venv.*MONGODB_URI.*REDIS_URL/s);
  });

  it('the same when Python is there and venv is not', async () => {
    const bin = emptyFolder();
    execFileSync('sh', ['-c', `printf '#!/bin/sh\\necho no module named venv >&2; exit 1\\n' > ${bin}/python3 && chmod +x ${bin}/python3`]);
    await expect(findPython([join(bin, 'python3')])).rejects.toThrow(/python3-venv/);
  });

  it('to choose another port when theirs is taken', async () => {
    const server = createServer();
    const port = await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
    await expect(requirePort(port)).rejects.toThrow(`Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`);
    server.close();
  });

  it('which store does not answer, and what to correct', async () => {
    const port = await freePort();
    vi.stubEnv('MONGODB_URI', `mongodb://someone:secret@127.0.0.1:${port}/city`);
    const start = startStores({ owner: 'test', folder: emptyFolder(), dataDir: emptyFolder(), patienceMs: 200 });
    await expect(start).rejects.toThrow(`MONGODB_URI names 127.0.0.1:${port}, and nothing answers there.`);
  });

  it('what an address looks like when theirs is none', async () => {
    vi.stubEnv('MONGODB_URI', '');
    vi.stubEnv('REDIS_URL', 'localhost');
    await expect(startStores({ owner: 'test', folder: emptyFolder(), dataDir: emptyFolder() })).rejects.toThrow(/REDIS_URL="localhost" is not an address.*redis:\/\//);
  });
});

describe('a child of the launcher', () => {
  const launcher = (then) => `
    import { startChild } from ${JSON.stringify(new URL('./child.mjs', import.meta.url).href)};
    const child = startChild('sleep', ['600']);
    console.log(child.group);
    ${then}`;
  const begin = (then) => spawn(process.execPath, ['--input-type=module', '-e', launcher(then)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const groupOf = (process) => new Promise((resolve) => process.stdout.once('data', (text) => resolve(Number(text))));
  const gone = (group) => vi.waitFor(() => expect(killGroup(group, 0)).toBe(false), 5000);

  it('ends when the launcher is killed with -9', async () => {
    const parent = begin('setInterval(() => {}, 1000);');
    const group = await groupOf(parent);
    expect(killGroup(group, 0)).toBe(true);
    parent.kill('SIGKILL');
    await gone(group);
  });

  it('ends when it is asked to', async () => {
    await gone(await groupOf(begin('await child.stop();')));
  });
});

it('stores of a command that is gone are not taken for running ones', async () => {
  const folder = emptyFolder();
  mkdirSync(folder, { recursive: true });
  expect(await runningStores(folder)).toBeNull();
  symlinkSync('/no/such/file', join(folder, 'stores.json'));
  expect(await runningStores(folder)).toBeNull();
});
