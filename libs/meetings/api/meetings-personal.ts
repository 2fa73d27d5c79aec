import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { Events } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { MeetingGuestRecord } from './guests/guest.schema';
import { Places } from './guests/places.service';
import { Meeting } from './meeting.schema';
import { meetingPath } from './moves';
import { MeetingPollRecord } from './room/poll.schema';
import { MeetingQuestionRecord, questionSubject } from './room/question.schema';

/** For which meetings a person registered, what they asked, and what they did as an official; and what becomes of it when they leave. */
@Injectable()
export class MeetingsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingGuestRecord.name) private readonly guests: Model<MeetingGuestRecord>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    @InjectModel(MeetingPollRecord.name) private readonly polls: Model<MeetingPollRecord>,
    private readonly places: Places,
    private readonly events: Events,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    const path = both('Η συνάντηση', 'The meeting');
    this.personalData.register({
      name: 'meetingGuests',
      about: both('Συναντήσεις στις οποίες δήλωσες ότι θα έρθεις', 'Meetings for which you registered'),
      leaving: both('Η δήλωση σβήνεται, και η θέση δίνεται σε όποιον περιμένει.', 'The registration is erased, and whoever waits has the place.'),
      keys: { path, isWaiting: both('Αν περίμενες για θέση', 'Whether you waited for a place'), needs: both('Τι χρειαζόσουν (σβήνεται 30 ημέρες μετά)', 'What you needed (erased 30 days after)'), at: both('Πότε δήλωσες', 'When you registered') },
      entries: (person) => this.registered(person),
      forget: (person) => this.giveBack(person),
    });
    this.personalData.register({
      name: 'meetingQuestions',
      about: both('Οι ερωτήσεις σου σε συναντήσεις', 'Your questions at meetings'),
      leaving: both('Όσες είναι δημόσιες μένουν, χωρίς το όνομά σου. Οι άλλες σβήνονται.', 'What is public stays, without your name. The others are erased.'),
      keys: { path, text: both('Τι ρώτησες', 'What you asked'), visibility: both('Ποιος τη βλέπει', 'Who sees it'), answer: both('Τι σου απάντησαν', 'What you were answered'), verdict: both('Τι αποφάσισε η εποπτεία', 'What moderators decided'), at: both('Πότε', 'When') },
      entries: (person) => this.asked(person),
      forget: (person) => this.forgetQuestions(person),
    });
    this.personalData.register({
      name: 'meetingsWork',
      about: both('Συναντήσεις που ξεκίνησες, ερωτήσεις που σημείωσες ή απάντησες και διερευνήσεις που άνοιξες ως υπηρεσία', 'Meetings that you began, questions that you wrote down or answered and straw polls that you asked for your department'),
      leaving: staysAsAct,
      keys: { what: both('Συνάντηση, ερώτηση, απάντηση ή διερεύνηση', 'A meeting, a question, an answer or a straw poll'), path, at: both('Πότε', 'When') },
      entries: (person) => this.worked(person),
      forget: nothingToForget,
    });
  }

  private async *registered({ id: citizenId }: Person) {
    for await (const { meetingId, isWaiting, needs, at } of this.guests.find({ citizenId }).lean<MeetingGuestRecord>().cursor()) yield { path: meetingPath(meetingId), isWaiting, needs, at };
  }

  private async *asked({ id: authorId }: Person) {
    for await (const { meetingId, text, visibility, answer, verdict, at } of this.questions.find({ authorId }).lean<MeetingQuestionRecord>().cursor()) yield { path: meetingPath(meetingId), text, visibility, answer: answer?.text ?? null, verdict, at };
  }

  private async *worked({ id }: Person) {
    for await (const { _id, createdAt: at } of this.meetings.find({ createdBy: id }).lean<Meeting>().cursor()) yield { what: 'meeting', path: meetingPath(_id), at };
    for await (const { meetingId, at } of this.questions.find({ writtenBy: id }).lean<MeetingQuestionRecord>().cursor()) yield { what: 'question', path: meetingPath(meetingId), at };
    for await (const { meetingId, answer, at } of this.questions.find({ 'answer.byId': id }).lean<MeetingQuestionRecord>().cursor()) yield { what: 'answer', path: meetingPath(meetingId), at: answer?.at ?? at };
    for await (const { meetingId, openedAt: at } of this.polls.find({ askedBy: id }).lean<MeetingPollRecord>().cursor()) yield { what: 'poll', path: meetingPath(meetingId), at };
  }

  /** By the usual door, so that who waits moves up. */
  private async giveBack({ id: citizenId }: Person): Promise<void> {
    for await (const { meetingId } of this.guests.find({ citizenId }).lean<MeetingGuestRecord>().cursor()) await this.places.release(meetingId, citizenId);
  }

  private async forgetQuestions({ id: authorId }: Person): Promise<void> {
    for await (const { _id } of this.questions.find({ authorId, visibility: { $ne: 'public' } }, { _id: 1 }).lean<{ _id: string }>().cursor()) {
      await this.events.publish('contribution.withdrawn', { item: questionSubject(_id) });
      await this.questions.deleteOne({ _id, visibility: { $ne: 'public' } }).exec();
    }
    // Nobody's from now on: neither a number of theirs, nor the nonce of their press.
    await this.questions.updateMany({ authorId }, { $set: { authorId: '', number: null } }).exec();
  }
}
