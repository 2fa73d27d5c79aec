import { log } from '@isegoria/kernel/api';

/**
 * Work for which news are gathered first: a thousand votes in a second are one run. Runs come one after another, and one that fails is logged and never thrown:
 * nobody waits for it, and a failure that nobody hears ends a Node process.
 */
export class Gathering {
  private timer: NodeJS.Timeout | undefined;
  private latest: Promise<void> = Promise.resolve();
  private isOver = false;

  /** How long it gathers (ms), the work, and what did not happen where that fails, for the log. */
  constructor(
    private readonly ms: number,
    private readonly work: () => Promise<void>,
    private readonly failure: string,
  ) {}

  /** There is news: what is gathered from here on goes into one run. */
  soon(): void {
    if (!this.isOver) this.timer ??= setTimeout(() => this.now(), this.ms).unref();
  }

  /** Gathers no longer. Resolves when the work was done or has failed. */
  now(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.latest = this.latest.then(this.work).catch((error: unknown) => log.warn({ error: String(error) }, this.failure));
    return this.latest;
  }

  /** Nothing begins by itself any more; what runs is waited for, as the stores are left after it. */
  async stop(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.latest;
  }
}
