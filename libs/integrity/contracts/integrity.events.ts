import type { Subject } from '@isegoria/kernel/contracts';
import type { IntegrityFinding } from './integrity.gen';

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
    'integrity.told': IntegrityTold;
  }
}
