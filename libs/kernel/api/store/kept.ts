/** One value that is read often and changes seldom: read once for everybody in the process, and again when older than `ms`. */
export class Kept<T> {
  private value: Promise<T> | null = null;
  private until = 0;

  constructor(
    private readonly read: () => Promise<T>,
    private readonly ms: number,
  ) {}

  /** Whether it costs no reading now. */
  get isFresh(): boolean {
    return this.value !== null && performance.now() < this.until;
  }

  get(): Promise<T> {
    const now = performance.now();
    if (this.value && now < this.until) return this.value;
    this.until = now + this.ms;
    const reading = this.read();
    this.value = reading;
    // A reading that failed is not kept: the next one who asks tries again.
    reading.catch(() => this.value === reading && this.drop());
    return reading;
  }

  /** Forgets the value, so that a change is seen at once by whoever made it. */
  drop(): void {
    this.value = null;
  }
}
