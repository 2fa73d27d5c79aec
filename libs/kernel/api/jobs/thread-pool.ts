import type { Worker } from 'node:worker_threads';
import type { OnApplicationShutdown } from '@nestjs/common';
import { startThread } from './thread';

/** How much threads of one script may take on. */
export interface ThreadBounds {
  /** For who watches the process. */
  name: string;
  /** So many orders at a time, each in a thread of its own. */
  atOnce: number;
  /** So many more may wait. */
  waiting: number;
  /** The longest that one order may take, in milliseconds. */
  longestMs: number;
  /** The largest heap of one thread, in megabytes. What stands outside the heap, such as buffers, does not count. */
  heapMegabytes: number;
}

/** The refusal of an order, as many wait as may wait. */
export class ThreadsBusy extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super(`Every thread is at work and as many orders wait as may. Try again in ${retryAfterSeconds} seconds.`);
    this.name = 'ThreadsBusy';
  }
}

interface Waiting<Order, Answer> {
  order: Order;
  transfer: readonly ArrayBuffer[];
  done(answer: Answer): void;
  failed(error: unknown): void;
}

interface Thread<Order, Answer> {
  worker: Worker;
  serves: Waiting<Order, Answer> | null;
  since: number;
  late?: ReturnType<typeof setTimeout>;
}

/** Nobody is sent away for longer. */
const LONGEST_RETRY_SECONDS = 120;

/**
 * Threads of one script (`x.thread?thread`), which takes an order as a message and answers it with one message. They start when they are needed and serve one
 * order after another. An order that throws, takes too long or fills its heap fails alone: its thread ends with it, and the next order starts another.
 */
export class ThreadPool<Order, Answer> implements OnApplicationShutdown {
  private readonly threads = new Set<Thread<Order, Answer>>();
  private readonly line: Waiting<Order, Answer>[] = [];
  /** How long the latest answer took. */
  private lastMs = 1_000;

  constructor(
    private readonly code: string,
    private readonly bounds: ThreadBounds,
  ) {}

  /** The answer to an order. `transfer` is handed over, not copied: it is not to be used afterwards. Throws `ThreadsBusy` at once, or what the thread threw. */
  async run(order: Order, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    const { atOnce, waiting } = this.bounds;
    const taken = [...this.threads].filter(({ serves }) => serves).length + this.line.length;
    if (taken >= atOnce + waiting) throw new ThreadsBusy(Math.min(LONGEST_RETRY_SECONDS, Math.ceil((taken * this.lastMs) / atOnce / 1000)));
    return new Promise((done, failed) => {
      this.line.push({ order, transfer, done, failed });
      this.next();
    });
  }

  /** After the running jobs have ended, which is when modules are destroyed. */
  async onApplicationShutdown(): Promise<void> {
    const ended = new Error(`${this.bounds.name}: the process ends.`);
    for (const { failed } of this.line.splice(0)) failed(ended);
    await Promise.all([...this.threads].map((thread) => this.lose(thread, ended)));
  }

  private next(): void {
    const free = [...this.threads].find(({ serves }) => !serves);
    if (!free && this.threads.size >= this.bounds.atOnce) return;
    const waiting = this.line.shift();
    if (!waiting) return;
    try {
      this.give(free ?? this.started(), waiting);
    } catch (error) {
      // What no thread can be told, or a machine that has none left. Nobody stands above this who could catch it: it may be a thread's answer that called.
      waiting.failed(error);
      this.next();
    }
  }

  private give(thread: Thread<Order, Answer>, waiting: Waiting<Order, Answer>): void {
    thread.since = performance.now();
    thread.worker.postMessage(waiting.order, waiting.transfer);
    thread.serves = waiting;
    thread.late = setTimeout(() => void this.lose(thread, new Error(`${this.bounds.name}: an order took more than ${this.bounds.longestMs} ms.`)), this.bounds.longestMs).unref();
  }

  private started(): Thread<Order, Answer> {
    const { name, heapMegabytes } = this.bounds;
    const worker = startThread(this.code, { name, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
    const thread: Thread<Order, Answer> = { worker, serves: null, since: 0 };
    worker.unref();
    worker.on('message', (answer: Answer) => {
      this.lastMs = performance.now() - thread.since;
      this.settle(thread, ({ done }) => done(answer));
    });
    worker.on('error', (error: unknown) => void this.lose(thread, error));
    worker.on('exit', (code) => void this.lose(thread, new Error(`${name}: the thread ended with ${code} before it answered.`)));
    this.threads.add(thread);
    return thread;
  }

  /** Who waited for it is told; whoever comes next gets another thread. */
  private async lose(thread: Thread<Order, Answer>, error: unknown): Promise<void> {
    this.threads.delete(thread);
    this.settle(thread, ({ failed }) => failed(error));
    await thread.worker.terminate();
  }

  private settle(thread: Thread<Order, Answer>, how: (waiting: Waiting<Order, Answer>) => void): void {
    clearTimeout(thread.late);
    const { serves } = thread;
    thread.serves = null;
    if (serves) how(serves);
    this.next();
  }
}
