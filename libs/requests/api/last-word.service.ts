import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, plain } from '@isegoria/kernel/api';
import { problemsOf, subjectKey } from '@isegoria/kernel/contracts';
import { affectedToReopen, dueAfter, type MutationSayWhetherFixedArgs, type SayWhetherFixedResult, wordInput } from '@isegoria/requests/contracts';
import { Votes } from '@isegoria/votes/api';
import type { ClientSession, Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { moment, standing, toldOf } from './change';
import { saidByCitizen } from './citizen-words.service';
import { FollowThrough } from './follow-through';
import { noSuchRequest } from './refusals';
import { momentSubject, requestSubject, titleOf } from './request-labels';
import { RequestViews, wordId } from './request-views';
import { RequestRecord, RequestWordRecord } from './request.schema';
import { mayRead, sayUntil } from './requests.rules';
import { type Claim, WithPictures } from './with-pictures';

type Said = { isFixed: boolean; text: string; pictures: string[] };

/** The last word on a request is of those whom it concerns (decision 002). */
@Injectable()
export class LastWord {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    @InjectModel(RequestWordRecord.name) private readonly words: Model<RequestWordRecord>,
    private readonly catalogue: Catalogue,
    private readonly votes: Votes,
    private readonly withPictures: WithPictures,
    private readonly followThrough: FollowThrough,
    private readonly views: RequestViews,
    private readonly clock: Clock,
  ) {}

  async say(citizen: Citizen, { id, isFixed, text, pictures }: MutationSayWhetherFixedArgs): Promise<SayWhetherFixedResult> {
    const seen = await this.requests.findById(String(id)).lean<RequestRecord>().exec();
    if (!seen || !mayRead(seen, citizen)) return noSuchRequest('say', citizen.id, id);
    const said = { isFixed, text: plain(text), pictures: [...new Set(pictures)] };
    const problems = problemsOf(wordInput, said);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    if (seen.reporterId !== citizen.id && !(await this.isAffected(citizen, seen))) return { __typename: 'NotAllowed', reason: 'word_stranger' };
    const written = await this.write(citizen, seen, said);
    if (written === 'pictures') return { __typename: 'Invalid', problems: [{ field: 'pictures', code: 'invalid', limit: null }] };
    if (written === 'closed') return { __typename: 'NotAllowed', reason: 'word_closed' };
    if (written.isNew) await this.followThrough.changed(written.request);
    return { __typename: 'RequestChanged', request: await this.views.one(written.request, citizen) };
  }

  /** Whether they have said that it concerns them too. */
  private async isAffected(citizen: Citizen, { _id }: RequestRecord): Promise<boolean> {
    const [vote] = await this.votes.of(citizen, [subjectKey(requestSubject(_id))]);
    return vote !== undefined && vote.answers.length > 0;
  }

  /**
   * The word, the count and the opening again are one write. Every word changes the request, so that of several at once each counts those
   * before it: the third voice and the reporter open it again once, and whoever comes after that is told that it is open.
   */
  private async write(citizen: Citizen, seen: RequestRecord, said: Said): Promise<{ request: RequestRecord; isNew: boolean } | 'closed' | 'pictures'> {
    const written = await this.withPictures.write(async (session, claim) => {
      const request = await this.requests.findById(seen._id).session(session).lean<RequestRecord>().orFail().exec();
      const at = this.clock.now();
      // Somebody was quicker, and it is open again already: what is still wrong is said all the same.
      const isLate = !said.isFixed && request.reopened > seen.reopened;
      const word = { _id: wordId(isLate ? seen : request, citizen.id), requestId: seen._id, citizenId: citizen.id, isFixed: said.isFixed, at };
      const before = await this.words.findById(word._id).session(session).lean<RequestWordRecord>().exec();
      if (before?.isFixed === said.isFixed || (await this.hasOpened(request, citizen, said, session))) return { request, isNew: false };
      if (!isLate && sayUntil(request, at) === null) return 'closed' as const;
      return { request: await this.add(request, word, said, { session, claim }), isNew: true };
    });
    return written === 'pictures' ? written : written.done;
  }

  /** Whether the request is open again since this person said so: a second press hears that it was done. */
  private async hasOpened({ _id, reopened, status }: RequestRecord, { id: citizenId }: Citizen, { isFixed }: Said, session: ClientSession): Promise<boolean> {
    if (isFixed || reopened === 0 || status === 'fixed' || status === 'closed') return false;
    const before = await this.words.findById(wordId({ _id, reopened: reopened - 1 }, citizenId)).session(session).lean<RequestWordRecord>().exec();
    return before?.isFixed === false;
  }

  private async add(request: RequestRecord, word: RequestWordRecord, said: Said, { session, claim }: { session: ClientSession; claim: Claim }): Promise<RequestRecord> {
    const { _id: id, reporterId, revision } = request;
    const { _id: wordKey, ...kept } = word;
    await this.words.updateOne({ _id: wordKey }, { $set: kept }, { upsert: true, session });
    const round = word._id.slice(0, -word.citizenId.length);
    const words = (await this.words.find({ requestId: id }).session(session).lean<RequestWordRecord[]>().exec()).filter(({ _id }) => _id.startsWith(round));
    const against = words.filter(({ isFixed }) => !isFixed);
    const isEnough = against.some(({ citizenId }) => citizenId === reporterId) || against.filter(({ citizenId }) => citizenId !== reporterId).length >= affectedToReopen;
    const opens = !said.isFixed && request.endedAt !== null && isEnough;

    const at = word.at;
    // A moment later, so that what is told of the two is not taken for one.
    const reopened = moment({ kind: 'reopened', at: new Date(at.getTime() + 1) });
    const service = await this.catalogue.service(request.serviceId);
    const { said: contested, told: submitted } = saidByCitizen(request, service, { kind: 'contested', at, text: said.text, pictures: said.pictures, byId: word.citizenId });
    const moments = said.isFixed ? [] : [contested, ...(opens ? [reopened] : [])];
    const dueAt = dueAfter(at, service?.days ?? 0);
    const again = { ...standing('received', request.isPrivate), closing: null, endedAt: null, expectedAt: null, dueAt, promisedAt: dueAt, reopened: request.reopened + 1, saidFixed: 0, saidNotFixed: 0 };
    const counts = request.endedAt === null ? {} : { saidFixed: words.length - against.length, saidNotFixed: against.length };
    const set = { ...counts, changedAt: at, unfinished: true, revision: revision + 1, ...(opens ? again : {}) };
    const after = { ...request, ...set };
    const told = (said.isFixed ? [] : submitted).concat(moments.flatMap((one) => toldOf(after, titleOf(service, request.place), one)));
    const update = { $set: set, $push: { history: { $each: moments }, ...(told.length > 0 && { unheard: { $each: told } }) } };
    const changed = await this.requests.findOneAndUpdate({ _id: id, revision }, update, { returnDocument: 'after', session }).lean<RequestRecord>().orFail().exec();
    if (!said.isFixed && said.pictures.length > 0) await claim(said.pictures, word.citizenId, momentSubject(id, contested.id));
    return changed;
  }
}
