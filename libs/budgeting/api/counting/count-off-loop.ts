import { startThread } from '@isegoria/kernel/api';
import type { CountedFile, CountOrder, RefusedFile } from './count-order';
import code from './count.thread?thread';

/** Reads and counts a file in a thread of its own. Of the file nothing but the result, and the packed bytes, comes to this thread. */
export async function countOffLoop(order: CountOrder, thread: string = code): Promise<CountedFile | RefusedFile> {
  return new Promise((resolve, reject) => {
    const worker = startThread(thread, { name: 'budgeting', workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (exit) => reject(new Error(`the counting thread ended with ${exit} before it answered`)));
  });
}
