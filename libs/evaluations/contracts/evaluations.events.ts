import type { Localized, Subject } from '@isegoria/kernel/contracts';

/** Officials put acts together, changed or split a choice. Says how it stands: hearing it twice does no harm. */
export interface ChoiceSavedEvent {
  id: string;
  title: Localized;
  /** None: it is dissolved. */
  acts: string[];
  revision: number;
  at: Date;
}

/** An official laid an act before the citizens, or said that something is delivered. */
export interface EvaluationOpenedEvent {
  subject: Subject;
  round: 1 | 2;
  by: 'official' | 'requests' | 'phase';
  at: Date;
}

/** The service replied to what many said, or kept what it had promised. */
export interface RepliedEvent {
  replyId: string;
  subject: Subject;
  isKept: boolean;
  at: Date;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'choice.saved': ChoiceSavedEvent;
    'evaluation.opened': EvaluationOpenedEvent;
    'decision.replied': RepliedEvent;
  }
}
