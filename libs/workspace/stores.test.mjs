/** What a newcomer reads when the machine lacks something, and that nothing which we start outlives us. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { killGroup, startChild } from './child.mjs';
import { runningStores } from './running-stores.mjs';
import { startStores } from './stores.mjs';
import { findPython, freePort, requireNode, requirePort } from './system.mjs';
import { WITHOUT_STORES } from './without-stores.mjs';

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'isegoria-test-'));
afterEach(() => void vi.unstubAllEnvs());

describe('a newcomer is told', () => {
  it('which Node is needed when theirs is older', () => {
    expect(() => requireNode('18.20.4')).toThrow(/Node 20\.19, 22\.13 or 24 is needed.*this is 18\.20\.4/);
    for (const between of ['20.18.3', '21.7.3', '22.12.0', '23.11.0']) expect(() => requireNode(between)).toThrow();
    expect(() => requireNode('20.19.0')).not.toThrow();
    for (const newer of ['22.13.0', '24.1.0', '26.0.0']) expect(() => requireNode(newer)).not.toThrow();
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

describe('the stores of another command', () => {
  const noted = async (note) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'stores.json'), JSON.stringify({ owner: 'start', env: {}, groups: [], ...note }));
    return { folder, found: await runningStores(folder) };
  };
  const gone = async () => {
    const child = startChild('true', []);
    await child.ended;
    return child.group;
  };

  it('are shared while it lives and they answer', async () => {
    const server = createServer();
    const port = await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
    const env = { MONGODB_URI: `mongodb://127.0.0.1:${port}/`, REDIS_URL: `redis://127.0.0.1:${port}/0` };
    expect((await noted({ launcher: process.pid, env })).found).toEqual(env);
    // A command that ends by itself, such as an import, takes them with it.
    expect((await noted({ launcher: process.pid, owner: 'isegoria', env })).found).toBeNull();
    server.close();
    expect((await noted({ launcher: process.pid, env })).found).toBeNull();
  });

  it('are not taken for running ones when it is gone, and what it noted is forgotten', async () => {
    const { folder, found } = await noted({ launcher: await gone(), groups: [await gone()] });
    expect(found).toBeNull();
    expect(existsSync(join(folder, 'stores.json'))).toBe(false);
    expect(await runningStores(folder)).toBeNull();
  });

  it('are started for no command that the city says it can obey without', () => {
    const offline = [...readFileSync('apps/cli/offline.ts', 'utf8').matchAll(/^ {2}\['(\w+)',/gm)].map(([, name]) => name);
    // A proof makes a city of its own.
    expect(offline.filter((name) => !WITHOUT_STORES.includes(name))).toEqual(['proof']);
  });
});
