import type { OpinionAnswer, OpinionVisibility } from '@isegoria/opinions/contracts';
import type { SubjectCard } from '@isegoria/kernel/api';
import { fold } from '@isegoria/kernel/contracts';

interface Refusal {
  __typename: 'NotFound' | 'NotAllowed';
  reason: string;
}

/** Whether one may answer and write about this subject now, or why not. What is not public does not exist for whoever asks. */
export function refusalToSpeak(card: SubjectCard | null): Refusal | null {
  if (!card?.isPublic) return { __typename: 'NotFound', reason: 'subject' };
  if (modeOf(card) === 'closed') return { __typename: 'NotAllowed', reason: 'closed' };
  return null;
}

/** How statements come in: as the subject says, else as its arguments do. */
export function modeOf({ opinionMode, acceptsComments, commentMode }: SubjectCard): 'wait' | 'public' | 'closed' {
  return opinionMode ?? (acceptsComments ? (commentMode ?? 'public') : 'closed');
}

/** Who sees a new statement at first. */
export const firstVisibility = (card: SubjectCard): OpinionVisibility => (modeOf(card) === 'wait' ? 'waiting' : 'public');

/** Letters and numbers alone: two statements of one fold say the same. */
export const foldOf = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

const values = { AGREE: 1, PASS: 0, DISAGREE: -1 } as const;

export const valueOf = (answer: OpinionAnswer): -1 | 0 | 1 => values[answer];
export const answerOf = (value: number): OpinionAnswer => (value > 0 ? 'AGREE' : value < 0 ? 'DISAGREE' : 'PASS');
