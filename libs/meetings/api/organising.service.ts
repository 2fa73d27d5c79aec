import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, eachLeft, isThere, Jobs, oneLine, plain, Subjects, terms, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, type Localized, problemsOf } from '@isegoria/kernel/contracts';
import {
  cameInput, type DiscardMeetingResult, meetingDraft, meetingId, type MeetingInput, meetingPublic, type MeetingResult, type MeetingSubject, type MutationPostponeMeetingArgs, type MutationSaveMeetingArgs, postponeInput, reasonInput,
} from '@isegoria/meetings/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { Places } from './guests/places.service';
import { MeetingViews, subjectOf } from './meeting-views';
import { Meeting } from './meeting.schema';
import { closesAfterMs, comingStages, editRefusal, isPublic, openRefusal, organises, postponeRefusal } from './meetings.rules';
import { Moves } from './moves';
import { invalid, noMeeting, otherDepartment, refuse } from './refusals';
import { MeetingQuestionRecord } from './room/question.schema';

type Fields = Pick<Meeting, 'kind' | 'title' | 'text' | 'departmentId' | 'districtIds' | 'venue' | 'joinUrl' | 'startsAt' | 'endsAt' | 'places' | 'registerUntil' | 'items' | 'room' | 'terms'>;
type Refused = Exclude<MeetingResult, { __typename?: 'MeetingSaved' }>;

const hourMs = 3_600_000;
const found = 12;

/** What organisers do with a meeting before and while it meets. */
@Injectable()
export class Organising implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    private readonly moves: Moves,
    private readonly places: Places,
    private readonly views: MeetingViews,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('meetings.end', hourMs, () => this.endForgotten());
  }

  async save(official: Citizen, { id, revision, input }: MutationSaveMeetingArgs): Promise<MeetingResult> {
    const before = await this.moves.find(id);
    const departmentId = input.departmentId ?? official.departmentId ?? null;
    const refused = before ? (this.stranger(official, before, 'save') ?? (editRefusal(before) ? refuse('fixed') : null)) : null;
    if (refused) return refused;
    if (!organises(official, departmentId)) return refuse('department');
    // A new one that is sent again finds what the first press made.
    if (before && (revision ?? null) === null && before.createdBy === official.id && before.revision === 1) return this.saved(before, official);
    if (before && before.revision !== revision) return refuse('changed');
    const form = [...(before ? [] : problemsOf(meetingId, id).map((problem) => ({ ...problem, field: 'id' }))), ...problemsOf(meetingDraft, input)];
    if (form.length > 0) return invalid(form);
    const fields = fieldsOf(input, departmentId);
    if (before && isPublic(before) && !isSameTime(before, fields)) return refuse('other_day');
    const wrong = [...(await this.unknown(fields, before)), ...(before && isPublic(before) ? problemsOf(meetingPublic, fields) : []), ...ownIds(fields)];
    if (wrong.length > 0) return invalid(wrong);
    if (!before) return this.begin(official, id, fields);
    const moved = await this.moves.make(before, { to: before.stage, set: fields });
    if (!moved) return this.save(official, { id, revision, input });
    await this.places.fill(id);
    return this.saved(moved, official);
  }

  async discard(official: Citizen, id: string): Promise<DiscardMeetingResult> {
    const before = await this.moves.find(id);
    if (!before) return noMeeting;
    const refused = this.stranger(official, before, 'discard');
    if (refused) return refused.__typename === 'NotAllowed' ? refuse(refused.reason) : noMeeting;
    const { deletedCount } = await this.meetings.deleteOne({ _id: id, stage: 'draft' }).exec();
    return deletedCount > 0 ? { __typename: 'MeetingDiscarded', id } : refuse('fixed');
  }

  /** Public for good. Pressed twice it is announced once. */
  announce(official: Citizen, id: string, revision: number): Promise<MeetingResult> {
    return this.step(official, id, 'announce', (before, now) => {
      if (before.stage === 'announced') return 'done';
      if (before.stage !== 'draft') return refuse('fixed');
      if (before.revision !== revision) return refuse('changed');
      const { startsAt, title, departmentId } = before;
      const late: FieldProblem[] = startsAt && startsAt <= now ? [{ field: 'startsAt', code: 'too_small', limit: null }] : [];
      const problems = [...problemsOf(meetingPublic, before), ...late];
      if (problems.length > 0 || !startsAt) return invalid(problems);
      return { to: 'announced', set: { announcedAt: now }, told: unheard('meeting.announced', { id, title, departmentId, startsAt, at: now }) };
    });
  }

  postpone(official: Citizen, { id, startsAt, endsAt, reason }: MutationPostponeMeetingArgs): Promise<MeetingResult> {
    return this.step(official, id, 'postpone', (before, now) => {
      const problems = problemsOf(postponeInput, { startsAt, endsAt, reason });
      if (problems.length > 0) return invalid(problems);
      const why = postponeRefusal(before, startsAt, now);
      if (why === 'same' && before.postponements.length > 0) return 'done';
      if (why || !before.startsAt) return refuse(why ?? 'fixed');
      const { title, departmentId, startsAt: from, registerUntil } = before;
      const words = plain(reason);
      // What was to end so long before the beginning still does.
      const until = registerUntil && new Date(startsAt.getTime() - (from.getTime() - registerUntil.getTime()));
      const told = unheard('meeting.postponed', { id, title, departmentId, from, startsAt, reason: words, at: now });
      return { to: 'announced', set: { startsAt, endsAt, registerUntil: until }, push: { postponements: { from, reason: words, at: now } }, told };
    });
  }

  cancel(official: Citizen, id: string, reason: string): Promise<MeetingResult> {
    return this.step(official, id, 'cancel', (before, now) => {
      if (before.stage === 'cancelled') return 'done';
      if (before.stage !== 'announced') return refuse('fixed');
      const problems = problemsOf(reasonInput, { reason });
      if (problems.length > 0) return invalid(problems);
      const cancellation = { reason: plain(reason), at: now };
      return { to: 'cancelled', set: { cancellation }, told: unheard('meeting.cancelled', { id, title: before.title, departmentId: before.departmentId, ...cancellation }) };
    });
  }

  open(official: Citizen, id: string): Promise<MeetingResult> {
    return this.step(official, id, 'open', (before, now) => {
      if (before.stage === 'open') return 'done';
      const why = openRefusal(before, now);
      if (why) return refuse(why);
      return { to: 'open', set: { openedAt: now, currentItemId: before.items[0]?.id ?? null }, told: unheard('meeting.opened', { id, title: before.title, departmentId: before.departmentId, at: now }) };
    });
  }

  close(official: Citizen, id: string): Promise<MeetingResult> {
    return this.step(official, id, 'close', (before, now) => (before.stage === 'closed' || before.stage === 'reported' ? 'done' : before.stage === 'open' ? closing(before, now) : refuse('not_open')));
  }

  item(official: Citizen, id: string, itemId: string | null): Promise<MeetingResult> {
    return this.step(official, id, 'item', (before) => {
      if (before.stage !== 'open') return refuse('not_open');
      if (before.currentItemId === itemId) return 'done';
      if (itemId && !before.items.some((item) => item.id === itemId)) return noMeeting;
      return { to: 'open', set: { currentItemId: itemId } };
    });
  }

  async takeUp(official: Citizen, id: string, questionId: string | null): Promise<MeetingResult> {
    const question = questionId ? await this.questions.exists({ _id: String(questionId), meetingId: String(id), visibility: 'public' }) : null;
    return this.step(official, id, 'takeUp', (before) => {
      if (before.stage !== 'open') return refuse('not_open');
      if (questionId && !question) return noMeeting;
      return before.currentQuestionId === questionId ? 'done' : { to: 'open', set: { currentQuestionId: questionId } };
    });
  }

  count(official: Citizen, id: string, came: number): Promise<MeetingResult> {
    return this.step(official, id, 'count', (before) => {
      const problems = problemsOf(cameInput, { came });
      if (problems.length > 0) return invalid(problems);
      if (before.stage !== 'open' && before.stage !== 'closed') return refuse(before.stage === 'announced' ? 'not_open' : 'fixed');
      return before.came === came ? 'done' : { to: before.stage, set: { came } };
    });
  }

  /** What some words find, for an agenda or an outcome. */
  async find(words: string): Promise<MeetingSubject[]> {
    if (words.trim() === '') return [];
    return (await this.subjects.find(words, found)).filter((card) => card.isPublic).map(subjectOf);
  }

  /** One act on one meeting: who may, what stands against it, one write. Of two at once the second looks again. */
  async step(official: Citizen, id: string, act: string, move: (before: Meeting, now: Date) => 'done' | Refused | Parameters<Moves['make']>[1]): Promise<MeetingResult> {
    const before = await this.moves.find(id);
    if (!before) return noMeeting;
    const refused = this.stranger(official, before, act);
    if (refused) return refused;
    const wish = move(before, this.clock.now());
    if (wish === 'done') return this.saved(before, official);
    if ('__typename' in wish) return wish;
    const moved = await this.moves.make(before, wish as Parameters<Moves['make']>[1]);
    return moved ? this.saved(moved, official) : this.step(official, id, act, move);
  }

  /** Those whose end is long past and that nobody closed. */
  async endForgotten(): Promise<void> {
    const now = this.clock.now();
    const past = new Date(now.getTime() - closesAfterMs);
    const left = await this.meetings.find({ stage: { $in: comingStages }, endsAt: { $lt: past } }).limit(100).lean<Meeting[]>().exec();
    await eachLeft('meetings that are over', left, async (meeting) => void (await this.moves.make(meeting, closing(meeting, now))));
  }

  /** Why this official has no business with it, or null. A draft of others is as if there were none. */
  private stranger(official: Citizen, meeting: Meeting, act: string) {
    if (organises(official, meeting.departmentId)) return null;
    return isPublic(meeting) ? otherDepartment('meeting', { act, citizenId: official.id, id: meeting._id }) : noMeeting;
  }

  private async begin(official: Citizen, id: string, fields: Fields): Promise<MeetingResult> {
    const now = this.clock.now();
    try {
      const made = await this.meetings.create({ _id: id, stage: 'draft', ...fields, revision: 1, createdBy: official.id, createdAt: now, touchedAt: now });
      return await this.saved(made.toObject<Meeting>(), official);
    } catch (error) {
      if (!isThere(error)) throw error;
      return refuse('changed');
    }
  }

  private async saved(meeting: Meeting, official: Citizen): Promise<MeetingResult> {
    return { __typename: 'MeetingSaved', meeting: await this.views.one(meeting, official) };
  }

  /** What there is not, or no more. What a meeting carries already it may keep. */
  private async unknown(fields: Fields, before: Meeting | null): Promise<FieldProblem[]> {
    const fresh = fields.items.flatMap(({ subjects }, at) => subjects.map((subject) => ({ subject, at })));
    const cards = await this.subjects.cards(fresh.map(({ subject }) => subject));
    const isKnown = (kind: string, id: string) => cards.get(`${kind}:${id}`)?.isPublic === true || before?.items.some(({ subjects }) => subjects.some((one) => one.kind === kind && one.id === id));
    const unknown = fresh.filter(({ subject: { kind, id } }) => !isKnown(kind, id)).map(({ at }) => ({ field: `items.${at}.subjects`, code: 'invalid' as const, limit: null }));
    return [...(await this.organisation.unknown(fields, before)), ...unknown];
  }
}

/** It has met: what is talked about in the room is nothing any more. */
function closing({ _id: id, title, departmentId }: Meeting, now: Date) {
  return { to: 'closed' as const, set: { closedAt: now, currentItemId: null, currentQuestionId: null }, told: unheard('meeting.closed', { id, title, departmentId, at: now }) };
}

function fieldsOf({ kind, title, text, districtIds, venue, joinUrl, startsAt, endsAt, places, registerUntil, items, room }: MeetingInput, departmentId: string | null): Fields {
  const both = ({ el, en }: Localized): Localized => ({ el: plain(el), en: plain(en) });
  const line = ({ el, en }: Localized): Localized => ({ el: oneLine(el), en: oneLine(en) });
  const kept = {
    kind, departmentId, districtIds: [...new Set(districtIds)], title: line(title), text: both(text), venue: { ...venue, address: line(venue.address) }, joinUrl: joinUrl.trim(), startsAt: startsAt ?? null, endsAt: endsAt ?? null, places: places ?? null,
    registerUntil: registerUntil ?? null, items: items.map((item) => ({ id: item.id, title: line(item.title), subjects: item.subjects.map(({ kind: of, id }) => ({ kind: of, id })) })), room: { ...room },
  };
  const said = [kept.title, kept.text, kept.venue.address, ...kept.items.map((item) => item.title)].flatMap(({ el, en }) => [el, en]);
  return { ...kept, terms: terms(said.join(' ')).slice(0, 1000) };
}

const isSameTime = (one: Pick<Fields, 'startsAt' | 'endsAt'>, other: Pick<Fields, 'startsAt' | 'endsAt'>): boolean =>
  one.startsAt?.getTime() === other.startsAt?.getTime() && one.endsAt?.getTime() === other.endsAt?.getTime();

/** Two items of one name would be one to those who point at it. */
function ownIds({ items }: Fields): FieldProblem[] {
  return new Set(items.map(({ id }) => id)).size === items.length ? [] : [{ field: 'items', code: 'invalid', limit: null }];
}
