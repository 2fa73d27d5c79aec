import { subjectKey } from '@isegoria/kernel/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { Figure, useWords } from '@isegoria/ui/web';
import type { TallyDelta } from '@isegoria/votes/contracts';
import { useState } from 'react';

export interface LiveCountProps {
  id: string;
  initial: number;
  /** Something else happened to the proposal, or a change was missed: ask for the list again. */
  onChange(): void;
}

/** How many stand behind a proposal of a list, as it grows. */
export function LiveCount({ id, initial, onChange }: LiveCountProps) {
  const { t } = useWords('proposals');
  const subject = { kind: 'proposal', id };
  // What was heard counts until the list itself brings a newer number.
  const [heard, setHeard] = useState<{ over: number; count: number } | null>(null);
  useRoom(subject, {
    onDelta: (name, payload) => (name === 'tally' && isOf(payload, subjectKey(subject)) ? setHeard({ over: initial, count: payload.voters }) : onChange()),
    onMissed: onChange,
  });
  const count = heard && heard.over === initial ? heard.count : initial;
  return <Figure value={count} label={t('supporters', { count })} />;
}

function isOf(payload: unknown, ballotId: string): payload is TallyDelta {
  return typeof payload === 'object' && payload !== null && 'ballotId' in payload && payload.ballotId === ballotId && 'voters' in payload && typeof payload.voters === 'number';
}
