import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Worker } from 'node:worker_threads';
import { startThread } from '@isegoria/kernel/api';
import type { MapOptions, OpinionMap } from './method/opinion-map';
import type { Votes } from './method/votes';
import code from './method/map.thread?thread';

interface Answer {
  number: number;
  map?: OpinionMap | null;
  failed?: string;
}
interface Waiting {
  done(map: OpinionMap | null): void;
  failed(error: Error): void;
}

/** One thread of this process that computes maps, one after another; started when first needed. The event loop never waits for it. */
@Injectable()
export class MapThread implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** The answers are handed over, not copied: they are not to be used afterwards. */
  compute(votes: Votes, options: MapOptions = {}): Promise<OpinionMap | null> {
    const number = ++this.last;
    return new Promise((done, failed) => {
      this.waiting.set(number, { done, failed });
      this.thread().postMessage({ number, votes, options }, [votes.starts.buffer, votes.columns.buffer, votes.values.buffer] as ArrayBuffer[]);
    });
  }

  /** After the running jobs have ended, which is when modules are destroyed. */
  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = startThread(code, { name: 'opinions', resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    worker.unref();
    worker.on('message', (answer: Answer) => this.settle(answer));
    worker.on('error', (error: Error) => this.lose(error));
    worker.on('exit', () => this.lose(new Error('the thread ended')));
    this.worker = worker;
    return worker;
  }

  private settle({ number, map, failed }: Answer): void {
    const waiting = this.waiting.get(number);
    this.waiting.delete(number);
    if (failed === undefined) waiting?.done(map ?? null);
    else waiting?.failed(new Error(failed));
  }

  /** Who waited is told, so that the job is tried again; the next order starts another thread. */
  private lose(error: Error): void {
    this.worker = null;
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}
