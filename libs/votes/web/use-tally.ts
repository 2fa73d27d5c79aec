import { parseSubject } from '@isegoria/kernel/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { useGraph } from '@isegoria/ui/web';
import type { TallyDelta } from '@isegoria/votes/contracts';
import { useState } from 'react';
import { TallyOf } from './documents';

/** A ballot's count as the page knows it now. */
export interface LiveTally extends TallyDelta {
  /** False until the first count came. */
  isKnown: boolean;
}

/** How a ballot stands, live: what is heard in the room of its subject, and asked for again when something was missed. */
export function useTally(ballotId: string): LiveTally {
  const { data, refetch } = useGraph(TallyOf, { ids: [ballotId] });
  const [heard, setHeard] = useState<TallyDelta | null>(null);
  useRoom(parseSubject(ballotId), {
    onDelta: (name, payload) => name === 'tally' && isTally(payload) && payload.ballotId === ballotId && setHeard(payload),
    onMissed: () => void refetch(),
  });
  const asked = data?.tallies[0];
  const latest = [asked, heard].filter((tally) => tally?.ballotId === ballotId).reduce((a, b) => ((b?.seq ?? -1) >= (a?.seq ?? -1) ? b : a), undefined);
  return latest ? { ...latest, isKnown: true } : { ballotId, voters: 0, counts: [], seq: 0, isKnown: false };
}

function isTally(payload: unknown): payload is TallyDelta {
  return typeof payload === 'object' && payload !== null && 'ballotId' in payload && 'voters' in payload && 'seq' in payload;
}
