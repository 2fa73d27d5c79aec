import { commentLimits, type CommentVisibility } from '@isegoria/comments/contracts';
import type { SubjectCard } from '@isegoria/kernel/api';
import type { CommentRecord } from './comment.schema';

type State = Pick<CommentRecord, 'authorId' | 'visibility' | 'createdAt'>;

/** Whether one may write about this subject now, or why not. What is not public does not exist for whoever asks. */
export function refusalToWrite(card: SubjectCard | null): { __typename: 'NotFound' | 'NotAllowed'; reason: string } | null {
  // A reply names the argument's subject and the argument; an argument itself is no subject of arguments.
  if (!card?.isPublic || card.kind === 'comment') return { __typename: 'NotFound', reason: 'subject' };
  if (!card.acceptsComments) return { __typename: 'NotAllowed', reason: 'closed' };
  return null;
}

/** Who sees a new comment at first: the phase's setting says it. */
export function firstVisibility(mode: SubjectCard['commentMode']): 'waiting' | 'public' {
  return mode === 'wait' ? 'waiting' : 'public';
}

/** Until when its author may change a text: some minutes, or without end while it was sent back to be changed. */
export function editableUntil({ visibility, createdAt }: State): Date | null {
  switch (visibility) {
    case 'returned':
      return new Date('9999-12-31T00:00:00Z');
    case 'waiting':
    case 'public':
      return new Date(createdAt.getTime() + commentLimits.editMinutes * 60_000);
    case 'hidden':
    case 'withdrawn':
      return null;
  }
}

/** Why this text may not be changed now by its author, or null. */
export function refusalToEdit(comment: State, now: Date): 'too_late' | 'not_editable' | null {
  const until = editableUntil(comment);
  if (!until) return 'not_editable';
  return now >= until ? 'too_late' : null;
}

/** Who sees a changed text: where a moderator looks first, or has sent it back, a moderator looks again. */
export function visibilityAfterEdit(visibility: CommentVisibility, mode: SubjectCard['commentMode']): 'waiting' | 'public' {
  return visibility === 'public' && mode !== 'wait' ? 'public' : 'waiting';
}

/** Whether a comment has a place in the lists. */
export function isListed({ visibility, replies }: Pick<CommentRecord, 'visibility' | 'replies'>): boolean {
  return visibility === 'public' || (visibility === 'withdrawn' && replies > 0);
}
