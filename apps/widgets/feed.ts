import type { Card } from '@isegoria/widgets/contracts';

/** Between two questions: soon after something moved, ever more seldom while nothing does, and out of the way where no answer comes. */
export const pauses = { least: 4_000, still: 20_000, failing: 60_000, slower: 1.5 };

/** What a widget hears: a card, that there is no such thing, or that no answer came. */
export type Heard = Card | 'missing' | 'failed';

/**
 * Keeps one card in step. The browser itself says which one it has (ETag) and is answered 304 while it is the same. Asks only while somebody can
 * see it; never with a credential.
 */
export class Feed {
  private pause = pauses.least;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = '';
  private isSeen = true;
  private isOn = false;
  private asking: AbortController | null = null;

  constructor(
    private readonly address: string,
    private readonly hear: (heard: Heard) => void,
  ) {}

  start(): void {
    this.isOn = true;
    document.addEventListener('visibilitychange', this.look);
    void this.ask();
  }

  stop(): void {
    this.isOn = false;
    // What was asked for is somebody else's by now: another thing, another language.
    this.asking?.abort();
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.look);
  }

  /** Whether the widget is on the part of the page that is seen. */
  seen(isSeen: boolean): void {
    if (isSeen === this.isSeen) return;
    this.isSeen = isSeen;
    this.look();
  }

  /** Something was done: the figures move at once. */
  soon(): void {
    this.pause = pauses.least;
    this.wait(500);
  }

  private readonly look = (): void => {
    if (this.isOn && this.canBeSeen()) this.wait(0);
    else clearTimeout(this.timer);
  };

  private canBeSeen(): boolean {
    return this.isSeen && !document.hidden;
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), ms);
  }

  private async ask(): Promise<void> {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const answer = await fetch(this.address, { credentials: 'omit', cache: 'no-cache', referrerPolicy: 'origin', signal: asking.signal });
      if (answer.status === 404) this.hear('missing');
      else if (!answer.ok) throw new Error(answer.statusText);
      else this.take(await answer.text());
    } catch {
      if (asking.signal.aborted) return;
      this.pause = Math.min(this.pause * 2, pauses.failing);
      this.hear('failed');
    }
    if (this.isOn && this.canBeSeen()) this.wait(this.pause);
  }

  private take(text: string): void {
    this.pause = text === this.last ? Math.min(this.pause * pauses.slower, pauses.still) : pauses.least;
    this.last = text;
    this.hear(JSON.parse(text) as Card);
  }
}
