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
    const values = await Promise.all([...this.recall(new Set(keys))].map(async ([key, value]) => [key, await value] as const));
    return new Map(values.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
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

  /** The answer of each key, remembered or on its way. Whoever asked has it, whatever is forgotten meanwhile. */
  private recall(keys: ReadonlySet<string>): Map<string, Promise<T | null>> {
    const now = Date.now();
    const answers = new Map<string, Promise<T | null>>();
    for (const key of keys) {
      const known = this.known.get(key);
      if (known && known.until > now) answers.set(key, known.value);
    }
    const missing = [...keys].filter((key) => !answers.has(key));
    if (missing.length === 0) return answers;
    if (this.known.size + missing.length > this.bound) this.known.clear();
    const reading = this.read(missing);
    for (const key of missing) {
      const value = reading.then((values) => values.get(key) ?? null);
      // A failed read is nobody's answer: whoever waits for it hears the failure, the next one asks again.
      value.catch(() => this.known.get(key)?.value === value && this.known.delete(key));
      this.known.set(key, { until: now + this.ttlMs, value });
      answers.set(key, value);
    }
    return answers;
  }
}
