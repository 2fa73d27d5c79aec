import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Events, type SeedContext, Seeds, Subjects, terms } from '@isegoria/kernel/api';
import { afterDays, cityDay, type Subject } from '@isegoria/kernel/contracts';
import { Activity } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../acts-of-power';
import { callSubject, VolunteerCall } from '../volunteer-call.schema';
import { offerId, VolunteerOffer } from '../volunteer-offer.schema';
import { shiftId, VolunteerShift } from '../volunteer-shift.schema';
import { spanOf } from '../volunteering.rules';
import { type DemoCall, demoCalls } from './demo-calls';

const hourMs = 3_600_000;

/** Calls for volunteers of the demo city. Safe to run twice: every id is the same at every run, and the call comes last. */
@Injectable()
export class VolunteeringSeed implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    @InjectModel(VolunteerOffer.name) private readonly offers: Model<VolunteerOffer>,
    private readonly acts: ActsOfPower,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'volunteering', order: 60, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    const people = (await this.citizens.sample()).filter(({ confirmed }) => confirmed);
    if (people.length === 0) return;
    // Whoever tries the city out as its citizen finds a certificate of theirs, and a shift to come.
    const own = await this.citizens.byEmail('citizen@isegoria.example');
    const withOwn = own ? [own, ...people.filter(({ id }) => id !== own.id)] : people;
    for (const [at, demo] of demoCalls.entries()) await this.found(demo, demo.hasDemoCitizen ? { people: withOwn, from: 0, context } : { people, from: at * 11, context });
    context.progress('volunteering', demoCalls.length, demoCalls.length);
  }

  private async found(demo: DemoCall, { people, from, context }: { people: readonly Citizen[]; from: number; context: SeedContext }): Promise<void> {
    if (await this.calls.exists({ _id: demo.id })) return;
    const shifts = demo.shifts.map((_shift, at) => shiftOf(demo, at, { most: people.length, now: context.now }));
    for (const [at, shift] of shifts.entries()) {
      await this.offer(demo, shift, { people, from: from + at * 3, came: demo.shifts[at]?.came ?? null, now: context.now });
      await this.shifts.updateOne({ _id: shift._id }, { $setOnInsert: shift }, { upsert: true }).exec();
    }
    const record = await this.recordOf(demo, shifts, { author: people[from % people.length]?.id ?? '', now: context.now });
    await this.calls.updateOne({ _id: demo.id }, { $setOnInsert: record }, { upsert: true }).exec();
    await this.acts.record(demo.id);
    if (record.isByCitizen && record.publishedAt) await this.events.publish('contributions.imported', { contributions: [{ item: callSubject(demo.id), authorId: record.authorId, at: record.publishedAt }] });
    await this.tell(record);
  }

  private async offer({ id: callId }: DemoCall, { _id, registered, waiting, endsAt, minutes }: VolunteerShift, { people, from, came, now }: { people: readonly Citizen[]; from: number; came: number | null; now: Date }): Promise<void> {
    for (let at = 0; at < registered + waiting; at += 1) {
      const citizen = people[(from + at) % people.length];
      if (!citizen || !endsAt) continue;
      const wasThere = came !== null && at < registered ? at < came : null;
      const offer = { shiftId: _id, callId, citizenId: citizen.id, isWaiting: at >= registered, ticket: at + 1, confirmBy: null, isNamed: at % 6 === 2, came: wasThere, minutes: wasThere ? minutes : null, endsAt, at: new Date(Math.min(endsAt.getTime(), now.getTime()) - (80 - at) * hourMs) };
      await this.offers.updateOne({ _id: offerId(_id, citizen.id) }, { $setOnInsert: offer }, { upsert: true }).exec();
    }
  }

  private async recordOf(demo: DemoCall, shifts: readonly VolunteerShift[], { author, now }: { author: string; now: Date }): Promise<VolunteerCall> {
    const { id, stage, title, text, department, category, district, place, isByCitizen = false, responsible, report, cancelled } = demo;
    const { departments, categories, districts } = await this.organisation.city();
    const known = (all: readonly { id: string }[], wanted: string) => (all.find((one) => one.id === wanted) ?? all[0])?.id ?? null;
    const span = spanOf(shifts);
    const publishedAt = afterDays(span.startsAt && span.startsAt < now ? span.startsAt : now, -8);
    const toldAt = afterDays(span.endsAt ?? now, 4);
    return {
      _id: id, stage, title, text, isByCitizen, authorId: isByCitizen ? author : '', departmentId: known(departments, department), categoryId: known(categories, category), districtId: district && known(districts, district), place: { label: place, lat: null, lng: null }, origin: await this.originOf(demo.origin), responsible,
      terms: terms([title.el, title.en, text.el, text.en, place].join(' ')), ...span, proposedAt: isByCitizen ? afterDays(stage === 'proposed' ? now : publishedAt, -3) : null, publishedAt: stage === 'proposed' ? null : publishedAt, decline: null, cancellation: cancelled ? { reason: cancelled, at: afterDays(now, -1) } : null,
      report: report ? { text: report.text, people: report.people, minutes: report.hours * 60, pictures: [], at: toldAt } : null, isHidden: false, verdict: null, decidedAt: null, revision: 1, createdBy: '', createdAt: afterDays(publishedAt, -4), touchedAt: report ? toldAt : publishedAt, isDemo: true,
    };
  }

  private async originOf(words: string | undefined): Promise<Subject | null> {
    const card = words ? (await this.subjects.findOf('proposal', words, 1))[0] : undefined;
    return card?.isPublic ? { kind: card.kind, id: card.id } : null;
  }

  private async tell({ _id, title, publishedAt, report, stage }: VolunteerCall): Promise<void> {
    const said = [{ name: 'published', at: stage === 'published' ? publishedAt : null }, { name: 'reported', at: report?.at ?? null }];
    const numbers = { people: report?.people ?? 0, hours: Math.round((report?.minutes ?? 0) / 60) };
    await this.activity.recordMany(said.flatMap(({ name, at }) => (at ? [{ about: callSubject(_id), name: `volunteering.${name}`, params: { title, when: '', text: '', ...numbers }, at, key: `volunteer-call.${name}:${_id}::${at.getTime()}` }] : [])));
  }
}

function shiftOf({ id, stage, shifts }: DemoCall, at: number, { most, now }: { most: number; now: Date }): VolunteerShift {
  const shift = shifts[at];
  if (!shift) throw new Error('a shift for each place');
  const { task, bring, day, from, hours, minimum, places, isStepFree = false, isForChildren = false, fromAge = null, offered, waiting = 0, came = null } = shift;
  const begins = new Date(new Date(`${cityDay(afterDays(now, day))}T00:00:00Z`).getTime() + (from ?? 16) * hourMs);
  const registered = Math.min(offered, most);
  const wait = Math.min(waiting, most - registered);
  const isThere = came === null ? null : Math.min(came, registered);
  return {
    _id: shiftId(id, `shift-${at + 1}`), callId: id, task, bring, startsAt: from === null ? null : begins, endsAt: from === null ? begins : new Date(begins.getTime() + hours * hourMs), minutes: hours * 60, minimum, places, isStepFree, isForChildren, fromAge, cancellation: null, isOpen: stage === 'published',
    registered, waiting: wait, tickets: registered + wait, came: isThere, given: (isThere ?? 0) * hours * 60, isReminded: begins < now, isShortTold: begins < now,
  };
}
