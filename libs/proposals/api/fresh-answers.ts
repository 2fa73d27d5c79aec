/** One kept answer: when it was read, and the reading that is under way. */
interface Entry<T> {
  value: T | null;
  readAt: number;
  reading: Promise<T> | null;
}

/**
 * Answers to questions that many people ask at once, such as the first page of a list. Whoever asks gets what is known at
 * once; when it is older than `freshMs` one reading is started for all, and only who comes after `staleMs` waits for it.
 */
export class FreshAnswers<T> {
  private readonly entries = new Map<string, Entry<T>>();

  constructor(
    private readonly freshMs: number,
    private readonly staleMs: number,
    private readonly most = 500,
  ) {}

  get(key: string, read: () => Promise<T>): T | Promise<T> {
    const entry = this.entries.get(key) ?? this.enter(key);
    const age = performance.now() - entry.readAt;
    if (entry.value === null || age > this.staleMs) return this.read(key, entry, read);
    if (age > this.freshMs && !entry.reading) this.read(key, entry, read).catch(() => undefined);
    return entry.value;
  }

  /** Forgets all, so that who changed something sees it. */
  drop(): void {
    this.entries.clear();
  }

  private read(key: string, entry: Entry<T>, read: () => Promise<T>): Promise<T> {
    entry.reading ??= read()
      .then((value) => Object.assign(entry, { value, readAt: performance.now() }).value as T)
      .finally(() => {
        entry.reading = null;
        if (entry.value === null) this.entries.delete(key);
      });
    return entry.reading;
  }

  private enter(key: string): Entry<T> {
    // The oldest question goes first: the map keeps the order of entry.
    const oldest = this.entries.keys().next();
    if (this.entries.size >= this.most && !oldest.done) this.entries.delete(oldest.value);
    const entry: Entry<T> = { value: null, readAt: 0, reading: null };
    this.entries.set(key, entry);
    return entry;
  }
}
