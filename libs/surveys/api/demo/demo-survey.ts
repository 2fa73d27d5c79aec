import type { SurveyForm } from '@isegoria/surveys/contracts';
import type { OfflineChannel } from '@isegoria/votes/contracts';

type Both = readonly [el: string, en: string];

/** A question of the demo city, with how many in a hundred choose each of its answers, and what some write. */
export interface DemoQuestion {
  id: string;
  form: SurveyForm;
  text: Both;
  hint?: Both;
  isRequired?: boolean;
  hasNoOpinion?: boolean;
  /** Of a scale the words of its ends. */
  options?: readonly (readonly [id: string, text: Both, isOther?: true])[];
  /** In the order of the options, or of the steps. */
  weights?: readonly number[];
  most?: number;
  showIf?: { questionId: string; optionIds: readonly string[] };
  written?: readonly string[];
}

/** A survey of the demo city, all of it invented. Days are counted from the day of the seed, those before it below nought. */
export interface DemoSurvey {
  id: string;
  title: Both;
  purpose: Both;
  use: Both;
  department: string;
  published: number;
  opens: number;
  closes: number;
  isLive: boolean;
  publishesWords: boolean;
  people: number;
  /** How many handed in a form, where it is answered without a device too. */
  onPaper?: number;
  channels?: readonly OfflineChannel[];
  handIn?: Both;
  sections: readonly { id: string; title: Both; note?: Both; questions: readonly DemoQuestion[] }[];
  report?: { at: number; learned: string; does: string; promise: { text: string; due: number } };
}
