import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { Clock, newId, oneLine, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import {
  contactInput, noteInput, type MutationEnterRequestArgs, type NoteOnRequestResult, type RequestContactInput, requestNonce, type SubmitRequestResult, type TakeRequestResult,
} from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { deskChanged } from '../follow-through';
import { Intake } from '../intake';
import { notesKept, RequestRecord } from '../request.schema';
import { RequestViews } from '../request-views';
import { closedTo, invalid, noRequest, refuse, wrong } from './refusals';

/** What officials do among themselves: notes, who sees to it; and what they write down for somebody who called or came. Nobody outside hears of it. */
@Injectable()
export class Desk {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly intake: Intake,
    private readonly views: RequestViews,
    private readonly announcer: Announcer,
    private readonly clock: Clock,
  ) {}

  async note(official: Citizen, id: string, text: string): Promise<NoteOnRequestResult> {
    const request = await this.find(id);
    if (!request || closedTo(official, request, 'note')) return noRequest;
    const said = plain(text);
    const problems = problemsOf(noteInput, { text: said });
    if (problems.length > 0) return invalid(problems);
    const last = request.notes.at(-1);
    // A form that was sent twice is one note.
    if (last?.byId === official.id && last.text === said) return this.changed(request, official);
    const note = { id: newId(), text: said, byId: official.id, at: this.clock.now() };
    // Of very many the oldest make room: what matters still is said again.
    const noted = await this.requests.findOneAndUpdate({ _id: request._id }, { $push: { notes: { $each: [note], $slice: -notesKept } } }, { returnDocument: 'after' }).lean<RequestRecord>().orFail().exec();
    return this.changed(noted, official);
  }

  /** Of two who take it at once the first has it. Given back by whoever has it, or by an administrator where they are away. */
  async take(official: Citizen, id: string, take: boolean): Promise<TakeRequestResult> {
    const request = await this.find(id);
    const closed = closedTo(official, request, 'take');
    if (closed || !request) return closed ?? noRequest;
    const { _id, departmentId } = request;
    const mayFree = !take && hasRole(official, 'administrator');
    const which = { _id, departmentId, ...(mayFree ? {} : { takenById: { $in: [null, official.id] } }) };
    const taken = await this.requests.findOneAndUpdate(which, { $set: { takenById: take ? official.id : null } }, { returnDocument: 'after' }).lean<RequestRecord>().exec();
    if (!taken) return refuse('taken');
    await deskChanged(this.announcer, departmentId);
    return this.changed(taken, official);
  }

  /** For somebody who called or came: any official, whoever has to see to it. */
  async enter(official: Citizen, { input, channel, contact, nonce }: MutationEnterRequestArgs): Promise<SubmitRequestResult> {
    if (channel !== 'phone' && channel !== 'desk') return wrong('channel');
    if (problemsOf(requestNonce, nonce).length > 0) return wrong('nonce');
    const said = cleaned(contact);
    const problems = problemsOf(contactInput, said).map((problem) => ({ ...problem, field: `contact.${problem.field}` }));
    if (problems.length > 0) return invalid(problems);
    const pressKey = `${official.id}|${nonce}`;
    const before = await this.intake.pressed(pressKey);
    if (before) return this.submitted(before, official);
    const left = said.name || said.phone || said.email ? said : null;
    const taken = await this.intake.take(input, { pressKey, channel, contact: left, uploaderId: official.id, mayWait: false });
    if ('problems' in taken) return invalid(taken.problems);
    return 'refusal' in taken ? refuse(taken.refusal) : this.submitted(taken.request, official);
  }

  private find(id: string): Promise<RequestRecord | null> {
    return this.requests.findById(String(id)).lean<RequestRecord>().exec();
  }

  private async changed(request: RequestRecord, official: Citizen) {
    return { __typename: 'RequestChanged' as const, request: await this.views.one(request, official) };
  }

  private async submitted(request: RequestRecord, official: Citizen): Promise<SubmitRequestResult> {
    return { __typename: 'RequestSubmitted', request: await this.views.one(request, official), waits: false };
  }
}

function cleaned({ name, phone, email }: RequestContactInput): RequestContactInput {
  return { name: oneLine(name), phone: plain(phone), email: plain(email) };
}
