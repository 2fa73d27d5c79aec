import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { CLERK_ROLES, minutesForm, type MoveSittingResult, type MutationPostponeSittingArgs, postponeForm, type PostponeSittingResult, type SaveSittingResult, type SetMinutesResult, type Sitting, sittingForm, type SittingInput, type SittingPage, type SittingStatus, type SittingSubject } from '@isegoria/insights/contracts';
import { Clock, Kept, newId, pageOf, type Sort, type SubjectCard, Subjects, titlesOf, Unheard, unheard } from '@isegoria/kernel/api';
import { problemsOf, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { SittingDocuments } from './sitting-documents.service';
import { SittingRecord } from './sitting.schema';
import { isOtherDay, isRearranged, keptItems, newSubjects, refusalToChange, refusalToMove, refusalToPostpone } from './sittings.rules';

const BY_DATE: Sort = [['startsAt', -1], ['_id', -1]];
const FOUND = 12;

export const isClerk = (citizen: Citizen | null): boolean => hasRole(citizen, ...CLERK_ROLES);

/** Sittings and their agendas: read by everybody, made by administrators and clerks. */
@Injectable()
export class Sittings implements OnModuleInit {
  private readonly meeting = new Kept(() => this.sittings.find({ status: 'open' }).limit(20).lean<SittingRecord[]>().exec(), 2_000);

  constructor(
    @InjectModel(SittingRecord.name) private readonly sittings: Model<SittingRecord>,
    private readonly documents: SittingDocuments,
    private readonly subjects: Subjects,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.sittings);
  }

  async list(reader: Citizen | null, { first, after }: { first?: number | null; after?: string | null }): Promise<SittingPage> {
    const page = await pageOf<SittingRecord>(this.sittings, { filter: {}, sort: BY_DATE, first, after });
    return { ...page, items: await this.views(page.items, reader) };
  }

  /** Sittings as somebody sees them, in their order. */
  async views(records: readonly SittingRecord[], reader: Citizen | null): Promise<Sitting[]> {
    const cards = await this.cardsOf(records);
    return records.map((record) => viewOf(record, cards, reader));
  }

  async one(id: string, reader: Citizen | null): Promise<Sitting | null> {
    const record = await this.byId(id);
    return record && viewOf(record, await this.cardsOf([record]), reader);
  }

  byId(id: string): Promise<SittingRecord | null> {
    return this.sittings.findById(id).lean<SittingRecord>().exec();
  }

  byIds(ids: readonly string[]): Promise<SittingRecord[]> {
    return this.sittings.find({ _id: { $in: ids } }).lean<SittingRecord[]>().exec();
  }

  /** Those that meet at this moment; up to two seconds old. */
  open(): Promise<SittingRecord[]> {
    return this.meeting.get();
  }

  /** What some words find, for an agenda. */
  async find(words: string): Promise<SittingSubject[]> {
    if (words.trim() === '') return [];
    return (await this.subjects.find(words, FOUND)).filter(({ isPublic }) => isPublic).map(named);
  }

  async save(clerk: Citizen, input: SittingInput): Promise<SaveSittingResult> {
    const problems = problemsOf(sittingForm, input);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const known = input.id ? await this.byId(input.id) : null;
    if (input.id && !known) return { __typename: 'NotFound', reason: 'no_sitting' };
    const refused = known && (refusalToChange(known.status) ?? (isOtherDay(known.startsAt, input.startsAt) ? 'other_day' : null));
    if (refused) return { __typename: 'NotAllowed', reason: refused };
    const { title, place, startsAt, revision } = input;
    const kept = { title: { el: title.el.trim(), en: title.en.trim() }, place: place.trim(), startsAt, items: keptItems(input.items, known?.items ?? [], newId), revision: revision + 1 };
    const id = known ? known._id : newId();
    const subjects = newSubjects(known?.items ?? [], kept.items);
    const gone = newSubjects(kept.items, known?.items ?? []);
    const at = this.clock.now();
    const told = unheard('sitting.announced', { id, subjects, revision: kept.revision, at });
    if (known) {
      const dropped = unheard('sitting.dropped', { id, subjects: gone, revision: kept.revision, at });
      const news = [...(subjects.length > 0 ? [told] : []), ...(gone.length > 0 ? [dropped] : []), ...(isRearranged(known, kept) ? [unheard('sitting.rearranged', { id, revision: kept.revision, at })] : [])];
      // Two clerks may save at once: the revision lets one of them, and the other is shown what the first one made.
      const { modifiedCount } = await this.sittings.updateOne({ _id: id, revision }, { $set: kept, $push: { unheard: { $each: news } } });
      if (modifiedCount === 0) return { __typename: 'SittingChanged', sitting: await this.shown(id, clerk) };
    } else {
      await this.sittings.create({ _id: id, status: 'planned', ...kept, revision: 1, unheard: [told] });
    }
    await this.changed(id);
    return { __typename: 'SittingSaved', sitting: await this.shown(id, clerk) };
  }

  /** Opens, closes or cancels. Pressed twice, the first press counts; the counts of the moment are kept with it, in one write. */
  async move(clerk: Citizen, id: string, to: SittingStatus): Promise<MoveSittingResult> {
    const record = await this.byId(id);
    if (!record) return { __typename: 'NotFound', reason: 'no_sitting' };
    if (record.status === to) return { __typename: 'SittingSaved', sitting: await this.shown(id, clerk) };
    const reason = refusalToMove(record.status, to);
    if (reason) return { __typename: 'NotAllowed', reason };
    const at = this.clock.now();
    // The agenda that it had is known by its revision; one that was written meanwhile is seen first.
    const { revision } = record;
    const dropped = to === 'cancelled' ? newSubjects([], record.items) : [];
    const news = [unheard('sitting.moved', { id, status: to, at }), ...(dropped.length > 0 ? [unheard('sitting.dropped', { id, subjects: dropped, revision: revision + 1, at })] : [])];
    const { matchedCount } = await this.sittings.updateOne({ _id: id, status: record.status, revision }, { $set: { status: to, ...(await this.marked(record, to, at)) }, $inc: { revision: 1 }, $push: { unheard: { $each: news } } });
    if (matchedCount === 0) return this.move(clerk, id, to);
    await this.changed(id);
    return { __typename: 'SittingSaved', sitting: await this.shown(id, clerk) };
  }

  /** Puts it on another day. The day on which it was to be stays with it, and why. Pressed twice it is put there once. */
  async postpone(clerk: Citizen, { id, startsAt, reason }: MutationPostponeSittingArgs): Promise<PostponeSittingResult> {
    const problems = problemsOf(postponeForm, { startsAt, reason });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const record = await this.byId(id);
    if (!record) return { __typename: 'NotFound', reason: 'no_sitting' };
    const at = this.clock.now();
    const refused = refusalToPostpone(record, startsAt, at);
    if (refused === 'no_other_day' && record.status === 'postponed') return { __typename: 'SittingSaved', sitting: await this.shown(id, clerk) };
    if (refused) return { __typename: 'NotAllowed', reason: refused };
    const postponement = { from: record.startsAt, reason: { el: reason.el.trim(), en: reason.en.trim() }, at };
    const { modifiedCount } = await this.sittings.updateOne(
      { _id: id, status: record.status, startsAt: record.startsAt },
      { $set: { status: 'postponed', startsAt }, $inc: { revision: 1 }, $push: { postponements: postponement, unheard: unheard('sitting.moved', { id, status: 'postponed', at }) } },
    );
    if (modifiedCount === 0) return { __typename: 'NotAllowed', reason: 'changed_meanwhile' };
    await this.changed(id);
    return { __typename: 'SittingSaved', sitting: await this.shown(id, clerk) };
  }

  /** Of a sitting that has met; nothing else of it changes. */
  async setMinutes(id: string, url: string, clerk: Citizen): Promise<SetMinutesResult> {
    const problems = problemsOf(minutesForm, { url });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const record = await this.byId(id);
    if (!record) return { __typename: 'NotFound', reason: 'no_sitting' };
    if (record.status !== 'closed') return { __typename: 'NotAllowed', reason: 'not_met' };
    const minutesUrl = url.trim() || null;
    if (minutesUrl === record.minutesUrl) return { __typename: 'SittingSaved', sitting: await this.shown(id, clerk) };
    const told = minutesUrl && { $push: { unheard: unheard('sitting.minuted', { id, url: minutesUrl, at: this.clock.now() }) } };
    await this.sittings.updateOne({ _id: id, status: 'closed' }, { $set: { minutesUrl }, $inc: { revision: 1 }, ...told });
    await this.changed(id);
    return { __typename: 'SittingSaved', sitting: await this.shown(id, clerk) };
  }

  /** What of the record a move writes beside its status. */
  private async marked(record: SittingRecord, to: SittingStatus, at: Date): Promise<Partial<SittingRecord>> {
    if (to === 'cancelled') return {};
    const marks = await this.documents.marks(record);
    return to === 'open' ? { openedAt: at, atOpening: marks } : { closedAt: at, atClosing: marks };
  }

  private async changed(id: string): Promise<void> {
    this.meeting.drop();
    this.documents.forget(id);
    await this.documents.tell(id, []);
    await this.unheard.tell(this.sittings, id);
  }

  private async shown(id: string, reader: Citizen): Promise<Sitting> {
    const sitting = await this.one(id, reader);
    if (!sitting) throw new Error(`the sitting ${id} went away`);
    return sitting;
  }

  private cardsOf(records: readonly SittingRecord[]): Promise<Map<string, SubjectCard>> {
    return this.subjects.cards(records.flatMap(({ items }) => items.flatMap(({ subjects }) => subjects)));
  }
}

const NAMELESS = { el: '', en: '' };

const named = ({ kind, id, path, isPublic, ...card }: SubjectCard): SittingSubject => ({ kind, id, title: titlesOf(card), path, isPublic });

/** What is not public any more is left out; who keeps the agenda sees that something stood there, to take it off, and not what. */
function viewOf(record: SittingRecord, cards: ReadonlyMap<string, SubjectCard>, reader: Citizen | null): Sitting {
  const mayManage = isClerk(reader);
  const items = record.items.map(({ id, title, subjects }) => ({
    id,
    title,
    subjects: subjects.flatMap((subject) => {
      const card = cards.get(subjectKey(subject));
      if (card?.isPublic) return [named(card)];
      return mayManage ? [{ ...subject, title: NAMELESS, path: '', isPublic: false }] : [];
    }),
  }));
  const { _id: id, title, place, startsAt, postponements = [], status, openedAt, closedAt, minutesUrl = null, revision } = record;
  return { id, title, place, startsAt, postponements, status, openedAt, closedAt, minutesUrl, revision, items, mayManage };
}
