import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, type SubjectCard, Subjects, titlesOf } from '@isegoria/kernel/api';
import { type Localized, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { Meeting as Shown, MeetingLabel, MeetingSubject, MyMeetingPart } from '@isegoria/meetings/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { guestId, MeetingGuestRecord } from './guests/guest.schema';
import { Meeting } from './meeting.schema';
import { editRefusal, isOverdue, mayJoin, openRefusal, organises, registerRefusal, reportDueAt } from './meetings.rules';
import { meetingPath, meetingSubject } from './moves';

export const subjectOf = (card: SubjectCard): MeetingSubject => ({ kind: card.kind, id: card.id, title: titlesOf(card), path: card.path });

/** Makes of what is stored what is shown. */
@Injectable()
export class MeetingViews {
  constructor(
    @InjectModel(MeetingGuestRecord.name) private readonly guests: Model<MeetingGuestRecord>,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  async of(meetings: readonly Meeting[], viewer: Citizen | null): Promise<Shown[]> {
    const named = meetings.flatMap(({ items, report }) => [...items.flatMap(({ subjects }) => subjects), ...(report?.outcomes ?? []).flatMap(({ subject }) => subject ?? [])]);
    const [{ departments, districts }, cards, own] = await Promise.all([this.organisation.city(), this.subjects.cards(named), this.ownOf(meetings, viewer)]);
    const now = this.clock.now();
    // A draft may name what is hidden by now: of that nobody is told.
    const subject = (wanted: Subject): MeetingSubject[] => {
      const card = cards.get(subjectKey(wanted));
      return card?.isPublic ? [subjectOf(card)] : [];
    };
    return meetings.map((meeting): Shown => {
      const { _id: id, report, items, departmentId, districtIds, joinUrl, createdAt: _at, createdBy: _by, terms: _terms, unheard: _unheard, tickets: _tickets, remindedFor: _reminded, needsErased: _erased, touchedAt: _touched, ...rest } = meeting;
      return {
        ...rest, id,
        department: label(departments, departmentId),
        districts: districtIds.flatMap((districtId) => label(districts, districtId) ?? []),
        isRemote: joinUrl !== '',
        items: items.map((item) => ({ id: item.id, title: item.title, subjects: item.subjects.flatMap(subject) })),
        reportDueAt: reportDueAt(meeting),
        report: report && { ...report, outcomes: report.outcomes.map((outcome) => ({ ...outcome, subject: (outcome.subject && subject(outcome.subject)[0]) ?? null, department: label(departments, outcome.departmentId), isOverdue: isOverdue(outcome, now) })) },
        subject: meetingSubject(id),
        path: meetingPath(id),
        mine: mine(meeting, viewer, { guest: own.get(id)?.guest, ahead: own.get(id)?.ahead ?? 0, now }),
      };
    });
  }

  async one(meeting: Meeting, viewer: Citizen | null): Promise<Shown> {
    const [view] = await this.of([meeting], viewer);
    if (!view) throw new Error('a view for each meeting');
    return view;
  }

  private async ownOf(meetings: readonly Meeting[], viewer: Citizen | null): Promise<Map<string, { guest: MeetingGuestRecord; ahead: number }>> {
    if (!viewer || meetings.length === 0) return new Map();
    const found = await this.guests.find({ _id: { $in: meetings.map(({ _id }) => guestId(_id, viewer.id)) } }).lean<MeetingGuestRecord[]>().exec();
    const waits = await Promise.all(found.map(({ meetingId, isWaiting, ticket }) => (isWaiting ? this.guests.countDocuments({ meetingId, isWaiting: true, ticket: { $lt: ticket } }).exec() : 0)));
    return new Map(found.map((guest, at) => [guest.meetingId, { guest, ahead: waits[at] ?? 0 }]));
  }
}

function mine(meeting: Meeting, viewer: Citizen | null, { guest, ahead, now }: { guest: MeetingGuestRecord | undefined; ahead: number; now: Date }): MyMeetingPart {
  const { stage, departmentId, joinUrl } = meeting;
  const leads = organises(viewer, departmentId);
  return {
    place: !guest ? 'none' : guest.isWaiting ? 'waiting' : 'registered',
    queue: guest?.isWaiting ? ahead + 1 : null,
    needs: guest?.needs ?? '',
    joinUrl: joinUrl && (mayJoin(meeting, viewer, guest) || (leads && stage === 'draft')) ? joinUrl : null,
    mayRegister: !guest && registerRefusal(meeting, now) === null,
    organises: leads,
    canAnnounce: leads && stage === 'draft',
    canEdit: leads && editRefusal(meeting) === null,
    canOpen: leads && openRefusal(meeting, now) === null,
    canClose: leads && stage === 'open',
    canCancel: leads && stage === 'announced',
    canReport: leads && stage === 'closed',
  };
}

function label(all: readonly { id: string; name: Localized }[], id: string | null): MeetingLabel | null {
  const found = all.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
}
