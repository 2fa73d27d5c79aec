import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { OracleRow } from './oracle';

const run = promisify(execFile);
const longestMs = 600_000;

/**
 * A Python that has these packages of PyPI, in `DATA_DIR/<name>`, for oracles and benches. Made at the first time, and anew when the
 * packages are others than it was made with; `PYTHON` names the one that it is made from. Rejects where it cannot be had.
 *
 * @returns the path of its `python`
 */
export async function pythonWith(name: string, packages: readonly string[]): Promise<string> {
  const folder = resolve(process.env['DATA_DIR'] || '.data', name);
  const [python, stamp] = [join(folder, 'bin/python'), join(folder, 'packages.txt')];
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === packages.join('\n')) return python;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  await run(process.env['PYTHON'] || 'python3', ['-m', 'venv', folder]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', ...packages], { timeout: longestMs });
  writeFileSync(stamp, packages.join('\n'));
  return python;
}

/** The rows that a program prints as JSON in its last line. */
export async function rowsOfPython(python: string, script: string, args: readonly string[]): Promise<OracleRow[]> {
  const { stdout } = await run(python, ['-c', script, ...args], { maxBuffer: 1 << 26, timeout: longestMs });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as OracleRow[];
}
