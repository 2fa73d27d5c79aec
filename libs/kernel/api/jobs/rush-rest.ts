/**
 * Lets a job give way in a rush: after much work at once it rests longer than it worked, whoever wakes it meanwhile. After little it goes on at once, and also
 * while it is so late that what was promised of its work might not be kept.
 */
export class RushRest {
  private until = 0;

  /** `from` how many pieces at once it is a rush, how many times as long it rests as it worked, how long at most (ms), and how long work may have waited (ms) before there is no rest. */
  constructor(private readonly rush: { from: number; factor: number; longestMs: number; latestMs: number }) {}

  /** Resolves when the rest is over. */
  async over(): Promise<void> {
    const left = this.until - Date.now();
    if (left > 0) await new Promise((wake) => setTimeout(wake, left));
  }

  /** Some pieces of work were done since `start` (ms, of `Date.now()`); the oldest of them had waited so long (ms). */
  worked(pieces: number, start: number, waitedMs: number): void {
    if (pieces < this.rush.from || waitedMs > this.rush.latestMs) return;
    const now = Date.now();
    this.until = now + Math.min(this.rush.longestMs, this.rush.factor * (now - start));
  }
}
