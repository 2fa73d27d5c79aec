import { keepNewest } from '@isegoria/kernel/api';

/** One kept answer: when it was read, how long that took, and the reading that is under way. */
interface Entry<T> {
  value: T | null;
  readAt: number;
  took: number;
  reading: Promise<T> | null;
}

/** A dear reading rests: it may take a fifth of the time, and no more. */
const rest = 4;
/** Nobody waits for a dear reading as long as the answer of before is not much older than it takes. */
const patience = 20;

/**
 * Answers to questions that many people ask at once, such as the first page of a list. Whoever asks gets what is known at
 * once; when it is older than `freshMs` one reading is started for all, and only who comes after `staleMs` waits for it.
 * Both grow with what a reading costs, so that a slow store serves an older page and not none.
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
    if (entry.value === null || age > Math.max(this.staleMs, patience * entry.took)) return this.read(key, entry, read);
    if (age > Math.max(this.freshMs, rest * entry.took) && !entry.reading) this.read(key, entry, read).catch(() => undefined);
    return entry.value;
  }

  /** Forgets all, so that who changed something sees it. */
  drop(): void {
    this.entries.clear();
  }

  private read(key: string, entry: Entry<T>, read: () => Promise<T>): Promise<T> {
    entry.reading ??= this.timed(entry, read).finally(() => {
      entry.reading = null;
      if (entry.value === null) this.entries.delete(key);
    });
    return entry.reading;
  }

  private async timed(entry: Entry<T>, read: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const value = await read();
    const readAt = performance.now();
    Object.assign(entry, { value, readAt, took: readAt - began });
    return value;
  }

  private enter(key: string): Entry<T> {
    const entry: Entry<T> = { value: null, readAt: 0, took: 0, reading: null };
    keepNewest(this.entries, key, entry, this.most);
    return entry;
  }
}
