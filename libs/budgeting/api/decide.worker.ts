/** The entry of the thread in which heavy counts run, so that the server goes on answering. Built as `dist/budget-worker/main.js`. */
import { parentPort, workerData } from 'node:worker_threads';
import { decided, type Question } from './decided';

parentPort?.postMessage(decided(workerData as Question));
