import { useRef } from 'react';
import type { Casting } from './use-cast';
import type { LiveTally } from './use-tally';

/**
 * The count with the reader's own press in it at once. While the press is on its way the count stands still at what it was
 * plus or minus one; afterwards the press is added for just as long as the live count does not hold it (its `seq` tells).
 */
export function useSupportCount(tally: Pick<LiveTally, 'isKnown' | 'voters' | 'seq'>, { mine, seq, pending }: Pick<Casting, 'mine' | 'seq' | 'pending'>, initial = 0): number {
  const counted = tally.isKnown ? tally.voters : initial;
  const isSupporting = (mine?.length ?? 0) > 0;
  const before = useRef({ count: counted, wasSupporting: isSupporting });
  const isOurs = pending || (seq !== null && tally.seq < seq);
  if (!isOurs) before.current = { count: counted, wasSupporting: isSupporting };
  const { count, wasSupporting } = before.current;
  return isOurs ? count + Number(isSupporting) - Number(wasSupporting) : counted;
}
