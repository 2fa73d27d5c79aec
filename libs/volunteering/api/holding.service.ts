import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Files } from '@isegoria/files/api';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, isThere, Limits, oneLine, plain, Subjects, terms, Transactions, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, type Localized, problemsOf, type Subject } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { districtOf } from '@isegoria/organisation/contracts';
import {
  callDraft, callId, callProposed, callPublic, type DiscardVolunteerCallResult, type MutationAcceptVolunteerCallArgs, type MutationDeclineVolunteerCallArgs, type MutationProposeVolunteerCallArgs, type MutationReportVolunteerCallArgs, type MutationSaveVolunteerCallArgs, reasonInput, reportInput, responsibleInput, type VolunteerCallInput, type VolunteerCallResult, type VolunteerOrigin,
} from '@isegoria/volunteering/contracts';
import type { ClientSession, Model } from 'mongoose';
import { Moves } from './moves';
import { Offers } from './offers.service';
import { invalid, noCall, otherDepartment, refuse } from './refusals';
import { callSubject, VolunteerCall } from './volunteer-call.schema';
import { ownName, shiftId, VolunteerShift } from './volunteer-shift.schema';
import { originOf, VolunteerViews } from './volunteer-views';
import { isPublic, leads, mayCorrect, mayEdit, mayRead, minutesOf, reportRefusal, spanOf } from './volunteering.rules';

type Fields = Pick<VolunteerCall, 'title' | 'text' | 'departmentId' | 'categoryId' | 'districtId' | 'place' | 'origin' | 'responsible' | 'terms' | 'startsAt' | 'endsAt'>;
type Shift = Omit<VolunteerShift, 'registered' | 'waiting' | 'tickets' | 'came' | 'given' | 'isReminded' | 'isShortTold' | 'isOpen' | 'cancellation'>;
type Refused = Exclude<VolunteerCallResult, { __typename?: 'VolunteerCallSaved' }>;
type Step = Parameters<Moves['make']>[1];

const found = 12;
const pace = { points: 5, seconds: 86_400 };
const correctPace = { points: 30, seconds: 3600 };

/** What officials do with calls, and what a citizen does who proposes one. */
@Injectable()
export class Holding {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    private readonly moves: Moves,
    private readonly offers: Offers,
    private readonly views: VolunteerViews,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly files: Files,
    private readonly transactions: Transactions,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async save(official: Citizen, { id, revision, input }: MutationSaveVolunteerCallArgs): Promise<VolunteerCallResult> {
    const before = await this.moves.find(id);
    const departmentId = input.departmentId ?? official.departmentId ?? null;
    const refused = before ? (this.stranger(official, before, 'save') ?? (mayEdit(before) ? null : refuse('fixed'))) : null;
    if (refused) return refused;
    if (!leads(official, departmentId)) return refuse('department');
    // A new one that is sent again finds what the first press made.
    if (before && (revision ?? null) === null && before.createdBy === official.id && before.revision === 1) return this.saved(before, official);
    if (before && before.revision !== revision) return refuse('changed');
    const form = [...(before ? [] : idProblems(id)), ...problemsOf(callDraft, input)];
    if (form.length > 0) return invalid(form);
    const known = before ? await this.shifts.find({ callId: id }).lean<VolunteerShift[]>().exec() : [];
    const { fields, shifts } = await this.fieldsOf(id, { ...input, departmentId }, known);
    const isOut = before?.stage === 'published';
    if (isOut && !keepsTimes(shifts, known)) return refuse('shift_fixed');
    const wrong = [...(await this.unknown(fields, before)), ...(isOut ? problemsOf(callPublic, { ...fields, shifts }) : []), ...ownNames(shifts)];
    if (wrong.length > 0) return invalid(wrong);
    if (!before) return this.begin(official, { id, stage: 'draft', fields, shifts });
    const moved = await this.moves.make(before, { to: before.stage, set: fields, also: (session) => this.keep(id, shifts, session) });
    if (!moved) return this.save(official, { id, revision, input });
    for (const { _id } of shifts) await this.offers.fill(_id);
    return this.saved(moved, official);
  }

  /** A citizen's own: it waits for the department, and nobody else reads it until then. With the revision that they read they correct it as long as it waits. Sent twice it is handed in, or corrected, once. */
  async propose(citizen: Citizen, { id, revision = null, input }: MutationProposeVolunteerCallArgs): Promise<VolunteerCallResult> {
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const before = await this.moves.find(id);
    if (before ? before.authorId !== citizen.id : revision !== null) return noCall;
    if (before && revision === null) return this.saved(before, citizen);
    if (before && !mayCorrect(before, citizen)) return refuse('fixed');
    const form = [...idProblems(id), ...problemsOf(callDraft, input)];
    if (form.length > 0) return invalid(form);
    const { fields, shifts } = await this.fieldsOf(id, { ...input, responsible: '' }, []);
    if (before) {
      // What is sent again finds that it stands; nobody reads anew what says the same.
      if (isSame({ fields, shifts }, { fields: before, shifts: await this.shifts.find({ callId: id }).lean<VolunteerShift[]>().exec() })) return this.saved(before, citizen);
      if (before.revision !== revision) return refuse('changed');
    }
    const late = shifts.flatMap(({ endsAt }, at): FieldProblem[] => (endsAt && endsAt <= this.clock.now() ? [{ field: `shifts.${at}.endsAt`, code: 'too_small', limit: null }] : []));
    const wrong = [...problemsOf(callProposed, { ...fields, shifts }), ...late, ...(await this.unknown(fields, before)), ...ownNames(shifts)];
    if (wrong.length > 0) return invalid(wrong);
    const tooMany = await (before ? this.limits.take('volunteer-correct', citizen.id, correctPace) : this.limits.take('volunteer-propose', citizen.id, pace));
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    if (!before) return this.begin(citizen, { id, stage: 'proposed', fields, shifts });
    const now = this.clock.now();
    // Another department that it goes to is told, and has its ten days from now on.
    const goesOn = fields.departmentId === before.departmentId ? {} : { proposedAt: now };
    const told = 'proposedAt' in goesOn ? { told: unheard('volunteer-call.proposed', { ...toldOf({ _id: id, ...fields }), at: now }) } : {};
    const moved = await this.moves.make(before, { to: 'proposed', set: { ...fields, ...goesOn }, ...told, also: (session) => this.keep(id, shifts, session) });
    return moved ? this.saved(moved, citizen) : this.propose(citizen, { id, revision, input });
  }

  async discard(citizen: Citizen, id: string): Promise<DiscardVolunteerCallResult> {
    const before = await this.moves.find(id);
    if (!before || !mayRead(before, citizen)) return noCall;
    const isOwn = before.authorId !== '' && before.authorId === citizen.id;
    const stage = isOwn ? 'proposed' : 'draft';
    if (before.stage !== stage) return refuse('fixed');
    if (!isOwn && !leads(citizen, before.departmentId)) return noCall;
    return (await this.remove(id, stage)) ? { __typename: 'VolunteerCallDiscarded', id } : refuse('fixed');
  }

  /** Takes away one that nobody else has read, with its shifts; false where it is not as it was. */
  async remove(id: string, stage: VolunteerCall['stage']): Promise<boolean> {
    let isGone = false;
    await this.transactions.run(async (session) => {
      isGone = (await this.calls.deleteOne({ _id: id, stage }, { session }).exec()).deletedCount > 0;
      if (isGone) await this.shifts.deleteMany({ callId: id }, { session }).exec();
    });
    return isGone;
  }

  /** Public for good. Pressed twice it is published once. */
  publish(official: Citizen, id: string, revision: number): Promise<VolunteerCallResult> {
    return this.step(official, id, 'publish', async (before, now) => {
      if (before.stage === 'published') return 'done';
      if (before.stage !== 'draft') return refuse('fixed');
      if (before.revision !== revision) return refuse('changed');
      return (await this.incomplete(before, now)) ?? publication(before, now);
    });
  }

  /** A citizen's, as the official read it: one that was corrected meanwhile they read first. */
  accept(official: Citizen, { id, revision, responsible }: MutationAcceptVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.step(official, id, 'accept', async (before, now) => {
      if (before.stage === 'published') return 'done';
      if (before.stage !== 'proposed') return refuse('fixed');
      if (before.revision !== revision) return refuse('rewritten');
      const problems = problemsOf(responsibleInput, { responsible });
      if (problems.length > 0) return invalid(problems);
      const taken = { ...before, responsible: oneLine(responsible) };
      return (await this.incomplete(taken, now)) ?? publication(taken, now, { createdBy: official.id, responsible: taken.responsible });
    });
  }

  decline(official: Citizen, { id, revision, reason }: MutationDeclineVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.step(official, id, 'decline', (before, now) => {
      if (before.stage === 'declined') return 'done';
      if (before.stage !== 'proposed') return refuse('fixed');
      if (before.revision !== revision) return refuse('rewritten');
      const problems = problemsOf(reasonInput, { reason });
      if (problems.length > 0) return invalid(problems);
      const decline = { reason: plain(reason), at: now };
      return { to: 'declined', set: { decline, createdBy: official.id }, told: unheard('volunteer-call.declined', { ...toldOf(before), ...decline }) };
    });
  }

  cancel(official: Citizen, id: string, reason: string): Promise<VolunteerCallResult> {
    return this.step(official, id, 'cancel', (before, now) => {
      if (before.stage === 'cancelled') return 'done';
      if (before.stage !== 'published') return refuse('fixed');
      const problems = problemsOf(reasonInput, { reason });
      if (problems.length > 0) return invalid(problems);
      const cancellation = { reason: plain(reason), at: now };
      return { to: 'cancelled', set: { cancellation }, told: unheard('volunteer-call.cancelled', { ...toldOf(before), ...cancellation, shiftId: null }) };
    });
  }

  /** One of several shifts. The last one that takes place goes with its call. */
  async cancelShift(official: Citizen, id: string, reason: string): Promise<VolunteerCallResult> {
    const shift = await this.moves.shift(id);
    if (!shift) return noCall;
    return this.step(official, shift.callId, 'cancelShift', async (before, now) => {
      const shifts = await this.shifts.find({ callId: before._id }).lean<VolunteerShift[]>().exec();
      const own = shifts.find(({ _id }) => _id === id);
      if (own?.cancellation) return 'done';
      const others = shifts.filter(({ _id, cancellation }) => _id !== id && !cancellation);
      if (!own || before.stage !== 'published' || (own.endsAt && own.endsAt <= now)) return refuse('fixed');
      if (others.length === 0) return refuse('last_shift');
      const problems = problemsOf(reasonInput, { reason });
      if (problems.length > 0) return invalid(problems);
      const cancellation = { reason: plain(reason), at: now };
      const told = unheard('volunteer-call.cancelled', { ...toldOf(before), ...cancellation, shiftId: id });
      return { to: 'published', set: spanOf(others), told, also: async (session) => void (await this.shifts.updateOne({ _id: id }, { $set: { cancellation } }, { session }).exec()) };
    });
  }

  /** Said once: a second press finds it said. */
  async report(official: Citizen, { id, input }: MutationReportVolunteerCallArgs): Promise<VolunteerCallResult> {
    const problems = problemsOf(reportInput, input);
    const pictures = [...new Set(input.pictures)];
    try {
      return await this.step(official, id, 'report', (before, now) => {
        if (before.stage === 'reported') return 'done';
        const why = reportRefusal(before, now);
        if (why) return refuse(why);
        if (problems.length > 0) return invalid(problems);
        const { people, minutes } = input;
        const report = { text: bothOf(input.text), people, minutes, pictures, at: now };
        const also = async (session: ClientSession) => {
          if (pictures.length > 0 && !(await this.files.claim(pictures, official.id, callSubject(id), session))) throw new NotTheirs();
        };
        return { to: 'reported', set: { report }, told: unheard('volunteer-call.reported', { ...toldOf(before), people, minutes, at: now }), also };
      });
    } catch (error) {
      if (error instanceof NotTheirs) return refuse('pictures');
      throw error;
    }
  }

  /** What somebody came from to write a call about it. */
  async origin({ kind, id }: Subject): Promise<VolunteerOrigin | null> {
    const card = await this.subjects.card({ kind: String(kind), id: String(id) });
    return card?.isPublic && card.kind !== 'volunteer-call' ? originOf(card) : null;
  }

  /** What some words find, for what a call grows from. */
  async find(words: string): Promise<VolunteerOrigin[]> {
    if (words.trim() === '') return [];
    return (await this.subjects.find(words, found)).filter((card) => card.isPublic && card.kind !== 'volunteer-call').map(originOf);
  }

  /** One act on one call: who may, what stands against it, one write. Of two at once the second looks again. */
  private async step(official: Citizen, id: string, act: string, move: (before: VolunteerCall, now: Date) => 'done' | Refused | Step | Promise<'done' | Refused | Step>): Promise<VolunteerCallResult> {
    const before = await this.moves.find(id);
    if (!before) return noCall;
    const refused = this.stranger(official, before, act);
    if (refused) return refused;
    const wish = await move(before, this.clock.now());
    if (wish === 'done') return this.saved(before, official);
    if ('__typename' in wish) return wish;
    const moved = await this.moves.make(before, wish as Step);
    return moved ? this.saved(moved, official) : this.step(official, id, act, move);
  }

  /** Why this official has no business with it, or null. What is not public is to others as if there were none. */
  private stranger(official: Citizen, call: VolunteerCall, act: string) {
    if (leads(official, call.departmentId)) return null;
    return isPublic(call) ? otherDepartment('volunteer-call', { act, citizenId: official.id, id: call._id }) : noCall;
  }

  /** What is missing before everybody reads it. */
  private async incomplete(call: VolunteerCall, now: Date): Promise<Refused | null> {
    const shifts = (await this.shifts.find({ callId: call._id }).lean<VolunteerShift[]>().exec()).map((shift) => ({ ...shift, id: ownName(shift) }));
    const late: FieldProblem[] = call.endsAt && call.endsAt <= now ? [{ field: 'shifts.0.endsAt', code: 'too_small', limit: null }] : [];
    const problems = [...problemsOf(callPublic, { ...call, shifts }), ...late];
    return problems.length > 0 ? invalid(problems) : null;
  }

  private async begin(citizen: Citizen, { id, stage, fields, shifts }: { id: string; stage: 'draft' | 'proposed'; fields: Fields; shifts: Shift[] }): Promise<VolunteerCallResult> {
    const now = this.clock.now();
    const isByCitizen = stage === 'proposed';
    const told = isByCitizen ? { unheard: [unheard('volunteer-call.proposed', { ...toldOf({ _id: id, ...fields }), at: now })] } : {};
    const record = { _id: id, stage, ...fields, isByCitizen, authorId: isByCitizen ? citizen.id : '', createdBy: isByCitizen ? '' : citizen.id, proposedAt: isByCitizen ? now : null, revision: 1, createdAt: now, touchedAt: now, ...told };
    try {
      await this.transactions.run(async (session) => {
        await this.calls.create([record], { session });
        await this.keep(id, shifts, session);
      });
    } catch (error) {
      if (!isThere(error)) throw error;
      return refuse('changed');
    }
    await this.moves.tell(id);
    const made = await this.moves.find(id);
    return made ? this.saved(made, citizen) : noCall;
  }

  /** The shifts as the form has them. One that went from the form goes, where nobody offered themself yet. */
  private async keep(id: string, shifts: readonly Shift[], session: ClientSession): Promise<void> {
    for (const { _id, ...fields } of shifts) await this.shifts.updateOne({ _id }, { $set: fields }, { upsert: true, session, setDefaultsOnInsert: true }).exec();
    await this.shifts.deleteMany({ callId: id, _id: { $nin: shifts.map(({ _id }) => _id) } }, { session }).exec();
  }

  private async saved(call: VolunteerCall, citizen: Citizen): Promise<VolunteerCallResult> {
    return { __typename: 'VolunteerCallSaved', call: await this.views.one(call, citizen) };
  }

  /** What was typed, as it is kept: of a pin its district, of two hours how long they last. */
  private async fieldsOf(id: string, input: VolunteerCallInput, known: readonly VolunteerShift[]): Promise<{ fields: Fields; shifts: Shift[] }> {
    const { label, lat = null, lng = null } = input.place;
    const place = { label: oneLine(label), lat: lng === null ? null : lat, lng: lat === null ? null : lng };
    const pinned = place.lat !== null && place.lng !== null ? districtOf(await this.organisation.districts(), { lat: place.lat, lng: place.lng }) : null;
    const shifts = input.shifts.map((shift): Shift => ({
      _id: shiftId(id, shift.id), callId: id, task: oneLine(shift.task), bring: oneLine(shift.bring), startsAt: shift.startsAt ?? null, endsAt: shift.endsAt ?? null, minutes: minutesOf(shift), minimum: shift.minimum, places: shift.places, isStepFree: shift.isStepFree, isForChildren: shift.isForChildren, fromAge: shift.fromAge ?? null,
    }));
    const cancelled = new Map(known.map(({ _id, cancellation }) => [_id, cancellation]));
    const title = { el: oneLine(input.title.el), en: oneLine(input.title.en) };
    const text = bothOf(input.text);
    const said = [title.el, title.en, text.el, text.en, place.label, ...shifts.map(({ task }) => task)];
    const fields = {
      title, text, departmentId: input.departmentId ?? null, categoryId: input.categoryId ?? null, districtId: pinned?.id ?? input.districtId ?? null, place, origin: input.origin ? { kind: input.origin.kind, id: input.origin.id } : null, responsible: oneLine(input.responsible),
      terms: terms(said.join(' ')).slice(0, 1000), ...spanOf(shifts.map((shift) => ({ ...shift, cancellation: cancelled.get(shift._id) ?? null }))),
    };
    return { fields, shifts };
  }

  /** What there is not, or no more. What a call carries already it may keep. */
  private async unknown(fields: Fields, before: VolunteerCall | null): Promise<FieldProblem[]> {
    const { origin } = fields;
    const isKept = origin !== null && before?.origin?.kind === origin.kind && before.origin.id === origin.id;
    const card = origin && !isKept ? await this.subjects.card(origin) : null;
    const isKnown = origin === null || isKept || card?.isPublic === true;
    return [...(await this.organisation.unknown(fields, before)), ...(isKnown ? [] : [{ field: 'origin', code: 'invalid' as const, limit: null }])];
  }
}

/** Takes the transaction back. */
class NotTheirs extends Error {}

const toldOf = ({ _id: id, title, departmentId }: Pick<VolunteerCall, '_id' | 'title' | 'departmentId'>) => ({ id, title, departmentId });

const publication = (before: VolunteerCall, now: Date, more: Partial<VolunteerCall> = {}): Step =>
  ({ to: 'published', set: { publishedAt: now, ...more }, told: unheard('volunteer-call.published', { ...toldOf(before), isByCitizen: before.isByCitizen, at: now }) });

const bothOf = ({ el, en }: Localized): Localized => ({ el: plain(el), en: plain(en) });

const idProblems = (id: string): FieldProblem[] => problemsOf(callId, id).map((problem) => ({ ...problem, field: 'id' }));

/** Whether what is sent says nothing else than what stands. */
function isSame(sent: { fields: Fields; shifts: readonly Shift[] }, stands: { fields: Fields; shifts: readonly Shift[] }): boolean {
  const asSent = <T extends object>(like: T, thing: T) => Object.fromEntries(Object.keys(like).map((key) => [key, thing[key as keyof T]]));
  const byId = new Map(stands.shifts.map((shift) => [shift._id, shift]));
  const isThatOf = (shift: Shift) => {
    const one = byId.get(shift._id);
    return one !== undefined && isDeepStrictEqual({ ...shift }, asSent(shift, one));
  };
  return isDeepStrictEqual({ ...sent.fields }, asSent(sent.fields, stands.fields)) && byId.size === sent.shifts.length && sent.shifts.every(isThatOf);
}

/** Two shifts of one name would be one. */
const ownNames = (shifts: readonly Shift[]): FieldProblem[] => (new Set(shifts.map(({ _id }) => _id)).size === shifts.length ? [] : [{ field: 'shifts', code: 'invalid', limit: null }]);

/** Whoever offered themself did so for a time: of what is public none is moved, and none is taken away. */
function keepsTimes(shifts: readonly Shift[], known: readonly VolunteerShift[]): boolean {
  return known.every(({ _id, startsAt, endsAt }) => {
    const now = shifts.find((shift) => shift._id === _id);
    return now !== undefined && now.startsAt?.getTime() === startsAt?.getTime() && now.endsAt?.getTime() === endsAt?.getTime();
  });
}
