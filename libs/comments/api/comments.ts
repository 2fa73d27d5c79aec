import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Alignment, CommentCounts as Counts } from '@isegoria/comments/contracts';
import { Events, isThere, plain } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { agreementBallot } from './comment-standing';
import { CommentCounts } from './comment-counts';
import { CommentRecord } from './comment.schema';

/** A comment that an import or a seed brings in: it is public, and nobody is told. Parents come before their replies. */
export interface ImportedComment {
  /** Chosen by the importer, the same at every run. */
  id: string;
  subject: Subject;
  parentId?: string | null;
  authorId: string;
  alignment: Alignment;
  text: string;
  at: Date;
}

/** A public argument as other slices quote it. */
export interface PublicArgument {
  id: string;
  alignment: Alignment;
  text: string;
  /** Empty where its author left the city. */
  authorId: string;
}

const batch = 500;

/** What other slices may ask of comments. */
@Injectable()
export class Comments {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    private readonly counts: CommentCounts,
    private readonly events: Events,
  ) {}

  /** Brings many in at once; one whose id is here already is left as it is. Answers how many were new. */
  async importMany(wanted: ImportedComment[]): Promise<{ added: number; unchanged: number }> {
    let added = 0;
    for (let from = 0; from < wanted.length; from += batch) added += await this.importBatch(wanted.slice(from, from + batch));
    const parents = new Set(wanted.map(({ parentId }) => parentId).filter((id): id is string => Boolean(id)));
    for (const parent of parents) await this.counts.recountReplies(parent);
    for (const key of new Set(wanted.map(({ subject }) => subjectKey(subject)))) await this.counts.recount(key);
    return { added, unchanged: wanted.length - added };
  }

  /** Who argues in public about these subjects, each once; of those who left the city, who stand there as nobody, none. For counting at once: nobody keeps them. */
  async authorsOn(subjects: readonly Subject[]): Promise<string[]> {
    return this.comments.distinct('authorId', { subject: { $in: subjects.map(subjectKey) }, visibility: 'public', authorId: { $ne: '' } }).exec();
  }

  /** Those of these ids that are public arguments about a subject, in the order in which they were asked for. */
  async argumentsOf(subject: Subject, ids: readonly string[]): Promise<PublicArgument[]> {
    const found = await this.comments.find({ _id: { $in: ids.map(String) }, subject: subjectKey(subject), parentId: null, visibility: 'public' }).lean<CommentRecord[]>().exec();
    return [...new Set(ids)].flatMap((id) => found.filter(({ _id }) => _id === id).map(({ alignment, text, authorId }) => ({ id, alignment, text, authorId })));
  }

  /** How many public arguments a subject has on each side. */
  async countsOf(subject: Subject): Promise<Counts> {
    return this.counts.one(subjectKey(subject));
  }

  /** Whether this citizen has a public word in the discussion of a subject. */
  async hasSpoken(citizenId: string, subject: Subject): Promise<boolean> {
    return (await this.comments.exists({ subject: subjectKey(subject), authorId: citizenId, visibility: 'public' })) !== null;
  }

  private async importBatch(wanted: ImportedComment[]): Promise<number> {
    const known = await this.comments.find({ _id: { $in: wanted.map(({ id }) => id) } }, { _id: 1 }).lean<{ _id: string }[]>().exec();
    const knownIds = new Set(known.map(({ _id }) => _id));
    const fresh = wanted.filter(({ id }) => !knownIds.has(id));
    if (fresh.length === 0) return 0;
    const added = await this.insert(fresh.map(recordOf));
    await this.events.publish('ballots.wanted', { ballots: fresh.map(({ id }) => agreementBallot(id)) });
    const contributions = fresh.map(({ id, authorId, at }) => ({ item: { kind: 'comment', id }, authorId, at }));
    await this.events.publish('contributions.imported', { contributions });
    return added;
  }

  /** Two imports at once may meet: what the other one inserted counts as unchanged here. */
  private async insert(records: CommentRecord[]): Promise<number> {
    try {
      return (await this.comments.insertMany(records, { ordered: false })).length;
    } catch (error) {
      if (!isThere(error)) throw error;
      return error instanceof Error && 'insertedDocs' in error && Array.isArray(error.insertedDocs) ? error.insertedDocs.length : 0;
    }
  }
}

function recordOf({ id, subject, parentId, authorId, alignment, text, at }: ImportedComment): CommentRecord {
  return {
    _id: id,
    subject: subjectKey(subject),
    parentId: parentId ?? null,
    authorId,
    alignment: parentId ? 'NEUTRAL' : alignment,
    text: plain(text),
    visibility: 'public',
    listed: true,
    supports: 0,
    supportsSeq: 0,
    replies: 0,
    entered: true,
    nonce: `import:${id}`,
    createdAt: at,
    publishedAt: at,
    editedAt: null,
    verdict: null,
    decidedAt: null,
  };
}
