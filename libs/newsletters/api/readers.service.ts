import { createHmac } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, Events, invalid, isSameSecret, publicUrl, secretFor, unlessThere } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type NewsletterWish, type SetNewsletterWishResult, wishForm } from '@isegoria/newsletters/contracts';
import { NewsletterRecord, NewsletterReader } from './newsletter.schema';

/** Of whom a letter is for. */
export type Audience = Pick<NewsletterRecord, 'districtIds' | 'categoryIds'>;

const portion = 500;

/** Who said yes to the city's letters, and how they say no again. */
@Injectable()
export class Readers implements OnModuleInit {
  constructor(
    @InjectModel(NewsletterReader.name) private readonly readers: Model<NewsletterReader>,
    @InjectModel(NewsletterRecord.name) private readonly letters: Model<NewsletterRecord>,
    private readonly citizens: Citizens,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.later('citizen.signedUp', 'newsletters.wish', async ({ citizenId, wantsNewsletter = false, at }) => {
      // Told twice, it is a wish once; and one that was taken back in between is not given again.
      if (wantsNewsletter && (await this.citizens.find(citizenId))) await this.readers.collection.insertOne({ _id: citizenId as never, since: at, categoryIds: [] }).catch(unlessThere);
    });
  }

  async wishOf({ id, confirmed }: Citizen): Promise<NewsletterWish & { __typename: 'NewsletterWish' }> {
    const [reader, contact] = await Promise.all([this.readers.findById(id).lean<NewsletterReader>().exec(), this.citizens.contact(id)]);
    return { __typename: 'NewsletterWish', wants: reader !== null, since: reader?.since ?? null, categoryIds: reader?.categoryIds ?? [], hasAddress: confirmed && contact !== null };
  }

  /** The day on which somebody said yes stays the first one, whatever they choose after it. */
  async wish(citizen: Citizen, wants: boolean, categoryIds: string[]): Promise<SetNewsletterWishResult> {
    const problems = problemsOf(wishForm, { categoryIds });
    if (problems.length > 0) return invalid(problems);
    if (wants) await this.readers.updateOne({ _id: citizen.id }, { $set: { categoryIds }, $setOnInsert: { since: this.clock.now() } }, { upsert: true }).exec();
    else await this.readers.deleteOne({ _id: citizen.id }).exec();
    return this.wishOf(citizen);
  }

  /** Ends the letters of whoever holds the link; a link is right for ever, and what it ended is counted once. */
  async leave(citizenId: string, letterId: string, token: string): Promise<boolean> {
    if (!isSameSecret(token, tokenOf(citizenId, letterId))) return false;
    const { deletedCount } = await this.readers.deleteOne({ _id: citizenId }).exec();
    if (deletedCount > 0) await this.letters.updateOne({ _id: letterId, wentAt: { $ne: null } }, { $inc: { left: 1 } }).exec();
    return true;
  }

  async isStill(citizenId: string): Promise<boolean> {
    return (await this.readers.exists({ _id: citizenId })) !== null;
  }

  async reach(audience: Audience): Promise<number> {
    let people = 0;
    for (let after: string | null = null, isLast = false; !isLast; ) {
      const next = await this.next(audience, after);
      people += next.ids.length;
      ({ last: after, isLast } = next);
    }
    return people;
  }

  /** The next readers whom such a letter reaches, in the order of their ids, after one of them. */
  async next({ districtIds, categoryIds }: Audience, after: string | null): Promise<{ ids: string[]; last: string | null; isLast: boolean }> {
    const chose = categoryIds.length === 0 ? {} : { $or: [{ categoryIds: { $in: categoryIds } }, { categoryIds: [] }] };
    const found = await this.readers.find({ ...(after === null ? {} : { _id: { $gt: after } }), ...chose }, { _id: 1 }).sort({ _id: 1 }).limit(portion).lean<Pick<NewsletterReader, '_id'>[]>().exec();
    const reachable = await this.citizens.reachable(found.map(({ _id }) => _id), districtIds);
    return { ids: found.map(({ _id }) => _id).filter((id) => reachable.has(id)), last: found.at(-1)?._id ?? after, isLast: found.length < portion };
  }
}

/** Where the end of such letters is, for a person and the letter that they read it in; a mail program's one click goes to the same address (RFC 8058). */
export function stopUrlOf(citizenId: string, letterId: string): string {
  return `${publicUrl()}/newsletters/stop?${new URLSearchParams({ citizen: citizenId, letter: letterId, token: tokenOf(citizenId, letterId) }).toString()}`;
}

function tokenOf(citizenId: string, letterId: string): string {
  return createHmac('sha256', secretFor('stop-newsletters')).update(JSON.stringify([citizenId, letterId])).digest('base64url');
}
