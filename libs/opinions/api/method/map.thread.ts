/** Runs beside the event loop: takes answers, gives back the map. */
import { parentPort } from 'node:worker_threads';
import { type MapOptions, opinionMap } from './opinion-map';
import type { Votes } from './votes';

export interface MapOrder {
  votes: Votes;
  options: MapOptions;
}

parentPort?.on('message', ({ votes, options }: MapOrder) => parentPort?.postMessage(opinionMap(votes, options)));
