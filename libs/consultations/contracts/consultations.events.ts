import type { Localized } from '@isegoria/kernel/contracts';

/** The city made a consultation public. It opens at `opensAt`, which may be this moment. */
export interface ConsultationPublishedEvent {
  id: string;
  title: Localized;
  departmentId: string;
  opensAt: Date;
  closesAt: Date;
  at: Date;
}

/** People may take part from now on. */
export interface ConsultationOpenedEvent {
  id: string;
  title: Localized;
  closesAt: Date;
  at: Date;
}

/** People were given more time. */
export interface ConsultationExtendedEvent {
  id: string;
  title: Localized;
  from: Date;
  to: Date;
  reason: string;
  at: Date;
}

/** The city took it back. */
export interface ConsultationWithdrawnEvent {
  id: string;
  title: Localized;
  reason: string;
  at: Date;
}

/** The service answered, article by article, and there is a next version of the text. */
export interface ConsultationAnsweredEvent {
  id: string;
  title: Localized;
  departmentId: string;
  /** Articles by what became of them. */
  articles: { kept: number; changed: number; removed: number; added: number };
  /** Public amendments by what became of them. */
  amendments: { adopted: number; partly: number; notAdopted: number };
  at: Date;
}

/** The text was adopted. */
export interface ConsultationAdoptedEvent {
  id: string;
  title: Localized;
  ada: string | null;
  url: string;
  at: Date;
}

/** Everyone can read an amendment now: it was published at once, or a moderator let it pass. */
export interface AmendmentPublishedEvent {
  id: string;
  consultationId: string;
  articleId: string;
  authorId: string;
  at: Date;
}

/** What a room `consultation:<id>` hears under the name `stances`. It says how it stands, not what was added. */
export interface StancesDelta {
  articleId: string;
  agree: number;
  withChanges: number;
  disagree: number;
  people: number;
}

/** What a room `consultation:<id>` hears under the name `arguments`; `articleId` is null for those about the whole. */
export interface ArgumentsDelta {
  articleId: string | null;
  for: number;
  against: number;
  neutral: number;
  total: number;
}

/**
 * What the rooms `consultation:<id>` and `consultation-article:<consultation>.<article>` hear under the name `amendments`: how many are public now,
 * and which one came or went. Under `changed` (no payload) the first hears that its dates, its text or its answer changed: ask again.
 */
export interface AmendmentsDelta {
  articleId: string;
  amendments: number;
  id: string;
  isPublic: boolean;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'consultation.published': ConsultationPublishedEvent;
    'consultation.opened': ConsultationOpenedEvent;
    'consultation.extended': ConsultationExtendedEvent;
    'consultation.withdrawn': ConsultationWithdrawnEvent;
    'consultation.answered': ConsultationAnsweredEvent;
    'consultation.adopted': ConsultationAdoptedEvent;
    'amendment.published': AmendmentPublishedEvent;
  }
}
