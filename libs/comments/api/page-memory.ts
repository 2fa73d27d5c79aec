const most = 2000;

/** Remembers what everyone sees alike for a second, and asks once for all who ask at the same time: a full square costs the store little more than one reader. */
export class PageMemory {
  private readonly known = new Map<string, { answer: Promise<unknown>; until: number }>();

  constructor(private readonly ms: number) {}

  get<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const found = this.known.get(key);
    if (found && found.until > Date.now()) return found.answer as Promise<T>;
    if (this.known.size >= most) this.known.clear();
    const answer = ask();
    this.known.set(key, { answer, until: Date.now() + this.ms });
    answer.catch(() => this.known.delete(key));
    return answer;
  }

  /** Forgets every answer whose key begins so. */
  forget(prefix: string): void {
    for (const key of this.known.keys()) if (key.startsWith(prefix)) this.known.delete(key);
  }
}
