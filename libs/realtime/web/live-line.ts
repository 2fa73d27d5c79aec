import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { Delta, WatchAnswer } from '@isegoria/realtime/contracts';
import { Room, type RoomListener } from './room';

/** The wire as the line needs it: Socket.IO's client in the browser. */
export interface Wire {
  onOpen(run: () => void): void;
  onDelta(run: (delta: Delta) => void): void;
  watch(subject: Subject): Promise<WatchAnswer>;
  unwatch(subject: Subject): void;
  isOpen(): boolean;
}

/** A room whose last listener left stays open so long: the next page often looks at the same thing. */
const lingerMs = 2_000;

/** One connection for the whole page, opened when the first part of it wants to watch something. */
export class LiveLine {
  private readonly rooms = new Map<string, Room>();
  private wire: Promise<Wire> | null = null;

  constructor(private readonly connect: () => Promise<Wire>) {}

  /** Watches a subject until the answered function is called. Several parts may watch the same one; it is asked for once. */
  watch(subject: Subject, listener: RoomListener): () => void {
    const key = subjectKey(subject);
    const room = this.rooms.get(key) ?? this.open(subject, key);
    room.listeners.add(listener);
    return () => {
      room.listeners.delete(listener);
      if (room.listeners.size === 0) setTimeout(() => this.leaveIfEmpty(key, room), lingerMs);
    };
  }

  private open(subject: Subject, key: string): Room {
    const room = new Room(subject);
    this.rooms.set(key, room);
    void this.line().then((wire) => wire.isOpen() && this.enter(wire, room));
    return room;
  }

  private line(): Promise<Wire> {
    this.wire ??= this.connect().then((wire) => {
      wire.onDelta((delta) => this.rooms.get(delta.room)?.hear(delta));
      wire.onOpen(() => this.rooms.forEach((room) => this.enter(wire, room)));
      return wire;
    });
    // A part that could not be fetched is tried again by the next one who watches.
    this.wire.catch(() => (this.wire = null));
    return this.wire;
  }

  private enter(wire: Wire, room: Room): void {
    wire.watch(room.subject).then((answer) => room.entered(answer), () => room.lost());
  }

  private leaveIfEmpty(key: string, room: Room): void {
    if (room.listeners.size > 0 || this.rooms.get(key) !== room) return;
    room.close();
    this.rooms.delete(key);
    void this.wire?.then((wire) => wire.unwatch(room.subject));
  }
}
