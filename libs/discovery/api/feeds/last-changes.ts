import { keepNewest } from '@isegoria/kernel/api';

const remembered = 500;
const second = 1_000;

/**
 * When an answer became what it is, in the seconds that HTTP counts. The newest entry's date would not do: an entry that is hidden takes nothing
 * forward, and a reader that asks by date alone would keep it. So it is the first full second after this process first saw the answer: never
 * earlier than the change, nor in a second in which the former answer was still given.
 */
export class LastChanges {
  private readonly seen = new Map<string, { tag: string; at: number }>();

  /** Null until that second has come. */
  of(key: string, tag: string, now: Date): Date | null {
    const known = this.seen.get(key);
    if (known?.tag === tag) return now.getTime() >= known.at ? new Date(known.at) : null;
    keepNewest(this.seen, key, { tag, at: (Math.floor(now.getTime() / second) + 1) * second }, remembered);
    return null;
  }
}
