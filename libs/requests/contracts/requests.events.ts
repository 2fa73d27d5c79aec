import type { Localized } from '@isegoria/kernel/contracts';
import type { ClosingReason, RequestStatus } from './requests.gen';

/** Everyone can read a request now: it was public at once, or a moderator let it pass. Private ones never say it. */
export interface RequestPublishedEvent {
  id: string;
  title: Localized;
  serviceId: string;
  departmentId: string;
  districtId: string;
  at: Date;
}

/** A public request came to another status, or was passed on. */
export interface RequestChangedEvent {
  id: string;
  title: Localized;
  serviceId: string;
  departmentId: string;
  districtId: string;
  /** The moment of its history that this is. */
  momentId: string;
  status: RequestStatus;
  closing: ClosingReason | null;
  at: Date;
}

/**
 * What a room `request:<id>` hears under the name `changed`: ask again. Under `tally` it hears how many are affected (votes), and what comments tell.
 * A room `request-desk:<departmentId>`, which officials of the department may enter, hears `queue`; so does that of every desk, for administrators.
 */
export interface RequestDelta {
  status: RequestStatus;
  revision: number;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'request.published': RequestPublishedEvent;
    'request.changed': RequestChangedEvent;
  }
}
