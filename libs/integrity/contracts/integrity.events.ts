import type { Subject } from '@isegoria/kernel/contracts';
import type { IntegrityFinding, IntegritySignKind } from './integrity.gen';

/** A sign was found that is not older than a week. */
export interface IntegrityNoticed {
  signId: string;
  subject: Subject;
  kind: IntegritySignKind;
  /** The end of its hours, or of its day. */
  at: Date;
}

/** A moderator or an administrator wrote what was found about a sign. */
export interface IntegrityTold {
  signId: string;
  revision: number;
  subject: Subject;
  finding: IntegrityFinding;
  role: string;
  text: string;
  at: Date;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'integrity.noticed': IntegrityNoticed;
    'integrity.told': IntegrityTold;
  }
}
