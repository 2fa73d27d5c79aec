import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type SeedContext, Seeds } from '@isegoria/kernel/api';
import { afterDays, portions, subjectKey } from '@isegoria/kernel/contracts';
import { lastEdition, usualRhythm } from '@isegoria/notifications/contracts';
import { Follow } from '../follow.schema';
import { DigestWish } from './digest-wish.schema';
import { Digests } from './digests.service';

const followingDays = 40;
/** Whom to sign in with to see a digest; the others are one of so many neighbours. */
const known = ['citizen@isegoria.example', 'citizen2@isegoria.example'];
const oneOf = 8;

/** Citizens of the demo city who follow their own neighbourhood, and their first digest. Safe to run twice: follows and wishes have their names, and what was told stays told. */
@Injectable()
export class DigestsSeed implements OnModuleInit {
  constructor(
    @InjectModel(Follow.name) private readonly follows: Model<Follow>,
    @InjectModel(DigestWish.name) private readonly wishes: Model<DigestWish>,
    private readonly citizens: Citizens,
    private readonly digests: Digests,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'digests', order: 97, run: (context) => this.run(context) });
  }

  private async run({ now }: SeedContext): Promise<void> {
    const named = await Promise.all(known.map((email) => this.citizens.byEmail(email)));
    const neighbours = (await this.citizens.sample()).filter((_, at) => at % oneOf === 0);
    const followers = [...named, ...neighbours].flatMap((citizen) => (citizen?.districtId ? [followOf(citizen, citizen.districtId, afterDays(now, -followingDays))] : []));
    const toldUntil = afterDays(lastEdition(usualRhythm, now), -7);
    for (const part of portions(followers, 500)) {
      await this.follows.bulkWrite(part.map(({ _id, ...follow }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: follow }, upsert: true } })), { ordered: false });
      await this.wishes.bulkWrite(part.map(({ citizenId }) => ({ updateOne: { filter: { _id: citizenId }, update: { $setOnInsert: { rhythm: usualRhythm, toldUntil } }, upsert: true } })), { ordered: false });
    }
    await this.digests.send(now);
  }
}

function followOf({ id: citizenId }: Pick<Citizen, 'id'>, districtId: string, at: Date): Follow {
  const subject = subjectKey({ kind: 'district', id: districtId });
  return { _id: `${subject}|${citizenId}`, subject, citizenId, because: 'asked', off: false, at };
}
