/** Lets a job give way in a rush: after much work at once it rests longer than it worked, whoever wakes it meanwhile. After little it goes on at once. */
export class RushRest {
  private until = 0;

  /** `from` how many pieces at once it is a rush, how many times as long it rests as it worked, and how long at most (ms). */
  constructor(private readonly rush: { from: number; factor: number; longestMs: number }) {}

  /** Resolves when the rest is over. */
  async over(): Promise<void> {
    const left = this.until - Date.now();
    if (left > 0) await new Promise((wake) => setTimeout(wake, left));
  }

  /** Some pieces of work were done since `start` (ms, of `Date.now()`). */
  worked(pieces: number, start: number): void {
    if (pieces < this.rush.from) return;
    const now = Date.now();
    this.until = now + Math.min(this.rush.longestMs, this.rush.factor * (now - start));
  }
}
