import type { DecideCaseInput } from '@isegoria/moderation/contracts';
import { asFailure, graph, tellFailure, useRefresh } from '@isegoria/ui/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DecideCase, MyDecisions, QueueOf } from './documents';

/** A decision as it was made, with what its case is called. */
export interface MadeDecision {
  input: DecideCaseInput;
  name: string;
}

/** For so long a decision can be taken back: it has not left the page. */
export const graceMs = 8000;

export interface HeldDecision {
  /** The decision that can still be taken back. */
  held: MadeDecision | null;
  /** The cases that are decided as far as this page goes. */
  decided: readonly string[];
  /** A decision that the city did not take, and why. */
  refused: (MadeDecision & { why: string }) | null;
  hold(decision: MadeDecision): void;
  /** Takes the held one back and answers it. */
  takeBack(): MadeDecision | null;
}

/**
 * Decisions leave the page a moment after they are made, so that a slip of the hand reaches nobody: neither the author nor the
 * public log could be told that it was not meant. The next decision sends the one before; so does leaving, in whatever way.
 */
export function useHeldDecision(): HeldDecision {
  const refresh = useRefresh();
  const waiting = useRef<MadeDecision | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [held, setHeld] = useState<MadeDecision | null>(null);
  const [decided, setDecided] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<HeldDecision['refused']>(null);

  const takeOut = useCallback((): MadeDecision | null => {
    clearTimeout(timer.current);
    const decision = waiting.current;
    waiting.current = null;
    setHeld(null);
    return decision;
  }, []);
  const reopen = (id: string) => setDecided((before) => before.filter((other) => other !== id));

  const send = useCallback(async () => {
    const decision = takeOut();
    if (!decision) return;
    const why = await whyNotTaken(decision.input);
    if (why) {
      reopen(decision.input.id);
      setRefused({ ...decision, why });
    }
    await refresh(QueueOf, MyDecisions);
  }, [refresh, takeOut]);

  useEffect(() => {
    const leave = ({ type }: Event) => void ((type === 'pagehide' || document.hidden) && send());
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      void send();
    };
  }, [send]);

  const hold = (decision: MadeDecision) => {
    // A key that is pressed twice decides the same case once, as it was pressed last.
    if (waiting.current?.input.id !== decision.input.id) void send();
    clearTimeout(timer.current);
    waiting.current = decision;
    timer.current = setTimeout(() => void send(), graceMs);
    setHeld(decision);
    setRefused(null);
    setDecided((before) => [...before, decision.input.id]);
  };
  const takeBack = () => {
    const decision = takeOut();
    if (decision) reopen(decision.input.id);
    return decision;
  };
  return { held, decided, refused, hold, takeBack };
}

/** Sends a decision. Null when it stands; else the reason's name among the words. */
async function whyNotTaken(input: DecideCaseInput): Promise<string | null> {
  try {
    const { decideCase } = await graph(DecideCase, { input }, { keepalive: true });
    switch (decideCase.__typename) {
      case 'CaseDecided':
        return null;
      case 'CaseChanged':
        return 'changed';
      case 'CaseTaken':
        return 'not_claimed';
      case 'NotAllowed':
        return decideCase.reason;
      case 'Invalid':
      case 'NotFound':
        return 'case';
    }
  } catch (error) {
    tellFailure(asFailure(error));
    return 'lost';
  }
}
