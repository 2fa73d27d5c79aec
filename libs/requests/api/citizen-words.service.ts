import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, plain, Unheard, unheard, type UnheardEvent } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { ModerationDecided } from '@isegoria/moderation/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { type CorrectRequestResult, type MutationCorrectRequestWordArgs, wordInput } from '@isegoria/requests/contracts';
import type { ClientSession, Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { moment } from './change';
import { noSuchRequest } from './refusals';
import { momentOfSubject, momentSubject, requestSubject, titleOf } from './request-labels';
import type { ServiceRecord } from './request-service.schema';
import { RequestViews } from './request-views';
import { type HoldRecord, type MomentRecord, RequestRecord } from './request.schema';
import { citizensSay, isCitizensWord } from './requests.rules';
import { WithPictures } from './with-pictures';

type Corrected = { text: string; pictures: string[] };

const waiting: HoldRecord = { standing: 'waiting', rule: null, reason: '', caseId: null };

/**
 * What a citizen says in the life of a request, with what moderators are told of it. Where the service asks for it they read the words first; what
 * the words bring about, such as that it is open again, waits for nobody. Of one that nobody else reads there is nothing to moderate.
 */
export function saidByCitizen(request: RequestRecord, service: ServiceRecord | null, words: Parameters<typeof moment>[0]): { said: MomentRecord; told: UnheardEvent[] } {
  const said = moment(words);
  if (!request.listed || (said.text === '' && said.pictures.length === 0)) return { said, told: [] };
  const waits = service?.waits ?? false;
  return { said: { ...said, hold: waits ? waiting : null }, told: [submitted(request, service, said, waits ? 'wait' : 'public')] };
}

function submitted({ _id: id, place }: RequestRecord, service: ServiceRecord | null, { id: momentId, text, byId, at }: MomentRecord, mode: 'wait' | 'public'): UnheardEvent {
  return unheard('contribution.submitted', { item: momentSubject(id, momentId), authorId: byId ?? '', title: titleOf(service, place).el, text, mode, subject: requestSubject(id), at });
}

/** How moderators reach what citizens say in the life of a request, and how it is put right. */
@Injectable()
export class CitizenWords {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly withPictures: WithPictures,
    private readonly views: RequestViews,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  /** Hearing it twice, or an older one late, changes nothing. An official's act holds all the same: how the request stands is not moved. */
  async decide({ item, decision, rule, reason, caseId, at }: ModerationDecided): Promise<void> {
    const { id, momentId } = momentOfSubject(item.id);
    const hold = decision === 'approved' ? null : { standing: decision, rule, reason, caseId };
    const which = { id: momentId, kind: { $in: [...citizensSay] }, decidedAt: { $not: { $gte: at } } };
    const decided = await this.requests.findOneAndUpdate({ _id: id, history: { $elemMatch: which } }, { $set: { 'history.$[one].hold': hold, 'history.$[one].decidedAt': at } }, { arrayFilters: [{ 'one.id': momentId }], returnDocument: 'after' }).lean<RequestRecord>().exec();
    if (decided) await this.tell(decided);
  }

  async correct(citizen: Citizen, { id, momentId, ...input }: MutationCorrectRequestWordArgs): Promise<CorrectRequestResult> {
    const corrected = { text: plain(input.text), pictures: [...new Set(input.pictures)] };
    const problems = problemsOf(wordInput, { isFixed: false, ...corrected });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const seen = await this.requests.findById(String(id)).lean<RequestRecord>().exec();
    const said = seen?.history.find((one) => one.id === momentId && one.byId === citizen.id && isCitizensWord(one));
    if (!seen || !said) return noSuchRequest('correct', citizen.id, id);
    // A second press finds it with the moderators.
    if (said.hold?.standing === 'waiting' && said.text === corrected.text) return { __typename: 'RequestChanged', request: await this.views.one(seen, citizen) };
    if (said.hold?.standing !== 'returned') return { __typename: 'NotAllowed', reason: 'correct_closed' };
    const written = await this.write(seen, said, corrected);
    if (written === 'pictures') return { __typename: 'Invalid', problems: [{ field: 'pictures', code: 'invalid', limit: null }] };
    if (!written) return this.correct(citizen, { id, momentId, ...input });
    await this.unheard.tell(this.requests, seen._id);
    await this.tell(written);
    return { __typename: 'RequestChanged', request: await this.views.one(written, citizen) };
  }

  /** Words and pictures together; null where somebody was quicker. */
  private async write(seen: RequestRecord, said: MomentRecord, corrected: Corrected): Promise<RequestRecord | 'pictures' | null> {
    const service = await this.catalogue.service(seen.serviceId);
    const told = submitted(seen, service, { ...said, ...corrected, at: this.clock.now() }, 'wait');
    const written = await this.withPictures.write(async (session, claim) => {
      const request = await this.change(seen._id, said.id, { corrected, told, session });
      if (request) await claim(corrected.pictures, said.byId ?? '', momentSubject(seen._id, said.id));
      return request;
    });
    return written === 'pictures' ? written : written.done;
  }

  private change(id: string, momentId: string, { corrected, told, session }: { corrected: Corrected; told: UnheardEvent; session: ClientSession }): Promise<RequestRecord | null> {
    const { text, pictures } = corrected;
    const set = { 'history.$[one].text': text, 'history.$[one].pictures': pictures, 'history.$[one].hold': waiting };
    const which = { _id: id, history: { $elemMatch: { id: momentId, 'hold.standing': 'returned' } } };
    return this.requests.findOneAndUpdate(which, { $set: set, $push: { unheard: told } }, { arrayFilters: [{ 'one.id': momentId }], returnDocument: 'after', session }).lean<RequestRecord>().exec();
  }

  private async tell({ _id, status, revision }: RequestRecord): Promise<void> {
    await this.announcer.announce(requestSubject(_id), 'changed', { status, revision });
  }
}
