const most = 20_000;

/** Remembers answers for a few seconds in this process, and asks once for those who ask at the same time. */
export class ShortMemory<T> {
  private readonly known = new Map<string, { value: T; until: number }>();
  private readonly asked = new Map<string, Promise<T>>();

  constructor(
    private readonly ms: number,
    private readonly load: (key: string) => Promise<T>,
  ) {}

  /** At once where it is known: a request on the way need not wait a turn of the loop. */
  get(key: string): T | Promise<T> {
    const found = this.known.get(key);
    if (found && found.until > Date.now()) return found.value;
    return this.asked.get(key) ?? this.ask(key);
  }

  peek(key: string): T | undefined {
    const found = this.known.get(key);
    return found && found.until > Date.now() ? found.value : undefined;
  }

  put(key: string, value: T): void {
    if (this.known.size >= most) this.known.clear();
    this.known.set(key, { value, until: Date.now() + this.ms });
  }

  forget(key: string): void {
    this.known.delete(key);
    this.asked.delete(key);
  }

  private ask(key: string): Promise<T> {
    const answer: Promise<T> = this.load(key).then(
      (value) => {
        // Forgotten meanwhile: what was loaded may be old, so it is not kept.
        if (this.asked.get(key) === answer) this.put(key, value);
        return value;
      },
    ).finally(() => this.asked.get(key) === answer && this.asked.delete(key));
    this.asked.set(key, answer);
    return answer;
  }
}
