import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { method, watchedKinds } from '@isegoria/integrity/contracts';
import { log } from '@isegoria/kernel/api';
import { parseSubject, portions } from '@isegoria/kernel/contracts';
import { type NamedBatch, NamedVotes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { wholeCity } from './hours.schema';
import { type Gained, HoursStore } from './hours-store';
import { added, type Count, hourMs, hourOf, momentOf, type Rhythm } from './rhythm';
import { IntegritySignRecord } from './sign.schema';
import { burstsOf, type Found, mayHoldSign, newcomersOf } from './signs.rules';

/** So many batches of the log at a time: at most two hundred thousand votes. */
const chunk = 500;
const atATime = 10;
const looks = 200;
const newMs = method.newHours * hourMs;
const watched: readonly string[] = watchedKinds;

/**
 * Counts the supports of the log by the hour, and looks for signs in what is new. It reads only hours that are over, each batch once, and writes sums. What is being counted is
 * said before it is, and each record says up to where it was counted; so it may be killed anywhere and run twice. Which signs there are follows from the log alone, not from when it was read.
 */
@Injectable()
export class Watch {
  constructor(
    private readonly votes: NamedVotes,
    private readonly citizens: Citizens,
    private readonly store: HoursStore,
    @InjectModel(IntegritySignRecord.name) private readonly signs: Model<IntegritySignRecord>,
  ) {}

  /** Counts what came before a moment, and looks at what it changed. */
  async catchUp(before: Date): Promise<void> {
    while (await this.step(before));
    await this.look();
  }

  /** Counts the whole log anew and finds the signs again; what the city said about them stays. */
  async rebuild(before: Date, progress: (done: number, total: number) => void): Promise<void> {
    await this.store.clear();
    while (await this.step(before)) progress((await this.store.place()).at, 0);
    const found = await this.look();
    await this.signs.deleteMany({ ballotId: { $nin: [...found] } }).exec();
  }

  /** One chunk of the log; false where there is nothing more to count. */
  private async step(before: Date): Promise<boolean> {
    const { at, to } = await this.store.place();
    const isBegun = to > at;
    const read = await this.votes.after(at, isBegun ? to - at : chunk);
    const open = isBegun ? -1 : read.findIndex((batch) => batch.at >= before);
    const batches = open < 0 ? read : read.slice(0, open);
    const last = batches.at(-1)?.seq ?? at;
    if (last === at) return false;
    const place = isBegun ? { at, to } : await this.store.begin(at, last);
    // Another one said something else in the same moment, which is read next; or the log cannot be read as far just now.
    if (place.at !== at || place.to !== last) return !isBegun;
    await this.store.add(await this.gained(batches), last, (ballotId, hours) => ballotId !== wholeCity && mayHoldSign(hours));
    await this.store.done(place);
    return true;
  }

  /** What some batches add. Somebody who presses again and again within an hour came once. A few batches at a time: others wait for this process too. */
  private async gained(batches: readonly NamedBatch[]): Promise<Gained> {
    const beginnings = await this.citizens.beginnings(batches.flatMap(({ given }) => given.flatMap(({ citizenId }) => citizenId ?? [])));
    const gained = new Map<string, Map<number, Count>>();
    const came = new Set<string>();
    for (const few of portions(batches, atATime)) {
      await setImmediate();
      for (const { at, given } of few) {
        const hour = hourOf(at);
        for (const { ballotId, voter, citizenId } of given) {
          const press = `${hour}|${ballotId}|${voter}`;
          if (came.has(press) || !watched.includes(parseSubject(ballotId)?.kind ?? '')) continue;
          came.add(press);
          const count = countOf(at, beginnings.get(citizenId ?? ''));
          for (const name of [ballotId, wholeCity]) {
            const hours = gained.get(name) ?? new Map<number, Count>();
            gained.set(name, hours.set(hour, added(hours.get(hour), count)));
          }
        }
      }
    }
    return gained;
  }

  /** Looks for signs in all that has changed, and answers in which things there are any. */
  private async look(): Promise<Set<string>> {
    const found = new Set<string>();
    const due = () => this.store.due(looks);
    let things = await due();
    if (things.size === 0) return found;
    const city = await this.store.rhythm(wholeCity);
    for (; things.size > 0; things = await due()) {
      for (const [ballotId, upTo] of things) {
        if (await this.lookAt(ballotId, city)) found.add(ballotId);
        await this.store.seen(ballotId, upTo);
      }
    }
    return found;
  }

  private async lookAt(ballotId: string, city: Rhythm): Promise<boolean> {
    const own = await this.store.rhythm(ballotId);
    const records = [...burstsOf(own, city), ...newcomersOf(own, city)].map((sign) => recordOf(ballotId, sign));
    for (const { _id, ...record } of records) {
      const { upsertedCount } = await this.signs.updateOne({ _id }, { $set: record }, { upsert: true }).exec();
      if (upsertedCount > 0) log.info({ sign: _id, kind: record.kind }, 'a sign of coordination was noticed');
    }
    await this.signs.deleteMany({ ballotId, _id: { $nin: records.map(({ _id }) => _id) } }).exec();
    return records.length > 0;
  }
}

/** One who came at a moment, whose account began some time before; of who has left nothing is known. */
function countOf(at: Date, account: { createdAt: Date; isVerified: boolean } | undefined): Count {
  const age = account ? at.getTime() - account.createdAt.getTime() : Infinity;
  return [1, Number(age >= 0 && age < newMs), Number(account?.isVerified ?? false)];
}

function recordOf(ballotId: string, { kind, from, to, ...figures }: Found): IntegritySignRecord {
  const _id = createHash('sha256').update(`${kind}|${ballotId}|${from}`).digest('hex').slice(0, 20);
  return { _id, ballotId, kind, from: momentOf(from), to: momentOf(to), figures };
}
