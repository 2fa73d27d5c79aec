import { useEffect, useRef } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { LiveLine } from './live-line';
import type { RoomListener } from './room';
import { socketWire } from './socket-wire';

let line = new LiveLine(socketWire);

/** For tests and the gallery: another line in place of the socket. */
export function liveOver(other: LiveLine): void {
  line = other;
}

/**
 * Hears what happens to a subject while the component is shown; null watches nothing. `onDelta` gets each change in order;
 * `onMissed` means that some were lost (a dropped connection, a hole): ask for the state again.
 */
export function useRoom(subject: Subject | null, listener: RoomListener): void {
  const latest = useRef(listener);
  latest.current = listener;
  const { kind, id } = subject ?? { kind: null, id: null };
  useEffect(() => {
    if (kind === null || id === null) return;
    return line.watch({ kind, id }, {
      onDelta: (name, payload) => latest.current.onDelta(name, payload),
      onMissed: () => latest.current.onMissed(),
    });
  }, [kind, id]);
}
