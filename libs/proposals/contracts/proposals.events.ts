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
  /** The debate that it was written from, as its author named it. */
  debateId?: string | null;
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

/** With the consent of both authors a proposal goes on as part of another one. */
export interface ProposalMergedEvent {
  /** The one that became a part. */
  id: string;
  title: string;
  /** The one that it is part of now. */
  intoId: string;
  intoTitle: string;
  at: Date;
}

/** An invitation to merge was made, answered, taken back, or came to its end. How it stands it says itself. */
export interface MergeInvitationChanged {
  id: string;
  revision: number;
  at: Date;
}

/** Either author separated the two again. */
export interface ProposalSeparatedEvent {
  id: string;
  title: string;
  fromId: string;
  fromTitle: string;
  at: Date;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'proposal.submitted': ProposalSubmittedEvent;
    'proposal.published': ProposalPublishedEvent;
    'proposal.answered': ProposalAnsweredEvent;
    'proposal.withdrawn': ProposalWithdrawnEvent;
    'proposal.merged': ProposalMergedEvent;
    'proposal.separated': ProposalSeparatedEvent;
    'merge.changed': MergeInvitationChanged;
  }
}
