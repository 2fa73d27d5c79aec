import { Injectable } from '@nestjs/common';
import { ThreadPool } from '@isegoria/kernel/api';
import type { MapOrder } from './method/map.thread';
import type { MapOptions, OpinionMap } from './method/opinion-map';
import type { Votes } from './method/votes';
import code from './method/map.thread?thread';

/** A map of half a million answers takes seconds; what takes longer than this never ends. */
const LONGEST_MS = 600_000;

/** One thread of this process that computes maps, one after another. A map that fails is tried again by its job, as is one whose thread ended. */
@Injectable()
export class MapThread extends ThreadPool<MapOrder, OpinionMap | null> {
  constructor() {
    super(code, { name: 'opinions', atOnce: 1, waiting: Infinity, longestMs: LONGEST_MS, heapMegabytes: 1024 });
  }

  /** The answers are handed over, not copied: they are not to be used afterwards. */
  compute(votes: Votes, options: MapOptions = {}): Promise<OpinionMap | null> {
    return this.run({ votes, options }, [votes.starts.buffer, votes.columns.buffer, votes.values.buffer] as ArrayBuffer[]);
  }
}
