import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Events, type SeedContext, Seeds, Subjects, terms, unlessThere } from '@isegoria/kernel/api';
import { afterDays, cityDay } from '@isegoria/kernel/contracts';
import { Activity } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { Ballots, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../acts-of-power';
import { guestId, MeetingGuestRecord } from '../guests/guest.schema';
import { Meeting, type StoredItem } from '../meeting.schema';
import { meetingSubject } from '../moves';
import { MeetingPollRecord, pollBallot, pollQuestion } from '../room/poll.schema';
import { ballotOf } from '../room/polls.service';
import { MeetingQuestionRecord, questionBallot, questionSubject, supportBallot } from '../room/question.schema';
import { type DemoMeeting, demoMeetings, type DemoQuestion } from './demo-meetings';

const hourMs = 3_600_000;
const needs = ['Θα έρθω με αμαξίδιο.', 'Χρειάζομαι κάποιον να κρατήσει το μωρό για μία ώρα.', 'Ακούω δύσκολα· θα ήθελα να καθίσω μπροστά.'];

/** Meetings of the demo city. Safe to run twice: every id is the same at every run, and the meeting comes last. */
@Injectable()
export class MeetingsSeed implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingGuestRecord.name) private readonly guests: Model<MeetingGuestRecord>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    @InjectModel(MeetingPollRecord.name) private readonly polls: Model<MeetingPollRecord>,
    private readonly acts: ActsOfPower,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'meetings', order: 59, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    const people = (await this.citizens.sample()).filter(({ confirmed }) => confirmed);
    if (people.length === 0) return;
    for (const demo of demoMeetings) await this.found(demo, people, context);
    context.progress('meetings', demoMeetings.length, demoMeetings.length);
  }

  private async found(demo: DemoMeeting, people: readonly Citizen[], context: SeedContext): Promise<void> {
    if (await this.meetings.exists({ _id: demo.id })) return;
    const startsAt = evening(context.now, demo.starts);
    const coming = people.slice(0, Math.min(demo.registered, people.length));
    for (const [at, { id: citizenId }] of coming.entries()) {
      const guest = { meetingId: demo.id, citizenId, isWaiting: false, ticket: at + 1, needs: demo.stage === 'announced' && at % 15 === 3 ? (needs[Math.floor(at / 15) % needs.length] ?? '') : '', at: new Date(Math.min(startsAt.getTime(), context.now.getTime()) - (coming.length - at) * hourMs) };
      await this.guests.updateOne({ _id: guestId(demo.id, citizenId) }, { $setOnInsert: guest }, { upsert: true }).exec();
    }
    for (const [at, question] of demo.questions.entries()) await this.ask(demo, question, { at, people, startsAt });
    if (demo.poll) await this.poll(demo, demo.poll, { people, startsAt, now: context.now });
    const record = await this.recordOf(demo, coming.length, { startsAt, context });
    await this.meetings.updateOne({ _id: demo.id }, { $setOnInsert: record }, { upsert: true }).exec();
    await this.acts.record(demo.id);
    await this.tell(record);
  }

  private async ask({ id: meetingId, stage: meetingStage }: DemoMeeting, { text, support, answer, isFromHall = false }: DemoQuestion, { at, people, startsAt }: { at: number; people: readonly Citizen[]; startsAt: Date }): Promise<void> {
    const _id = `${meetingId}-q${at + 1}`;
    const author = people[(at * 7 + 3) % people.length];
    const askedAt = new Date(startsAt.getTime() + (at + 1) * 7 * 60_000);
    const stage = answer ? 'answered' : meetingStage === 'open' ? 'asked' : 'later';
    await this.ballots.open(supportBallot(_id));
    const supporters = people.slice(at, at + Math.max(2, Math.round(people.length * support)));
    await this.votes.castMany(supporters.map((citizen, place) => ({ citizen, ballotId: questionBallot(_id), answers: [{ questionId: 'support', optionId: 'yes' }], nonce: `seed-${_id}-${place}` })));
    const record = {
      meetingId, itemId: null, authorId: isFromHall ? '' : (author?.id ?? ''), writtenBy: isFromHall ? 'demo-1' : null, number: isFromHall ? null : at + 1, text, visibility: 'public', stage, answer: answer ? { text: answer, isInWriting: false, byId: 'demo-1', at: new Date(askedAt.getTime() + 600_000) } : null,
      dueAt: stage === 'later' ? afterDays(startsAt, 30) : null, supports: supporters.length, supportsSeq: 0, verdict: null, decidedAt: null, nonce: `seed-${_id}`, entered: true, at: askedAt,
    } as const;
    await this.questions.updateOne({ _id }, { $setOnInsert: record }, { upsert: true }).exec();
    if (!isFromHall) await this.events.publish('contributions.imported', { contributions: [{ item: questionSubject(_id), authorId: record.authorId, at: askedAt }] });
  }

  /** Its answers come in through the usual door: the ballot of what is over stands open for a moment, and then ends when it did. */
  private async poll({ id: meetingId }: DemoMeeting, { question, options, shares, present }: NonNullable<DemoMeeting['poll']>, { people, startsAt, now }: { people: readonly Citizen[]; startsAt: Date; now: Date }): Promise<void> {
    const _id = `${meetingId}-poll`;
    const openedAt = new Date(startsAt.getTime() + 20 * 60_000);
    const record = { _id, meetingId, question, options: options.map((text, at) => ({ id: `o${at + 1}`, text })), isLive: false, present, isOpen: false, askedBy: 'demo-1', openedAt, closesAt: new Date(openedAt.getTime() + 5 * 60_000) };
    const answering = people.slice(0, Math.min(people.length, Math.round(present * 0.8)));
    await this.ballots.open({ ...ballotOf(record), closesAt: afterDays(now, 1) });
    await this.votes.castMany(answering.map((citizen, at) => ({ citizen, ballotId: pollBallot(_id), answers: [{ questionId: pollQuestion, optionId: `o${optionAt(shares, (at + 0.5) / answering.length) + 1}` }], nonce: `seed-${_id}-${at}` })));
    await this.ballots.reopen(pollBallot(_id), record.closesAt);
    await this.polls.collection.insertOne(record as never).catch(unlessThere);
    await this.acts.polled(_id);
  }

  private async recordOf(demo: DemoMeeting, registered: number, { startsAt, context: { now } }: { startsAt: Date; context: SeedContext }): Promise<Meeting> {
    const { id, kind, stage, title, text, address, access, joinUrl, hours, places, came, items, report, postponement } = demo;
    const endsAt = new Date(startsAt.getTime() + hours * hourMs);
    const announcedAt = afterDays(startsAt < now ? startsAt : now, -9);
    const met = stage === 'open' || stage === 'closed' || stage === 'reported';
    const department = (wanted: string | null) => this.departmentOf(wanted);
    const stored = await Promise.all(items.map(async (item, at) => ({ id: `i${at + 1}`, title: item.title, subjects: await this.subjectsOf(item.subject) })));
    const reportedAt = afterDays(endsAt, 6);
    return {
      _id: id, kind, stage, title, text, departmentId: await department(demo.department), districtIds: [], venue: { address, ...access }, joinUrl, startsAt, endsAt, places, registerUntil: null, items: stored, room: { questions: 'public', perPerson: 5, answerDays: 30, hasOpinions: stage === 'open' },
      terms: terms([title.el, title.en, text.el, text.en].join(' ')), registered, waiting: 0, tickets: registered, currentItemId: stage === 'open' ? 'i1' : null, currentQuestionId: stage === 'open' ? `${id}-q1` : null, came,
      postponements: postponement ? [{ from: new Date(startsAt.getTime() - postponement.hoursBefore * hourMs), reason: postponement.reason, at: afterDays(startsAt, -8) }] : [], cancellation: null, announcedAt, openedAt: met ? startsAt : null, closedAt: met && stage !== 'open' ? endsAt : null,
      report: report && { text: report.text, minutesUrl: '', at: reportedAt, outcomes: await Promise.all(report.outcomes.map(async (outcome, at) => ({ id: `r${at + 1}`, text: outcome.text, subject: null, departmentId: await department(outcome.department), dueAt: outcome.dueDays === null ? null : afterDays(now, outcome.dueDays), doneAt: outcome.isDone ? afterDays(now, (outcome.dueDays ?? 0) - 2) : null }))) },
      remindedFor: null, needsErased: false, revision: 1, createdBy: '', createdAt: afterDays(announcedAt, -2), touchedAt: report ? reportedAt : announcedAt, isDemo: true,
    };
  }

  private async departmentOf(wanted: string | null): Promise<string | null> {
    const departments = await this.organisation.departments();
    return wanted === null ? null : (departments.find(({ id }) => id === wanted) ?? departments[0])?.id ?? null;
  }

  private async subjectsOf(subject: DemoMeeting['items'][number]['subject']): Promise<StoredItem['subjects']> {
    if (subject === null) return [];
    const card = typeof subject === 'string' ? (await this.subjects.findOf('proposal', subject, 1))[0] : await this.subjects.card(subject);
    return card?.isPublic ? [{ kind: card.kind, id: card.id }] : [];
  }

  private async tell({ _id, title, announcedAt, openedAt, report, stage }: Meeting): Promise<void> {
    const said = [{ name: 'opened', at: stage === 'open' ? openedAt : null }, { name: 'announced', at: stage === 'announced' ? announcedAt : null }, { name: 'reported', at: report?.at ?? null }];
    await this.activity.recordMany(said.flatMap(({ name, at }) => (at ? [{ about: meetingSubject(_id), name: `meetings.${name}`, params: { title, when: '', text: '' }, at, key: `meeting.${name}:${_id}::${at.getTime()}` }] : [])));
  }
}

/** Six in the evening, by the city's winter clock. */
const evening = (now: Date, days: number): Date => new Date(`${cityDay(afterDays(now, days))}T16:00:00Z`);

/** Which option a place in [0, 1) falls to, by the options' shares. */
function optionAt(shares: readonly number[], place: number): number {
  let sum = 0;
  return Math.max(0, shares.findIndex((share) => (sum += share) >= place));
}
