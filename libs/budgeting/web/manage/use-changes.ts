import { useKept } from '@isegoria/ui/web';
import { useState } from 'react';

/**
 * A form over what stands already. What is changed here outlives a reload and a walk to the sign-in page, as every text does; what is not changed
 * follows what stands, also when a colleague changed it meanwhile. `settle` says what stands from now on: it is sent.
 */
export function useChanges<Typed extends object>(key: string, standing: Typed) {
  const seen = JSON.stringify(standing);
  const [base, setBase] = useState({ seen, now: standing });
  const [changed, setChanged, forget] = useKept<Partial<Typed>>(key, {});
  const [isSettled, setSettled] = useState(false);
  if (base.seen !== seen) setBase({ seen, now: standing });
  const change = (part: Partial<Typed>) => {
    setChanged({ ...changed, ...part });
    setSettled(false);
  };
  const settle = (now: Typed) => {
    setBase({ seen, now });
    forget();
    setSettled(true);
  };
  return { typed: { ...base.now, ...changed }, change, settle, isSettled };
}
