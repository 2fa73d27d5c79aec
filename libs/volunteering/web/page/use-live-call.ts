import { useRoom } from '@isegoria/realtime/web';
import { type Answer, type ResultOf, useGraph, useRefresh } from '@isegoria/ui/web';
import { useRef } from 'react';
import { CallDocument } from '../documents';

/** A call as it stands: who takes or leaves a place is heard in its room, and asked for again where something was missed. */
export function useLiveCall(id: string): Answer<ResultOf<typeof CallDocument>> {
  const refresh = useRefresh();
  const answer = useGraph(CallDocument, { id });
  /** How far each shift was heard of: what comes late is older than what is shown. */
  const heard = useRef(new Map<string, number>());
  useRoom(id ? { kind: 'volunteer-call', id } : null, {
    onDelta: (name, payload) => {
      if (name === 'changed') void refresh(CallDocument);
      if (name !== 'places' || !isPlaces(payload) || payload.seq <= (heard.current.get(payload.shiftId) ?? -1)) return;
      heard.current.set(payload.shiftId, payload.seq);
      const shift = answer.data?.volunteerCall?.shifts.find((one) => one.id === payload.shiftId);
      // Of who waits the turn may have come.
      if (shift?.mine.place === 'waiting') return void refresh(CallDocument);
      const { registered, waiting } = payload;
      answer.update(({ volunteerCall }) => ({ volunteerCall: volunteerCall && { ...volunteerCall, shifts: volunteerCall.shifts.map((one) => (one.id === payload.shiftId ? { ...one, registered, waiting } : one)) } }));
    },
    onMissed: () => void refresh(CallDocument),
  });
  return answer;
}

interface Places {
  shiftId: string;
  registered: number;
  waiting: number;
  seq: number;
}

const isPlaces = (payload: unknown): payload is Places =>
  typeof payload === 'object' && payload !== null && 'shiftId' in payload && 'registered' in payload && typeof payload.registered === 'number' && 'waiting' in payload && typeof payload.waiting === 'number' && 'seq' in payload && typeof payload.seq === 'number';
