/** The thread in which files are made, so that the server goes on answering. It holds no key. */
import { parentPort } from 'node:worker_threads';
import { type FileOrder, makeFile } from './make-file';

async function answer(order: FileOrder): Promise<void> {
  // A copy of its own: a small buffer is a piece of a shared one, which cannot be handed over.
  const file = new Uint8Array(await makeFile(order));
  parentPort?.postMessage(file, [file.buffer]);
}

parentPort?.on('message', (order: FileOrder) => void answer(order));
