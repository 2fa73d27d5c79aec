import { graph, tellFailure, asFailure } from '@isegoria/ui/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CaseShown, ClaimCase, ReleaseCase } from '../documents';

/** Where a case is that is not ours: another has it, or it is no longer open. */
export type Elsewhere = { state: 'taken'; until: string } | { state: 'gone' };

/**
 * How the open case stands: it is being taken, it is ours, it is elsewhere, or the city did not answer. One that we had and that
 * is elsewhere now (`lost`) stays open: what was written about it is not thrown away for that.
 */
export type Claim = { state: 'claiming' } | { state: 'mine'; found: CaseShown; until: string; lost: Elsewhere | null } | Elsewhere | { state: 'unanswered' };

type Asked = Exclude<Claim, { state: 'claiming' }>;

/** Whoever walks down the list with a key does not take every case on the way. */
const restMs = 300;
const renewMs = 4 * 60_000;

/**
 * Takes the case that is open, keeps it while somebody is at the screen, and gives it back when it is left. Two moderators
 * never have the same one: the server says who was first.
 */
export function useClaim(caseId: string | null): { claim: Claim; again(): void; forget(): void } {
  const [claim, setClaim] = useState<Claim>({ state: 'claiming' });
  const held = useRef<string | null>(null);

  const take = useCallback(async (id: string, isCurrent: () => boolean) => {
    const next = await ask(id);
    if (next.state === 'mine' && !isCurrent()) return void release(id);
    if (!isCurrent()) return;
    // No answer is no refusal: what was ours may still be.
    if (next.state !== 'unanswered') held.current = next.state === 'mine' ? id : null;
    setClaim((before) => afterAsking(before, next));
  }, []);

  useEffect(() => {
    if (!caseId) return;
    let here = true;
    setClaim({ state: 'claiming' });
    const rest = setTimeout(() => void take(caseId, () => here), restMs);
    const renew = setInterval(() => document.hasFocus() && held.current === caseId && void take(caseId, () => here), renewMs);
    return () => {
      here = false;
      clearTimeout(rest);
      clearInterval(renew);
      if (held.current === caseId) void release(caseId);
      held.current = null;
    };
  }, [caseId, take]);

  return {
    claim,
    again: useCallback(() => void (caseId && take(caseId, () => true)), [caseId, take]),
    forget: useCallback(() => void (held.current = null), []),
  };
}

function afterAsking(before: Claim, next: Asked): Claim {
  if (before.state !== 'mine' || next.state === 'mine') return next;
  return next.state === 'unanswered' ? before : { ...before, lost: next };
}

async function ask(id: string): Promise<Asked> {
  try {
    const { claimCase } = await graph(ClaimCase, { id });
    if (claimCase.__typename === 'CaseTaken') return { state: 'taken', until: claimCase.until };
    if (claimCase.__typename !== 'CaseClaimed') return { state: 'gone' };
    return { state: 'mine', found: claimCase.case, until: claimCase.case.row.claimedUntil ?? new Date().toISOString(), lost: null };
  } catch (error) {
    tellFailure(asFailure(error));
    return { state: 'unanswered' };
  }
}

async function release(id: string): Promise<void> {
  // Whoever leaves by closing the window cannot say so; the ten minutes do it for them.
  await graph(ReleaseCase, { id }).catch(() => undefined);
}
