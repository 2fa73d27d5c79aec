import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { eventually } from '@isegoria/kernel/api';

/** Builds the api of three slices into a folder of its own, which is whoever asked's to remove. */
export async function builtApi(): Promise<string> {
  mkdirSync('.data', { recursive: true });
  const folder = mkdtempSync(join('.data', 'kill-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    build: { ssr: 'libs/votes/api/kill.main.ts', outDir: folder, target: 'node20' },
  });
  return folder;
}

/**
 * Api processes, one after the other: while one of them is on, the next one has loaded its code already, which is most of a start. It does not count, open nor
 * listen before it is taken, so that what a killed one was at is nobody else's.
 */
export class Spares {
  private next: Api;

  constructor(private readonly folder: string) {
    this.next = new Api(folder);
  }

  async take(): Promise<Api> {
    const taken = this.next;
    this.next = new Api(this.folder);
    await taken.start();
    return taken;
  }

  stop(): Promise<void> {
    return this.next.kill();
  }
}

/** A built api process of its own, which can be killed without warning. */
export class Api {
  url = '';
  private readonly child: ChildProcess;

  constructor(folder: string) {
    const env = { ...process.env, NODE_ENV: 'production', WORKER: 'on', LOG_LEVEL: 'fatal' };
    this.child = spawn(process.execPath, [join(folder, 'kill.main.js')], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout?.on('data', (said: Buffer) => (this.url = String(said).trim()));
  }

  async start(): Promise<void> {
    let died = '';
    this.child.once('exit', (code, signal) => (died = `the api ended by itself: ${code ?? signal}`));
    this.child.stdin?.write('go\n');
    await eventually('the api listens', () => this.url || died, 90_000);
    if (died) throw new Error(died);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await ended;
    this.url = '';
  }
}
