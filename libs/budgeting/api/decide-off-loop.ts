import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Answer, decided, type Question } from './decided';

/** Each program and each chunk of a build lies one folder below `dist`, and so does the thread's own program. */
const built = new URL('../budget-worker/main.js', import.meta.url);

/**
 * Counts a budget in a thread of its own and explains it. In a city that runs from its sources there is no built thread: there the count runs in this
 * process, after what is already waiting, and holds it up for as long as it takes.
 */
export async function decideOffLoop(question: Question, program: URL = built): Promise<Answer> {
  if (!existsSync(fileURLToPath(program))) {
    await new Promise((next) => setImmediate(next));
    return decided(question);
  }
  return new Promise((resolve, reject) => {
    // What this process was started with (to end with its launcher) is not for a thread.
    const worker = new Worker(program, { workerData: question, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the counting thread ended with ${code} before it answered`)));
  });
}
