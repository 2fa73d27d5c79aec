import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { meetingFields, meetingPollFields, meetingQuestionFields } from '@isegoria/meetings/contracts';
import type { Model } from 'mongoose';
import { MeetingViews } from '../meeting-views';
import { Meeting } from '../meeting.schema';
import { meetingPath } from '../moves';
import { publicIn } from '../reading.service';
import { MeetingPollRecord } from '../room/poll.schema';
import { Polls } from '../room/polls.service';
import { MeetingQuestionRecord } from '../room/question.schema';

const urlOf = (id: string): string => `${publicUrl()}${meetingPath(id)}`;

/** Hands meetings, what was asked there, and what straw polls said, in as public data: without names. */
@Injectable()
export class MeetingsDataset implements OnModuleInit {
  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    @InjectModel(MeetingQuestionRecord.name) private readonly questions: Model<MeetingQuestionRecord>,
    @InjectModel(MeetingPollRecord.name) private readonly polls: Model<MeetingPollRecord>,
    private readonly views: MeetingViews,
    private readonly shownPolls: Polls,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    const common = { keywords: { el: ['συναντήσεις', 'λαϊκές συνελεύσεις'], en: ['meetings', 'assemblies'] }, themes: ['GOVE'], page: '/meetings' } as const;
    this.datasets.register({
      ...common, id: 'meetings', order: 34, fields: meetingFields, key: ['id'],
      title: { el: 'Συναντήσεις με κατοίκους', en: 'Meetings with residents' },
      description: { el: 'Συνελεύσεις, ενημερώσεις, εργαστήρια, αυτοψίες και η Επιτροπή Διαβούλευσης: πότε και πού, πόσοι δήλωσαν και πόσοι ήρθαν. Χωρίς ονόματα.', en: 'Assemblies, information, workshops, site visits and the committee of consultation: when and where, how many registered and came. Without names.' },
      rows: (after) => placedRows(batchesOf(this.meetings, publicIn(), after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.meetingRows(batch), after }),
    });
    this.datasets.register({
      ...common, id: 'meeting-questions', order: 34, fields: meetingQuestionFields, key: ['id'],
      title: { el: 'Ερωτήσεις σε συναντήσεις', en: 'Questions at meetings' },
      description: { el: 'Τι ρωτήθηκε, πόσοι το στήριξαν και τι απαντήθηκε, στην αίθουσα ή γραπτά. Χωρίς ονόματα.', en: 'What was asked, how many supported it and what was answered, in the hall or in writing. Without names.' },
      rows: (after) => placedRows(batchesOf(this.questions, { visibility: 'public' }, after?.id ?? null), { idOf: ({ _id }) => _id, view: async (batch) => batch.map((question) => [questionRow(question)]), after }),
    });
    this.datasets.register({
      ...common, id: 'meeting-polls', order: 34, fields: meetingPollFields, key: ['poll', 'option'],
      title: { el: 'Διερευνήσεις γνώμης σε συναντήσεις', en: 'Straw polls at meetings' },
      description: { el: 'Τι ρωτήθηκε όσους ήταν εκεί και πόσοι διάλεξαν κάθε επιλογή. Δεν δεσμεύει και δεν είναι αντιπροσωπευτικό.', en: 'What those who were there were asked and how many chose each option. It binds nobody and is not representative.' },
      rows: (after) => placedRows(batchesOf(this.polls, { isOpen: false }, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.pollRows(batch), after }),
    });
  }

  private async meetingRows(batch: readonly Meeting[]): Promise<RowOf<typeof meetingFields>[][]> {
    return (await this.views.of(batch, null)).map(({ id, kind, stage, title, department, venue, startsAt, endsAt, places, registered, came, report, isDemo }) => [
      { id, kind, stage, titleEl: title.el, titleEn: title.en, department: department?.id ?? null, address: venue.address.el, startsAt: startsAt ?? null, endsAt: endsAt ?? null, places: places ?? null, registered, came: came ?? null, reportedAt: report?.at ?? null, isDemo, url: urlOf(id) },
    ]);
  }

  private async pollRows(batch: readonly MeetingPollRecord[]): Promise<RowOf<typeof meetingPollFields>[][]> {
    const views = await this.shownPolls.of(batch);
    return views.map(({ id, question, options, people, present, closesAt }, at) => {
      const meeting = batch[at]?.meetingId ?? '';
      return options.map((option) => ({ poll: id, meeting, question: question.el, option: option.text.el, people: option.people ?? null, answered: people, present: present ?? null, closedAt: closesAt, url: urlOf(meeting) }));
    });
  }
}

const questionRow = ({ _id: id, meetingId: meeting, text, writtenBy, stage, supports, at: askedAt, dueAt, answer }: MeetingQuestionRecord): RowOf<typeof meetingQuestionFields> =>
  ({ id, meeting, text, isFromHall: writtenBy !== null, stage, supports, askedAt, dueAt, answer: answer?.text ?? null, answeredAt: answer?.at ?? null, url: urlOf(meeting) });
