import type { LotDecision, ModerationDecision } from '@isegoria/moderation/contracts';
import { asFailure, graph, type ResultOf, tellFailure, useRefresh } from '@isegoria/ui/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { DecideCase, DecideCases, MyDecisions, QueueOf } from '../documents';

/** A case as it was decided, with what it is called. */
export interface DecidedCase {
  id: string;
  version: number;
  name: string;
}

type Decided<One> = { cases: readonly One[]; rule: number | null; reason: string } & ({ lot: false; decision: ModerationDecision } | { lot: true; decision: LotDecision });

/** A decision as it was made: about the case that was open, or about those that were marked (`lot`). */
export type MadeDecision = Decided<DecidedCase>;
type OneDecision = Extract<MadeDecision, { lot: false }>;
export type DecisionOfLot = Extract<MadeDecision, { lot: true }>;

/** What of a decision the city did not take, and why of each. */
export type RefusedDecision = Decided<DecidedCase & { why: string }>;

/** For so long a decision can be taken back: it has not left the page. */
export const graceMs = 8000;

export interface HeldDecision {
  /** The decision that can still be taken back. */
  held: MadeDecision | null;
  /** The cases that are decided as far as this page goes. */
  decided: readonly string[];
  refused: RefusedDecision | null;
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
  const reopen = ({ cases }: MadeDecision) => setDecided((before) => before.filter((other) => !cases.some(({ id }) => id === other)));

  const send = useCallback(async () => {
    const decision = takeOut();
    if (!decision) return;
    const cases = await (decision.lot ? refusedOfLot(decision) : refusedOf(decision));
    if (cases.length > 0) {
      const refused = { ...decision, cases };
      reopen(refused);
      setRefused(refused);
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
    if (waiting.current?.cases[0]?.id !== decision.cases[0]?.id) void send();
    clearTimeout(timer.current);
    waiting.current = decision;
    timer.current = setTimeout(() => void send(), graceMs);
    setHeld(decision);
    setRefused(null);
    setDecided((before) => [...before, ...decision.cases.map(({ id }) => id)]);
  };
  const takeBack = () => {
    const decision = takeOut();
    if (decision) reopen(decision);
    return decision;
  };
  return { held, decided, refused, hold, takeBack };
}

/** Sends the decision about one case; answers it, where the city did not take it, with the reason's name among the words. */
async function refusedOf({ cases, decision, rule, reason }: OneDecision): Promise<RefusedDecision['cases']> {
  const [one] = cases;
  if (!one) return [];
  const { id, version } = one;
  const why = await answered(async () => whyNotTaken((await graph(DecideCase, { input: { id, version, decision, rule, reason } }, { keepalive: true })).decideCase));
  return why === null ? [] : [{ ...one, why }];
}

/** Sends the decision about many; answers those of them that the city did not take. */
async function refusedOfLot({ cases, decision, rule, reason }: DecisionOfLot): Promise<RefusedDecision['cases']> {
  const marked = cases.map(({ id, version }) => ({ id, version }));
  const answer = await answered(async () => (await graph(DecideCases, { input: { cases: marked, decision, rule, reason } }, { keepalive: true })).decideCases);
  const whyOf = (id: string) => (answer === 'lost' ? 'lost' : answer.__typename === 'Invalid' ? 'case' : (answer.outcomes.find((outcome) => outcome.id === id)?.refused ?? null));
  return cases.flatMap((one) => {
    const why = whyOf(one.id);
    return why === null ? [] : [{ ...one, why }];
  });
}

async function answered<T>(ask: () => Promise<T>): Promise<T | 'lost'> {
  try {
    return await ask();
  } catch (error) {
    tellFailure(asFailure(error));
    return 'lost';
  }
}

/** Null when it stands; else the reason's name. */
function whyNotTaken(answer: ResultOf<typeof DecideCase>['decideCase']): string | null {
  switch (answer.__typename) {
    case 'CaseDecided':
      return null;
    case 'CaseChanged':
      return 'changed';
    case 'CaseTaken':
      return 'not_claimed';
    case 'NotAllowed':
      return answer.reason;
    case 'Invalid':
    case 'NotFound':
      return 'case';
  }
}
