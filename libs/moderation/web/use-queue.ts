import { useRoom } from '@isegoria/realtime/web';
import { type Failure, useGraph } from '@isegoria/ui/web';
import { useEffect, useRef } from 'react';
import { QueueOf, type RowShown } from './documents';

/** What a moderator's screen hears: which case, what happened to it, and by whom. */
export interface QueueChange {
  caseId: string;
  what: 'opened' | 'changed' | 'claimed' | 'released' | 'decided' | 'objection';
  by: string | null;
}

const room = { kind: 'moderation', id: 'queue' };
const shown = 50;
/** A burst of reports makes one question. */
const calmMs = 250;

/** The queue as it is now, and as it becomes. */
export function useQueue(onChange?: (change: QueueChange) => void): { rows: RowShown[]; total: number; objections: number; pending: boolean; error: Failure | null; refetch(): Promise<void> } {
  const { data, pending, error, refetch } = useGraph(QueueOf, { first: shown }, { staleMs: 2000 });
  const calm = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(calm.current), []);
  const soon = () => {
    clearTimeout(calm.current);
    calm.current = setTimeout(() => void refetch(), calmMs);
  };
  useRoom(room, {
    onDelta(_name, payload) {
      soon();
      onChange?.(payload as QueueChange);
    },
    onMissed: soon,
  });
  const queue = data?.moderationQueue;
  return { rows: queue?.items ?? [], total: queue?.total ?? 0, objections: queue?.objections ?? 0, pending, error, refetch };
}
