import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type IntegritySign, type IntegritySignPage, type IntegritySpan, type IntegrityWord, type QueryIntegritySignsArgs, watchedKinds } from '@isegoria/integrity/contracts';
import { Clock, Kept, pageOf, type SubjectCard, Subjects, titlesOf } from '@isegoria/kernel/api';
import { afterDays, parseSubject, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { NamedVotes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { HoursStore } from './hours-store';
import { spansOf } from './rhythm';
import { IntegritySignRecord, IntegrityWordRecord } from './sign.schema';
import { placeOf } from './signs.rules';

const keptMs = 60_000;
const longestDays = 36_500;

/** The signs as everybody reads them: with their thing where it is public, its place, and what the city said. */
@Injectable()
export class Signs {
  private readonly standings = new Map(watchedKinds.map((kind) => [kind as string, new Kept(() => this.votes.standings(kind), keptMs)]));

  constructor(
    @InjectModel(IntegritySignRecord.name) private readonly signs: Model<IntegritySignRecord>,
    @InjectModel(IntegrityWordRecord.name) private readonly words: Model<IntegrityWordRecord>,
    private readonly votes: NamedVotes,
    private readonly store: HoursStore,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  async page({ kind, days, first, after }: QueryIntegritySignsArgs): Promise<IntegritySignPage> {
    const since = days ? { to: { $gte: afterDays(this.clock.now(), -Math.min(Math.max(days, 1), longestDays)) } } : {};
    const page = await pageOf(this.signs, { filter: { ...(kind && { kind: String(kind) }), ...since }, sort: [['to', -1], ['_id', -1]], first, after });
    return { ...page, items: await this.views(page.items) };
  }

  find(id: string): Promise<IntegritySignRecord | null> {
    return this.signs.findById(String(id)).lean<IntegritySignRecord>().exec();
  }

  async one(id: string): Promise<IntegritySign | null> {
    const sign = await this.find(id);
    return sign ? ((await this.views([sign]))[0] ?? null) : null;
  }

  /** Those on a thing about which the city has spoken; of a thing that is not public nothing. */
  async told({ kind, id }: Subject): Promise<IntegritySign[]> {
    const ballotId = subjectKey({ kind: String(kind), id: String(id) });
    const signs = await this.signs.find({ ballotId }).sort({ from: -1 }).limit(10).lean<IntegritySignRecord[]>().exec();
    return signs.length === 0 ? [] : (await this.views(signs)).filter(({ about, words }) => about && words.length > 0);
  }

  /** Nothing of a thing that is not public. */
  async spans(id: string): Promise<IntegritySpan[]> {
    const sign = await this.find(id);
    const subject = sign && parseSubject(sign.ballotId);
    return subject && (await this.subjects.card(subject))?.isPublic ? spansOf(await this.store.rhythm(sign.ballotId)) : [];
  }

  async views(signs: readonly IntegritySignRecord[]): Promise<IntegritySign[]> {
    const [cards, words] = await Promise.all([this.subjects.cards(signs.flatMap(({ ballotId }) => parseSubject(ballotId) ?? [])), this.wordsOf(signs.map(({ _id }) => _id))]);
    return Promise.all(signs.map((sign) => this.view(sign, cards.get(sign.ballotId), words.get(sign._id) ?? [])));
  }

  private async view({ _id: id, ballotId, kind, from, to, figures }: IntegritySignRecord, card: SubjectCard | undefined, words: IntegrityWord[]): Promise<IntegritySign> {
    const { supports, fresh, peak, expected, usualPercent, chance, verifiedPercent, basis } = figures;
    const shown = card?.isPublic ? card : null;
    return {
      id, kind, from, to, supports, fresh, peak, expected, usualPercent, chance, verifiedPercent, basis, words,
      about: shown && { subject: { kind: shown.kind, id: shown.id }, title: titlesOf(shown), path: shown.path },
      place: shown && (await this.placeOf(ballotId, shown.kind, fresh ?? supports)),
      finding: words[0]?.finding ?? 'silent',
    };
  }

  private async placeOf(ballotId: string, kind: string, ofSign: number): Promise<IntegritySign['place']> {
    const standings = (await this.standings.get(kind)?.get()) ?? new Map<string, number>();
    const supports = standings.get(ballotId) ?? 0;
    return supports === 0 ? null : { supports, ...placeOf(supports, ofSign, [...standings.values()]), of: standings.size };
  }

  private async wordsOf(ids: readonly string[]): Promise<Map<string, IntegrityWord[]>> {
    const found = await this.words.find({ signId: { $in: [...ids] } }).sort({ signId: 1, revision: -1 }).lean<IntegrityWordRecord[]>().exec();
    const words = new Map<string, IntegrityWord[]>(ids.map((id) => [id, []]));
    for (const { signId, revision, finding, text, role, at } of found) words.get(signId)?.push({ revision, finding, text, role, at });
    return words;
  }
}

