import { describe, expect, it } from 'vitest';
import type { SubjectCard } from '@isegoria/kernel/api';
import { editableUntil, firstVisibility, isListed, refusalToEdit, refusalToWrite, visibilityAfterEdit } from './comments.rules';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 10, minute));
const aCard = (fields: Partial<SubjectCard> = {}): SubjectCard => ({
  kind: 'proposal', id: 'p', title: '', path: '/', excerpt: '', authorId: null, isPublic: true, acceptsComments: true, createdAt: at(0), ...fields,
});
const mine = (visibility: 'public' | 'waiting' | 'returned' | 'hidden' | 'withdrawn') => ({ authorId: 'maria', visibility, createdAt: at(0) });

describe('a citizen who wants to argue', () => {
  it('cannot tell a subject that is not public from one that never was', () => {
    expect(refusalToWrite(aCard({ isPublic: false }))).toEqual(refusalToWrite(null));
  });

  it('is told when the discussion is closed, and answers arguments only by naming what they are about', () => {
    expect(refusalToWrite(aCard({ acceptsComments: false }))).toEqual({ __typename: 'NotAllowed', reason: 'closed' });
    expect(refusalToWrite(aCard({ kind: 'comment' }))).toEqual({ __typename: 'NotFound', reason: 'subject' });
    expect(refusalToWrite(aCard())).toBeNull();
  });

  it('is read by a moderator first only where the phase says so', () => {
    expect(firstVisibility('wait')).toBe('waiting');
    expect(firstVisibility(undefined)).toBe('public');
  });
});

describe('an author who wants to correct a text', () => {
  it('has fifteen minutes, and all the time where it was sent back', () => {
    expect(refusalToEdit(mine('public'), at(14))).toBeNull();
    expect(refusalToEdit(mine('public'), at(15))).toBe('too_late');
    expect(refusalToEdit(mine('returned'), at(59))).toBeNull();
    expect(refusalToEdit(mine('hidden'), at(1))).toBe('not_editable');
    expect(editableUntil(mine('withdrawn'))).toBeNull();
  });

  it('does not slip a new text past the moderator', () => {
    expect(visibilityAfterEdit('public', 'wait')).toBe('waiting');
    expect(visibilityAfterEdit('returned', 'public')).toBe('waiting');
    expect(visibilityAfterEdit('public', 'public')).toBe('public');
  });
});

describe('the lists', () => {
  it('keep the place of a withdrawn comment while there are replies to it', () => {
    expect(isListed({ visibility: 'withdrawn', replies: 2 })).toBe(true);
    expect(isListed({ visibility: 'withdrawn', replies: 0 })).toBe(false);
  });
});
