import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { commentFields } from '@isegoria/comments/contracts';
import { batchesOf, Datasets, placedRows, type RowPlace, Subjects } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { publicView } from './comment-view';
import { CommentRecord } from './comment.schema';

/** Hands the public comments in as public data: those of public subjects, and of replies those whose argument is public. */
@Injectable()
export class CommentsDataset implements OnModuleInit {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    private readonly subjects: Subjects,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'comments',
      order: 35,
      title: { el: 'Επιχειρήματα και σχόλια', en: 'Arguments and comments' },
      description: {
        el: 'Όσα δημόσια επιχειρήματα, υπέρ και κατά, και όσες απαντήσεις γράφτηκαν, με το πόσοι συμφωνούν. Χωρίς τα πρόσωπα που τα έγραψαν.',
        en: 'Public arguments, for and against, and their replies, with how many agree. Without the persons who wrote them.',
      },
      keywords: { el: ['σχόλια', 'επιχειρήματα', 'διαβούλευση'], en: ['comments', 'arguments', 'consultation'] },
      themes: ['GOVE', 'SOCI'],
      page: '/proposals',
      fields: commentFields,
      key: ['id'],
      rows: (after) => this.rows(after),
    });
  }

  private rows(after: RowPlace | null) {
    // A withdrawn comment keeps its place on the page, where it has no words: here there is no place to keep.
    const batches = batchesOf(this.comments, { listed: true, visibility: 'public' }, after?.id ?? null);
    return placedRows(batches, { idOf: ({ _id }) => _id, view: (batch) => this.view(batch), after });
  }

  /** What everybody may read is asked of the comments' own cards, a batch at a time. */
  private async view(batch: readonly CommentRecord[]): Promise<RowOf<typeof commentFields>[][]> {
    const cards = await this.subjects.cards(batch.map(({ _id }) => ({ kind: 'comment', id: _id })));
    return batch.map((record) => (cards.get(`comment:${record._id}`)?.isPublic ? [rowOf(record)] : []));
  }
}

function rowOf(record: CommentRecord): RowOf<typeof commentFields> {
  const { id, subject, parentId = null, alignment, text, supports, replies, createdAt, editedAt = null } = publicView(record, new Map());
  return { id, subjectKind: subject.kind, subject: subject.id, parent: parentId, alignment, text, supports, replies, createdAt, editedAt };
}
