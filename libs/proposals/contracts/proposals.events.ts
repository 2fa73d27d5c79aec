import type { ProposalAnswerStatus } from './proposal-status';

/** A citizen handed a proposal in. */
export interface ProposalSubmittedEvent {
  id: string;
  authorId: string;
  /** Whether it waits for a moderator. */
  waits: boolean;
  at: Date;
}

/** A proposal can be read by everyone; a support ballot `proposal:<id>` is open on it. */
export interface ProposalPublishedEvent {
  id: string;
  authorId: string;
  title: string;
  category: string;
  district: string;
  departmentId: string | null;
  answerDueAt: Date;
  /** The everyday requests that it grew out of, as its author named them. */
  requestIds: string[];
  at: Date;
}

/** A department answered. */
export interface ProposalAnsweredEvent {
  id: string;
  title: string;
  departmentId: string | null;
  status: ProposalAnswerStatus;
  at: Date;
}

/** The author took the proposal back. */
export interface ProposalWithdrawnEvent {
  id: string;
  authorId: string;
  reason: string;
  at: Date;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'proposal.submitted': ProposalSubmittedEvent;
    'proposal.published': ProposalPublishedEvent;
    'proposal.answered': ProposalAnsweredEvent;
    'proposal.withdrawn': ProposalWithdrawnEvent;
  }
}
