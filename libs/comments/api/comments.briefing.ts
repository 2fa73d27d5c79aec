import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, type CityText, CityTexts, excerpt, Participation, type SubjectCard, Subjects, titlesOf } from '@isegoria/kernel/api';
import { type DocumentLine, type DocumentPart, type Locale, parseSubject, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { CommentCounts } from './comment-counts';
import { CommentRecord } from './comment.schema';

const EACH_SIDE = 3;
const LONGEST = 320;
const BATCH = 500;

/** The strongest arguments on each side for those who decide, and the texts and authors for those who count. Only what everybody may read. */
@Injectable()
export class CommentsBriefing implements OnModuleInit {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    private readonly counts: CommentCounts,
    private readonly subjects: Subjects,
    private readonly briefings: Briefings,
    private readonly texts: CityTexts,
    private readonly participation: Participation,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'comments', order: 50, parts: (subjects) => this.parts(subjects) });
    this.texts.register({ kind: 'comment', read: (subjects) => this.read(subjects), byIds: (ids) => this.textsOf({ _id: { $in: [...ids] } }, ids.length) });
    this.participation.register({ name: 'comments', authors: (since) => this.comments.distinct('authorId', { visibility: 'public', publishedAt: { $gte: since } }).exec() });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const keys = subjects.map(subjectKey);
    const counts = [...(await this.counts.of(keys)).values()];
    const [sumFor, sumAgainst] = [sum(counts.map((count) => count.for)), sum(counts.map(({ against }) => against))];
    if (sumFor + sumAgainst === 0) return [];
    const [fors, againsts] = await Promise.all([this.top(subjects, 'FOR'), this.top(subjects, 'AGAINST')]);
    return [
      {
        id: 'comments.arguments',
        title: { el: 'Τα επιχειρήματα', en: 'The arguments' },
        lead: { el: 'Σε κάθε πλευρά, όσα συγκέντρωσαν τις περισσότερες συμφωνίες.', en: 'On each side, those with which most people agree.' },
        measures: [
          { id: 'for', label: { el: 'Υπέρ', en: 'For' }, value: sumFor },
          { id: 'against', label: { el: 'Κατά', en: 'Against' }, value: sumAgainst },
        ],
        tables: [],
        lines: [...fors, ...againsts],
      },
    ];
  }

  private async top(subjects: readonly SubjectCard[], alignment: 'FOR' | 'AGAINST'): Promise<DocumentLine[]> {
    const perSubject = await Promise.all(
      subjects.map((card) => this.comments.find({ subject: subjectKey(card), parentId: null, listed: true, visibility: 'public', alignment }).sort({ supports: -1, _id: -1 }).limit(EACH_SIDE).lean<CommentRecord[]>().exec()),
    );
    const byKey = new Map(subjects.map((card) => [subjectKey(card), card]));
    const best = perSubject.flat().sort((a, b) => b.supports - a.supports || (a._id < b._id ? 1 : -1)).slice(0, EACH_SIDE);
    return best.map((record) => lineOf(record, byKey.get(record.subject), subjects.length > 1));
  }

  private async *read(subjects: readonly Subject[] | null): AsyncGenerator<CityText[]> {
    const about = subjects === null ? {} : { subject: { $in: subjects.map(subjectKey) } };
    for (let last = ''; ; ) {
      const ids = await this.comments.find({ ...about, _id: { $gt: last } }, { _id: 1 }).sort({ _id: 1 }).limit(BATCH).lean<{ _id: string }[]>().exec();
      if (ids.length === 0) return;
      const first = last;
      last = ids.at(-1)?._id ?? '';
      yield this.textsOf({ ...about, _id: { $gt: first, $lte: last } }, BATCH);
    }
  }

  /** Public ones on public subjects; a reply stands only under a public argument. */
  private async textsOf(filter: Record<string, unknown>, most: number): Promise<CityText[]> {
    const records = await this.comments.find({ ...filter, visibility: 'public', listed: true }).sort({ _id: 1 }).limit(most).lean<CommentRecord[]>().exec();
    const cards = await this.subjects.cards(records.map(({ _id: id }) => ({ kind: 'comment', id })));
    return records.flatMap(({ _id: id, text, subject, supports }) => {
      const card = cards.get(`comment:${id}`);
      return card?.isPublic ? [{ id, text, path: card.path, about: subject, weight: supports }] : [];
    });
  }
}

function lineOf({ _id, text, alignment, supports, subject }: CommentRecord, card: SubjectCard | undefined, isNamed: boolean): DocumentLine {
  const said = excerpt(text, LONGEST);
  const name = isNamed && card ? titlesOf(card) : null;
  const agree = { el: supports === 1 ? 'Συμφωνεί ένας' : `Συμφωνούν ${supports}`, en: supports === 1 ? 'One agrees' : `${supports} agree` };
  const note = (locale: Locale) => [supports > 0 ? agree[locale] : null, name?.[locale]].filter(Boolean).join(' · ');
  return {
    text: { el: said, en: said },
    note: supports > 0 || name !== null ? { el: note('el'), en: note('en') } : null,
    path: `${card?.path ?? `/${parseSubject(subject)?.kind ?? ''}`}#comment-${_id}`,
    tone: alignment === 'FOR' ? 'for' : 'against',
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
