import type { Subject } from '@isegoria/kernel/contracts';
import type { Delta, WatchAnswer } from '@isegoria/realtime/contracts';

/** What a part of the page hears of a room. */
export interface RoomListener {
  onDelta(name: string, payload: unknown): void;
  /** Something was missed: ask for the state again. */
  onMissed(): void;
}

/** Two processes may speak at once, so a later version can arrive first; so long it waits for the one before. */
const patienceMs = 300;
/** What was announced shortly before the page began to listen may be missing from what it had loaded. */
const freshMs = 3_000;

/** One room as the page knows it: at which version, and what came too early. */
export class Room {
  readonly listeners = new Set<RoomListener>();
  private version: number | null = null;
  private early = new Map<number, Delta>();
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private readonly openedAt = Date.now();

  constructor(readonly subject: Subject) {}

  /** The server let us in: does what we know fit with what it says? */
  entered(answer: WatchAnswer): void {
    if ('refused' in answer) return;
    const before = this.version;
    if (before !== null && before >= answer.version) return;
    this.version = answer.version;
    this.early.clear();
    const changedWhileLoading = before === null && answer.version > 0 && answer.quietMs < Date.now() - this.openedAt + freshMs;
    if (before !== null || changedWhileLoading) this.missed();
  }

  /** The line broke while we asked; the next opening asks again. */
  lost(): void {
    this.early.clear();
  }

  hear(delta: Delta): void {
    if (this.version === null) this.version = delta.version - 1;
    if (delta.version <= this.version) return this.tellIfRestarted(delta);
    this.early.set(delta.version, delta);
    this.tellInOrder();
    if (this.early.size > 0) this.waiting ??= setTimeout(() => this.giveUp(), patienceMs);
  }

  close(): void {
    if (this.waiting) clearTimeout(this.waiting);
  }

  private tellInOrder(): void {
    for (let next = this.next(); next; next = this.next()) {
      this.early.delete(next.version);
      this.version = next.version;
      for (const listener of [...this.listeners]) listener.onDelta(next.name, next.payload);
    }
    if (this.early.size > 0 || !this.waiting) return;
    clearTimeout(this.waiting);
    this.waiting = null;
  }

  private next(): Delta | undefined {
    return this.version === null ? undefined : this.early.get(this.version + 1);
  }

  /** The hole stays a hole: everything after it is in the state that the listeners ask for now. */
  private giveUp(): void {
    this.waiting = null;
    this.version = Math.max(this.version ?? 0, ...this.early.keys());
    this.early.clear();
    this.missed();
  }

  /** A room that was forgotten for its long silence counts from one again. */
  private tellIfRestarted(delta: Delta): void {
    if (delta.version !== 1) return;
    this.version = 1;
    this.missed();
  }

  private missed(): void {
    for (const listener of [...this.listeners]) listener.onMissed();
  }
}
