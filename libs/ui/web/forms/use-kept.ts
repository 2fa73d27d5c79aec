import { type SetStateAction, useCallback, useEffect, useState } from 'react';

/**
 * Text that outlives a reload, a lost connection or a walk to the sign-in page: it is kept in this tab until it is sent.
 * Answers the value, how to change it (as `useState` does: what comes a while later gives a function of what is typed by then),
 * and how to let it go.
 */
export function useKept<Value>(key: string, initial: Value): [value: Value, set: (value: SetStateAction<Value>) => void, forget: () => void] {
  const place = `isegoria:${key}`;
  const [value, setValue] = useState(() => read<Value>(place) ?? initial);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (touched) sessionStorage.setItem(place, JSON.stringify(value));
  }, [place, value, touched]);
  const set = useCallback((next: SetStateAction<Value>) => {
    setTouched(true);
    setValue(next);
  }, []);
  const forget = () => {
    setTouched(false);
    setValue(initial);
    sessionStorage.removeItem(place);
  };
  return [value, set, forget];
}

function read<Value>(place: string): Value | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}
