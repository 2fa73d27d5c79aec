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

/** A built api process of its own, which can be killed without warning. */
export class Api {
  url = '';
  private child: ChildProcess | null = null;

  constructor(private readonly folder: string) {}

  async start(): Promise<void> {
    this.url = '';
    const env = { ...process.env, NODE_ENV: 'production', WORKER: 'on', LOG_LEVEL: 'fatal' };
    const child = spawn(process.execPath, [join(this.folder, 'kill.main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    child.stdout.on('data', (said: Buffer) => (this.url = String(said).trim()));
    let died = '';
    child.once('exit', (code, signal) => (died = `the api ended by itself: ${code ?? signal}`));
    await eventually('the api listens', () => this.url || died, 90_000);
    if (died) throw new Error(died);
  }

  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }
}
