import type { Comment } from '@isegoria/comments/contracts';
import { prose } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import type { CommentRecord } from './comment.schema';
import { editableUntil } from './comments.rules';

/** A comment as everyone sees it. */
export function publicView(record: CommentRecord, authors: Map<string, { id: string; name: string }>): Comment {
  const withdrawn = record.visibility === 'withdrawn';
  return {
    __typename: 'Comment',
    id: record._id,
    subject: parseSubject(record.subject) ?? { kind: 'none', id: 'none' },
    parentId: record.parentId,
    alignment: record.alignment,
    text: withdrawn ? '' : record.text,
    html: withdrawn ? '' : prose(record.text),
    author: withdrawn ? null : (authors.get(record.authorId) ?? null),
    supports: withdrawn ? 0 : record.supports,
    replies: record.replies,
    visibility: record.visibility,
    createdAt: record.createdAt,
    editedAt: record.editedAt,
    mine: false,
    editableUntil: null,
    decision: null,
  };
}

/** What its author sees besides: that it is theirs, until when they may change it, and what was decided about it. */
export function authorsView(view: Comment, record: CommentRecord, now: Date): Comment {
  const until = editableUntil(record);
  return { ...view, mine: true, editableUntil: until && until > now ? until : null, decision: record.verdict };
}
