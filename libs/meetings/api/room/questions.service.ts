import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, isThere, Limits, newId, oneLine, plain, unheard } from '@isegoria/kernel/api';
import { afterDays, problemsOf } from '@isegoria/kernel/contracts';
import { answerInput, type AskAtMeetingInput, askPauseSeconds, type MeetingQuestionResult, questionInput } from '@isegoria/meetings/contracts';
import type { Model } from 'mongoose';
import type { Meeting } from '../meeting.schema';
import { answerRefusal, isPublic, mayRead, organises } from '../meetings.rules';
import { Moves } from '../moves';
import { invalid, noMeeting, noQuestion, otherDepartment, refuse } from '../refusals';
import { QuestionStanding } from './question-standing';
import { QuestionViews } from './question-views';
import { MeetingQuestionRecord } from './question.schema';

const pause = { points: 1, seconds: askPauseSeconds };
const hallPace = { points: 60, seconds: 60 };

/** Questions at a meeting: asked by whoever is signed in, or written down in the hall; taken up, left for writing, answered. */
@Injectable()
export class Questions {
  constructor(
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    private readonly moves: Moves,
    private readonly standing: QuestionStanding,
    private readonly views: QuestionViews,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async ask(citizen: Citizen, input: AskAtMeetingInput): Promise<MeetingQuestionResult> {
    const { meetingId, isFromHall, nonce } = input;
    const text = oneLine(input.text);
    const problems = problemsOf(questionInput, { text, nonce });
    if (problems.length > 0) return invalid(problems);
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const meeting = await this.moves.find(meetingId);
    if (!meeting || !mayRead(meeting, citizen)) return noMeeting;
    if (isFromHall && !organises(citizen, meeting.departmentId)) return otherDepartment('meeting', { act: 'ask', citizenId: citizen.id, id: meetingId });
    const asked = await this.sent(citizen, input);
    if (asked) return this.saved(asked._id, citizen);
    if (meeting.stage !== 'open') return refuse('not_open');
    if (!isFromHall && (await this.nextOf(citizen.id, meeting)) === null) return refuse('enough');
    const tooMany = await this.limits.take(isFromHall ? 'meeting-hall' : 'meeting-ask', `${meetingId}.${citizen.id}`, isFromHall ? hallPace : pause);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const record = await this.insert(citizen, meeting, { ...input, text });
    if (!record) return refuse('enough');
    // Who asked while it was being closed asked too late: the closing has either seen the question, or is seen here.
    if ((await this.moves.find(meetingId))?.stage !== 'open' && (await this.questions.deleteOne({ _id: record._id, entered: false, stage: 'asked' }).exec()).deletedCount > 0) return refuse('not_open');
    await this.standing.enter(record);
    return this.saved(record._id, citizen);
  }

  /** Its author takes it back, and it is gone. What was answered stays. */
  async withdraw(citizen: Citizen, id: string): Promise<MeetingQuestionResult> {
    const question = await this.find(id);
    if (!question || question.authorId !== citizen.id || question.number === null) return noQuestion;
    if (question.stage === 'answered') return refuse('answered');
    const taken = await this.questions.findOneAndUpdate({ _id: id, stage: { $ne: 'answered' } }, { $set: { visibility: 'withdrawn', text: '', entered: false } }, { returnDocument: 'after' }).lean<MeetingQuestionRecord>().exec();
    if (!taken) return refuse('answered');
    await this.standing.withdrawn(taken);
    return this.saved(id, citizen);
  }

  defer(official: Citizen, id: string): Promise<MeetingQuestionResult> {
    return this.act(official, id, 'defer', async (question, meeting) => {
      if (question.stage === 'answered') return refuse('answered');
      if (question.stage === 'later') return null;
      await this.questions.updateOne({ _id: id, stage: 'asked' }, { $set: { stage: 'later', dueAt: afterDays(this.clock.now(), meeting.room.answerDays) } }).exec();
      return null;
    });
  }

  /** Answered once: of two officials who answer at once, the first one's words stand. */
  answer(official: Citizen, id: string, words: string): Promise<MeetingQuestionResult> {
    const text = plain(words);
    return this.act(official, id, 'answer', async (question, meeting) => {
      const problems = problemsOf(answerInput, { text });
      if (problems.length > 0) return invalid(problems);
      const refused = answerRefusal(question);
      if (refused === 'answered') return question.answer?.byId === official.id && question.answer.text === text ? null : refuse(refused);
      if (refused) return refuse(refused);
      const at = this.clock.now();
      const isInWriting = meeting.stage !== 'open';
      const told = unheard('meeting.question-answered', { id, meetingId: meeting._id, isInWriting, at });
      const { matchedCount } = await this.questions.updateOne({ _id: id, stage: { $ne: 'answered' }, visibility: 'public' }, { $set: { stage: 'answered', dueAt: null, answer: { text, isInWriting, byId: official.id, at } }, $push: { unheard: told } }).exec();
      return matchedCount === 1 ? null : refuse('answered');
    });
  }

  private async act(official: Citizen, id: string, name: string, run: (question: MeetingQuestionRecord, meeting: Meeting) => Promise<Exclude<MeetingQuestionResult, { __typename?: 'MeetingQuestionSaved' }> | null>): Promise<MeetingQuestionResult> {
    const question = await this.find(id);
    const meeting = question && (await this.moves.find(question.meetingId));
    if (!question || !meeting || !isPublic(meeting) || question.visibility === 'withdrawn') return noQuestion;
    if (!organises(official, meeting.departmentId)) return question.visibility === 'public' ? otherDepartment('meeting', { act: name, citizenId: official.id, id: meeting._id }) : noQuestion;
    const refused = await run(question, meeting);
    if (refused) return refused;
    await this.standing.changed(id);
    return this.saved(id, official);
  }

  /** Inserts it as the next of theirs; null where they have asked as many as they may. */
  private async insert(citizen: Citizen, meeting: Meeting, input: AskAtMeetingInput): Promise<MeetingQuestionRecord | null> {
    const { text, itemId, isFromHall, nonce } = input;
    const { _id: meetingId, room, items } = meeting;
    const now = this.clock.now();
    const visibility = isFromHall || room.questions === 'public' ? 'public' : 'waiting';
    const record = {
      _id: newId(now), meetingId, itemId: items.find((item) => item.id === itemId)?.id ?? null, authorId: isFromHall ? '' : citizen.id, writtenBy: isFromHall ? citizen.id : null, text, visibility, stage: 'asked', answer: null, dueAt: null, supports: 0,
      supportsSeq: 0, verdict: null, decidedAt: null, nonce, entered: false, at: now,
    } as const;
    for (;;) {
      const number = isFromHall ? null : await this.nextOf(citizen.id, meeting);
      if (number === null && !isFromHall) return null;
      try {
        return (await this.questions.create({ ...record, number })).toObject<MeetingQuestionRecord>();
      } catch (error) {
        if (!isThere(error)) throw error;
        const same = await this.sent(citizen, input);
        if (same) return same;
      }
    }
  }

  /** What the same press made before, if it comes again. */
  private sent({ id }: Citizen, { isFromHall, nonce }: AskAtMeetingInput): Promise<MeetingQuestionRecord | null> {
    return this.questions.findOne(isFromHall ? { writtenBy: id, nonce } : { authorId: id, nonce }).lean<MeetingQuestionRecord>().exec();
  }

  /** The first of their numbers that is free; null where they have asked as many as they may. */
  private async nextOf(authorId: string, { _id: meetingId, room }: Meeting): Promise<number | null> {
    const taken = new Set((await this.questions.find({ meetingId, authorId, number: { $ne: null } }, { number: 1 }).lean<Pick<MeetingQuestionRecord, 'number'>[]>().exec()).map(({ number }) => number));
    return Array.from({ length: room.perPerson }, (_, at) => at + 1).find((number) => !taken.has(number)) ?? null;
  }

  private find(id: string): Promise<MeetingQuestionRecord | null> {
    return this.questions.findById(String(id)).lean<MeetingQuestionRecord>().exec();
  }

  private async saved(id: string, viewer: Citizen): Promise<MeetingQuestionResult> {
    const question = await this.questions.findById(id).lean<MeetingQuestionRecord>().orFail().exec();
    return { __typename: 'MeetingQuestionSaved', question: await this.views.one(question, viewer) };
  }
}
