import type { Leaf, OpenVote } from '@isegoria/ledger/contracts';
import type { LedgerSource, SourceStep } from './ledger-sources';

/** A supporter's vote on a proposal, as the votes would hand it in. */
export function aVoteLeaf(voter: number, over: Partial<OpenVote> = {}): OpenVote {
  return { v: 1, type: 'vote', ballot: 'proposal:1', kind: 'support', voter: `voter-${voter}`, press: `press-${voter}`, channel: 'online', choice: ['support:for'], ...over };
}

/** A source that a test fills: each step is put down once and stays. */
export function aSource(name: string): LedgerSource & { add(...leaves: Leaf[]): void } {
  const steps: SourceStep[] = [];
  return {
    name,
    add: (...leaves) => void steps.push({ position: steps.length + 1, leaves }),
    after: (position, limit) => Promise.resolve(steps.slice(position, position + limit)),
  };
}

/** A source of very many steps that are the same in every process: each holds as many votes. */
export function aNumberedSource(steps: number, votes: number): LedgerSource {
  const step = (position: number): SourceStep => ({ position, leaves: Array.from({ length: votes }, (_, at) => aVoteLeaf(position * votes + at)) });
  return {
    name: 'numbered',
    after: (position, limit) => Promise.resolve(Array.from({ length: Math.max(0, Math.min(limit, steps - position)) }, (_, at) => step(position + 1 + at))),
  };
}
