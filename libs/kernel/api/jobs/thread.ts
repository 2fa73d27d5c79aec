import { Worker, type WorkerOptions } from 'node:worker_threads';

/** A thread that runs the code of an `x.thread?thread`, under a name for who watches the process. What this process was started with (to end with its launcher) is not the thread's, nor is its environment, where secrets stand. */
export function startThread(code: string, options: WorkerOptions & { name: string }): Worker {
  // Base64: a thread takes ten times as long to read a large text that is percent-encoded.
  return new Worker(new URL(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`), { ...options, execArgv: [], env: {} });
}
