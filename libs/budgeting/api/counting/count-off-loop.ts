import { Worker } from 'node:worker_threads';
import type { CountedFile, CountOrder, RefusedFile } from './count-order';
import code from './count.thread?thread';

/** Reads and counts a file in a thread of its own. Of the file nothing but the result, and the packed bytes, comes to this thread. */
export async function countOffLoop(order: CountOrder, thread: string = code): Promise<CountedFile | RefusedFile> {
  return new Promise((resolve, reject) => {
    // What this process was started with (to end with its launcher) is not for a thread.
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(thread)}`), { name: 'budgeting', workerData: order, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (exit) => reject(new Error(`the counting thread ended with ${exit} before it answered`)));
  });
}
