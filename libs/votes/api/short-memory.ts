/**
 * What the store said a moment ago, by key. A hot read asks the store once in a while and not each time; those who ask for
 * the same key while it is being read share that one read. What is not there is remembered too.
 */
export class ShortMemory<T> {
  private readonly known = new Map<string, { until: number; value: Promise<T | null> }>();

  constructor(
    private readonly ttlMs: number,
    private readonly read: (keys: string[]) => Promise<ReadonlyMap<string, T>>,
    private readonly bound = 20_000,
  ) {}

  /** The values that exist, by key. Only what is not remembered is read, in one go. */
  async of(keys: readonly string[]): Promise<Map<string, T>> {
    const wanted = [...new Set(keys)];
    this.recall(wanted);
    const found = new Map<string, T>();
    for (const key of wanted) {
      const value = await this.known.get(key)?.value;
      if (value) found.set(key, value);
    }
    return found;
  }

  async one(key: string): Promise<T | null> {
    const known = this.known.get(key);
    if (known && known.until > Date.now()) return known.value;
    return (await this.of([key])).get(key) ?? null;
  }

  /** Forgets a key, so that the next question goes to the store. */
  forget(key: string): void {
    this.known.delete(key);
  }

  forgetAll(): void {
    this.known.clear();
  }

  private recall(keys: string[]): void {
    const now = Date.now();
    const missing = keys.filter((key) => (this.known.get(key)?.until ?? 0) <= now);
    if (missing.length === 0) return;
    if (this.known.size + missing.length > this.bound) this.known.clear();
    const reading = this.read(missing);
    for (const key of missing) {
      const value = reading.then((values) => values.get(key) ?? null);
      // A failed read is nobody's answer: whoever waits for it hears the failure, the next one asks again.
      value.catch(() => this.known.delete(key));
      this.known.set(key, { until: now + this.ttlMs, value });
    }
  }
}
