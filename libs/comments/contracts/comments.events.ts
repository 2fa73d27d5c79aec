import type { Subject } from '@isegoria/kernel/contracts';

/** A comment can be read by everyone now: it was published at once, or a moderator let it pass. */
export interface CommentPublished {
  id: string;
  subject: Subject;
  parentId: string | null;
  authorId: string;
  alignment: 'FOR' | 'AGAINST' | 'NEUTRAL';
  at: Date;
}

/** A subject's public arguments were counted anew. `total` counts replies too. */
export interface CommentsCounted {
  subject: Subject;
  for: number;
  against: number;
  neutral: number;
  total: number;
}

/** Each comment is to have a ballot on which people agree with it. The votes slice opens those that it does not know yet. */
export interface BallotsWanted {
  ballots: { id: string; subject: Subject; kind: 'support'; questions: { id: string; options: string[] }[] }[];
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'comment.published': CommentPublished;
    'comments.counted': CommentsCounted;
    'ballots.wanted': BallotsWanted;
  }
}
