/**
 * Processes that never outlive the one that started them. A small shell stands between: it holds the end of a pipe, and
 * when that closes (we asked, or we were killed) it ends the child. The child has a group of its own, so that Ctrl-C
 * reaches only the launcher, which then stops everything in the right order.
 */
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';

const GUARD = 'exec 3<&0; "$@" </dev/null 3<&- & child=$!; { cat <&3; kill -TERM $child; } >/dev/null 2>&1 & exec 3<&- 2>/dev/null; wait $child';
const WATCH = new URL('./with-parent.mjs', import.meta.url).href;
const patienceMs = 15_000;

/** Starts a command; its words go to the file `log` or, without one, to our own output. */
export const startChild = (command, args, options) => supervise('sh', ['-c', GUARD, 'guard', command, ...args], options);

/** Starts a program of ours, which watches the pipe by itself: one process, so that whoever kills it kills no guard. */
export const startNode = (program, args, options) => supervise(process.execPath, ['--enable-source-maps', '--import', WATCH, program, ...args], options);

function supervise(command, args, { env = {}, log, cwd } = {}) {
  const out = log ? openSync(log, 'a') : 'inherit';
  const child = spawn(command, args, { cwd, detached: true, stdio: ['pipe', out, out], env: { ...process.env, ...env } });
  child.stdin.on('error', () => {});
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => (child.stdin.destroy(), resolve(signal ?? code)));
  });
  return { group: child.pid, ended, stop: () => stop(child, ended) };
}

async function stop(child, ended) {
  child.stdin.destroy();
  const late = setTimeout(() => killGroup(child.pid), patienceMs);
  await ended;
  clearTimeout(late);
}

export function killGroup(group, signal = 'SIGKILL') {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
