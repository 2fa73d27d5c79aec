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

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'decision.revoked': DecisionRevokedEvent;
    'decision.corrected': DecisionCorrectedEvent;
  }
}
