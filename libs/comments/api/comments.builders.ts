import type { SubjectCard, SubjectKind } from '@isegoria/kernel/api';

/** For tests: a kind of subject on which people write. */
export type Square = SubjectKind;

/** Squares by their id: `waits` reads first, `closed` takes nothing more, `secret` is not public, `nowhere` is not there; all others are open. */
export function aSquare(authorId: string | null = null): Square {
  return { cards: (ids) => Promise.resolve(ids.filter((id) => id !== 'nowhere').map((id) => cardOf(id, authorId))) };
}

function cardOf(id: string, authorId: string | null): SubjectCard {
  return {
    kind: 'square',
    id,
    title: `Πλατεία <script>alert('${id}')</script>`,
    path: `/squares/${id}`,
    excerpt: 'Μια πλατεία',
    english: { title: `The square ${id}`, excerpt: 'A square' },
    authorId,
    isPublic: id !== 'secret',
    acceptsComments: id !== 'closed',
    commentMode: id.startsWith('waits') ? 'wait' : 'public',
    createdAt: new Date('2026-05-01T08:00:00Z'),
  };
}
