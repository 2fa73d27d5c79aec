import type { Localized } from '@isegoria/kernel/contracts';

/** The city made a survey public. It opens at `opensAt`, which may be this moment. */
export interface SurveyPublishedEvent {
  id: string;
  title: Localized;
  departmentId: string;
  opensAt: Date;
  closesAt: Date;
  at: Date;
}

/** People may answer from now on. */
export interface SurveyOpenedEvent {
  id: string;
  title: Localized;
  closesAt: Date;
  at: Date;
}

/** People were given more time. */
export interface SurveyExtendedEvent {
  id: string;
  title: Localized;
  from: Date;
  to: Date;
  reason: string;
  at: Date;
}

/** The city took it back. */
export interface SurveyWithdrawnEvent {
  id: string;
  title: Localized;
  reason: string;
  at: Date;
}

/** It is over, and its results are final and public. */
export interface SurveyCountedEvent {
  id: string;
  title: Localized;
  departmentId: string;
  people: number;
  at: Date;
}

/** The department said what it learned and what it does; with `isKept`, that it kept what it had promised. */
export interface SurveyReportedEvent {
  id: string;
  title: Localized;
  departmentId: string;
  isKept: boolean;
  at: Date;
}

/*
 * The room `survey:<id>` hears `tally` (votes; how many answered, never what) and, under `changed` (no payload), that its dates, its figures or its report
 * changed: ask again.
 */

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'survey.published': SurveyPublishedEvent;
    'survey.opened': SurveyOpenedEvent;
    'survey.extended': SurveyExtendedEvent;
    'survey.withdrawn': SurveyWithdrawnEvent;
    'survey.counted': SurveyCountedEvent;
    'survey.reported': SurveyReportedEvent;
  }
}
