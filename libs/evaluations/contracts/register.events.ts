/** An act was revoked: its evaluation ends. Comes once or several times, always saying the same. */
export interface DecisionRevokedEvent {
  id: string;
  ada: string;
  title: string;
  versionId: string;
  /** When the register took the revocation. */
  at: Date;
}

/** A later version of an act stands from now on. */
export interface DecisionCorrectedEvent {
  id: string;
  ada: string;
  title: string;
  versionId: string;
  /** The version that it corrects, as the register says; it may be one that never came here. */
  correctedVersionId: string | null;
  at: Date;
}

/** Decisions that somebody of the municipality entered, corrected or revoked. Says how they stand: hearing it twice does no harm. */
export interface DecisionsEnteredEvent {
  decisions: { id: string; versionId: string; status: 'PUBLISHED' | 'REVOKED'; since: Date }[];
  /** By the page, or by the command of whoever runs the platform. */
  by: 'official' | 'city';
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'decision.revoked': DecisionRevokedEvent;
    'decision.corrected': DecisionCorrectedEvent;
    'decisions.entered': DecisionsEnteredEvent;
  }
}
