import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, plain } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { correctionInput, type CorrectRequestResult, type MutationCorrectRequestArgs } from '@isegoria/requests/contracts';
import type { ClientSession, Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { standing } from './change';
import { FollowThrough } from './follow-through';
import { termsOf } from './intake';
import { noSuchRequest } from './refusals';
import { requestSubject } from './request-labels';
import { RequestViews } from './request-views';
import { RequestRecord } from './request.schema';
import { langOf } from './requests.rules';
import { WithPictures } from './with-pictures';

type Corrected = { text: string; pictures: string[] };

/** What moderators sent back is put right by its reporter: a face is taken out of a picture, a name out of the words. The moderators read it again; it stands afterwards as it stood before. */
@Injectable()
export class Corrections {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly withPictures: WithPictures,
    private readonly followThrough: FollowThrough,
    private readonly views: RequestViews,
    private readonly clock: Clock,
  ) {}

  async correct(citizen: Citizen, { id, ...input }: MutationCorrectRequestArgs): Promise<CorrectRequestResult> {
    const problems = problemsOf(correctionInput, input);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const seen = await this.requests.findOne({ _id: String(id), reporterId: citizen.id }).lean<RequestRecord>().exec();
    if (!seen) return noSuchRequest('correct', citizen.id, id);
    const corrected = { text: plain(input.text), pictures: [...new Set(input.pictures)] };
    // A second press finds it with the moderators.
    if (seen.status === 'waiting' && isSame(seen, corrected)) return { __typename: 'RequestChanged', request: await this.views.one(seen, citizen) };
    if (seen.status !== 'returned') return { __typename: 'NotAllowed', reason: 'correct_closed' };
    const written = await this.write(citizen, seen, corrected);
    if (written === 'pictures') return { __typename: 'Invalid', problems: [{ field: 'pictures', code: 'invalid', limit: null }] };
    if (!written) return this.correct(citizen, { id, ...input });
    await this.followThrough.takenIn(written);
    return { __typename: 'RequestChanged', request: await this.views.one(written, citizen) };
  }

  /** Words and pictures together; null where somebody was quicker. What the moderators said is kept until they let it be: it says where it stood. */
  private async write(citizen: Citizen, seen: RequestRecord, corrected: Corrected): Promise<RequestRecord | 'pictures' | null> {
    const written = await this.withPictures.write(async (session, claim) => {
      const request = await this.change(seen, corrected, session);
      if (request) await claim(corrected.pictures, citizen.id, requestSubject(seen._id));
      return request;
    });
    return written === 'pictures' ? written : written.done;
  }

  private async change(seen: RequestRecord, corrected: Corrected, session: ClientSession): Promise<RequestRecord | null> {
    const { _id, revision, serviceId, isPrivate } = seen;
    const service = await this.catalogue.service(serviceId);
    const terms = service ? termsOf(_id, service, { ...seen, ...corrected }) : seen.terms;
    const set = { ...corrected, terms, lang: langOf(corrected.text), ...standing('waiting', isPrivate), changedAt: this.clock.now(), unfinished: true, revision: revision + 1 };
    return this.requests.findOneAndUpdate({ _id, revision }, { $set: set }, { returnDocument: 'after', session }).lean<RequestRecord>().exec();
  }
}

function isSame({ text, pictures }: RequestRecord, corrected: Corrected): boolean {
  return text === corrected.text && pictures.join() === corrected.pictures.join();
}
