import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import type { AuthorRecord, ContributionsImported, ContributionSubmitted } from '@isegoria/moderation/contracts';
import { Case } from './case.schema';
import { Contribution } from './contribution.schema';

/** What people contributed, and how they fared. */
@Injectable()
export class Contributions {
  constructor(
    @InjectModel(Contribution.name) private readonly contributions: Model<Contribution>,
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    private readonly clock: Clock,
  ) {}

  async note({ item, authorId, title, text, alignment, at }: ContributionSubmitted): Promise<void> {
    const fields = { authorId, title, text, alignment: alignment ?? null, at: at ?? this.clock.now() };
    await this.contributions.updateOne({ _id: subjectKey(item) }, { $set: fields }, { upsert: true }).exec();
  }

  async noteMany({ contributions }: ContributionsImported): Promise<void> {
    if (contributions.length === 0) return;
    const writes = contributions.map(({ item, authorId, at }) => ({
      updateOne: { filter: { _id: subjectKey(item) }, update: { $setOnInsert: { authorId, at, title: '', text: '', alignment: null } }, upsert: true },
    }));
    await this.contributions.bulkWrite(writes, { ordered: false });
  }

  /** Its author took it back: that there was one still counts, what it said is gone. */
  async forget(item: Subject): Promise<void> {
    await this.contributions.updateOne({ _id: subjectKey(item) }, { $set: { title: '', text: '' } }).exec();
  }

  async find(item: string): Promise<Contribution | null> {
    return this.contributions.findById(item).lean<Contribution>().exec();
  }

  /** Those that were submitted one by one, the newest first: a seed picks among them. */
  async latest(first: number): Promise<Contribution[]> {
    return this.contributions.find({ text: { $ne: '' } }).sort({ at: -1 }).limit(first).lean<Contribution[]>().exec();
  }

  async recordOf(authorId: string | null): Promise<AuthorRecord> {
    if (!authorId) return { contributions: 0, decisions: 0 };
    const against = { authorId, status: 'decided' as const, decision: { $ne: 'approved' as const }, objection: { $ne: 'reversed' as const }, reopenedAt: null };
    const [contributions, decisions] = await Promise.all([this.contributions.countDocuments({ authorId }).exec(), this.cases.countDocuments(against).exec()]);
    return { contributions, decisions };
  }
}
