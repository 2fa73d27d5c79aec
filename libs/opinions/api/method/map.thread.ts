/** Runs beside the event loop: takes answers, gives back the map. */
import { parentPort } from 'node:worker_threads';
import { type MapOptions, opinionMap } from './opinion-map';
import type { Votes } from './votes';

export interface MapOrder {
  number: number;
  votes: Votes;
  options: MapOptions;
}

parentPort?.on('message', ({ number, votes, options }: MapOrder) => {
  try {
    parentPort?.postMessage({ number, map: opinionMap(votes, options) });
  } catch (error) {
    parentPort?.postMessage({ number, failed: error instanceof Error ? error.message : String(error) });
  }
});
