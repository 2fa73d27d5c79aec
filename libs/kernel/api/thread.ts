import { Worker, type WorkerOptions } from 'node:worker_threads';

/** A thread that runs the code of an `x.thread?thread`, under a name for who watches the process. What this process was started with (to end with its launcher) is not the thread's. */
export function startThread(code: string, options: WorkerOptions & { name: string }): Worker {
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { ...options, execArgv: [] });
}
