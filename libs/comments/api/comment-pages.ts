import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Alignment, Comment, CommentPage, CommentSort, CommentVisibility, Discussion } from '@isegoria/comments/contracts';
import { Citizens } from '@isegoria/identity/api';
import { Clock, pageOf, type PageRequest, type Sort, Subjects } from '@isegoria/kernel/api';
import { type Page, parseSubject, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { CommentCounts } from './comment-counts';
import { authorsView, publicView } from './comment-view';
import { CommentRecord } from './comment.schema';
import { refusalToWrite } from './comments.rules';
import { PageMemory } from './page-memory';
import { Sightings } from './sightings';

/** Which page of a subject's arguments. */
export interface PageWanted {
  subject: Subject;
  alignment: Alignment;
  sort?: CommentSort | null;
  first?: number | null;
  after?: string | null;
}

/** Who reads: a citizen, or a visitor known only by what counts them once among the sightings. */
export interface Reader {
  citizenId: string | null;
  sightingKey: string;
}

interface Seen {
  record: CommentRecord;
  view: Comment;
}

const bySupport: Sort = [['supports', -1], ['_id', -1]];
const byAge: Sort = [['_id', -1]];
const unseen: CommentVisibility[] = ['waiting', 'returned', 'hidden'];
const subjectsMost = 200;
const noPage: CommentPage = { items: [], next: null, total: 0 };

/** Reading: the public pages, remembered for a second for everyone, with the reader's own marks laid over them. */
@Injectable()
export class CommentPages {
  private readonly memory = new PageMemory(1000);

  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly counts: CommentCounts,
    private readonly sightings: Sightings,
    private readonly clock: Clock,
  ) {}

  async list({ subject, alignment, sort, first, after }: PageWanted, reader: Reader): Promise<CommentPage> {
    const key = subjectKey(subject);
    if (!(await this.isPublic(subject))) return noPage;
    const filter = { subject: key, parentId: null, listed: true, alignment };
    const page = await this.page(key, { filter, sort: sort === 'NEWEST' ? byAge : bySupport, first, after });
    return this.readBy(page, reader);
  }

  async replies(commentId: string, { first, after }: Pick<PageWanted, 'first' | 'after'>, reader: Reader): Promise<CommentPage> {
    const parent = await this.find(commentId);
    const subject = parent && parseSubject(parent.subject);
    if (!parent?.listed || !subject || !(await this.isPublic(subject))) return noPage;
    const page = await this.page(parent.subject, { filter: { parentId: parent._id, listed: true }, sort: [['_id', 1]], first, after });
    return this.readBy(page, reader);
  }

  /** One comment: to its author always, to others while it is in the lists of a public subject. */
  async one(id: string, citizenId: string | null): Promise<Comment | null> {
    const record = await this.find(id);
    const subject = record && parseSubject(record.subject);
    if (!record || !subject) return null;
    const isMine = record.authorId === citizenId;
    if (!isMine && !(record.listed && (await this.isPublic(subject)) && (await this.parentIsListed(record)))) return null;
    return this.viewFor(record, citizenId);
  }

  async discussion(subject: Subject, citizenId: string | null): Promise<Discussion | null> {
    const card = await this.memory.get(`card ${subjectKey(subject)}`, () => this.subjects.card(subject));
    if (!card?.isPublic) return null;
    const key = subjectKey(subject);
    const counts = await this.memory.get(`${key} counts`, async () => (await this.counts.of([key])).get(key));
    return {
      subject,
      counts: counts ?? { for: 0, against: 0, neutral: 0, total: 0 },
      open: refusalToWrite(card) === null,
      waits: card.commentMode === 'wait',
      mine: citizenId ? await this.unseenOf(citizenId, key) : [],
    };
  }

  /** Those of the subjects about which a citizen wrote something that was neither taken back nor hidden. */
  async spokenAbout(citizenId: string, subjects: readonly Subject[]): Promise<Subject[]> {
    const asked = subjects.slice(0, subjectsMost);
    const keys = new Set(await this.comments.distinct('subject', { subject: { $in: asked.map(subjectKey) }, authorId: citizenId, visibility: { $nin: ['withdrawn', 'hidden'] } }).exec());
    return asked.filter((subject) => keys.has(subjectKey(subject)));
  }

  /** A record as this citizen sees it. */
  async viewFor(record: CommentRecord, citizenId: string | null): Promise<Comment> {
    const view = publicView(record, await this.citizens.cards([record.authorId]));
    return record.authorId === citizenId ? authorsView(view, record, this.clock.now()) : view;
  }

  /** After a change: this process shows it at once, the others within the second. */
  forget(key: string): void {
    this.memory.forget(key);
  }

  private async unseenOf(citizenId: string, key: string): Promise<Comment[]> {
    const filter = { subject: key, authorId: citizenId, visibility: { $in: unseen } };
    const records = await this.comments.find(filter).sort({ _id: -1 }).limit(20).lean<CommentRecord[]>().exec();
    return Promise.all(records.map((record) => this.viewFor(record, citizenId)));
  }

  private page(key: string, request: PageRequest): Promise<Page<Seen>> {
    return this.memory.get(`${key} ${JSON.stringify(request)}`, async () => {
      const { items, ...rest } = await pageOf(this.comments, request);
      const authors = await this.citizens.cards(items.map(({ authorId }) => authorId));
      return { ...rest, items: items.map((record) => ({ record, view: publicView(record, authors) })) };
    });
  }

  private readBy({ items, next, total }: Page<Seen>, { citizenId, sightingKey }: Reader): CommentPage {
    this.sightings.note(items.map(({ view }) => view.id), sightingKey);
    const now = this.clock.now();
    return { next, total, items: items.map(({ record, view }) => (record.authorId === citizenId ? authorsView(view, record, now) : view)) };
  }

  private async isPublic(subject: Subject): Promise<boolean> {
    const card = await this.memory.get(`card ${subjectKey(subject)}`, () => this.subjects.card(subject));
    return card?.isPublic ?? false;
  }

  private async parentIsListed({ parentId }: CommentRecord): Promise<boolean> {
    if (!parentId) return true;
    return (await this.find(parentId))?.listed ?? false;
  }

  private find(id: string): Promise<CommentRecord | null> {
    return this.comments.findById(id).lean<CommentRecord>().exec();
  }
}
