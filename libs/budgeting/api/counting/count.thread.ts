/** The thread in which budgets are read and counted, so that the server goes on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import { countFile } from './count-file';
import type { CountOrder } from './count-order';

const answer = await countFile(workerData as CountOrder);
parentPort?.postMessage(answer, answer.refused ? [] : [answer.packed.buffer as ArrayBuffer]);
