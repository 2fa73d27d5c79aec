import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { method, watchedKinds } from '@isegoria/integrity/contracts';
import { log, Unheard, unheard } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { type NamedBatch, NamedVotes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { wholeCity } from './hours.schema';
import { type Gained, HoursStore } from './hours-store';
import { added, type Count, dayOf, hourMs, hourOf, momentOf, type Rhythm } from './rhythm';
import { IntegritySignRecord, IntegrityWordRecord } from './sign.schema';
import { burstsOf, type Found, mayHoldSign, newcomersOf } from './signs.rules';

/** So many batches of the log at a time are counted into the records: at most two hundred thousand votes. */
const chunk = 500;
/** And so many are read at a time: others wait for this process too. */
const atATime = 5;
const looks = 200;
const newMs = method.newHours * hourMs;
/** Of a sign that is older when it is found, nobody is told: it is read from a log of years, and would only frighten. */
const newsHours = 7 * 24;
const watched: readonly string[] = watchedKinds;

/**
 * Counts the supports of the log by the hour, and looks for signs in what is new. It reads only hours that are over, each batch once, and writes sums. What is being counted is
 * said before it is, and each record says up to where it was counted; so it may be killed anywhere and run twice. Which signs there are follows from the log alone, not from when it was read.
 */
@Injectable()
export class Watch implements OnModuleInit {
  constructor(
    private readonly votes: NamedVotes,
    private readonly citizens: Citizens,
    private readonly store: HoursStore,
    @InjectModel(IntegritySignRecord.name) private readonly signs: Model<IntegritySignRecord>,
    @InjectModel(IntegrityWordRecord.name) private readonly words: Model<IntegrityWordRecord>,
    private readonly unheard: Unheard,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.signs);
  }

  /** Counts what came before a moment, and looks at what it changed. */
  async catchUp(before: Date): Promise<void> {
    while (await this.step(before));
    await this.look(hourOf(before));
  }

  /** Counts the whole log anew and finds the signs again; what the city said about them stays. */
  async rebuild(before: Date, progress: (done: number, total: number) => void): Promise<void> {
    await this.store.clear();
    while (await this.step(before)) progress((await this.store.place()).at, 0);
    await this.look(hourOf(before));
    const city = await this.store.rhythm(wholeCity);
    for (const { ballotId } of await this.signs.find({}, { ballotId: 1 }).lean<IntegritySignRecord[]>().exec()) await this.lookAt(ballotId, city, hourOf(before));
  }

  /** One chunk of the log; false where there is nothing more to count. */
  private async step(before: Date): Promise<boolean> {
    const { at, to } = await this.store.place();
    const isBegun = to > at;
    const { gained, last } = await this.read(at, isBegun ? { to } : { to: at + chunk, before });
    if (last === at) return false;
    const place = isBegun ? { at, to } : await this.store.begin(at, last);
    // Another one said something else in the same moment, which is read next; or the log cannot be read as far just now.
    if (place.at !== at || place.to !== last) return !isBegun;
    await this.store.add(gained, last, (ballotId, hours) => ballotId !== wholeCity && mayHoldSign(hours));
    await this.store.done(place);
    return true;
  }

  /** What the batches after a number add, up to another one, as far as they came before a moment. */
  private async read(from: number, { to, before }: { to: number; before?: Date }): Promise<{ gained: Gained; last: number }> {
    const gained = new Map<string, Map<number, Count>>();
    const came = new Set<string>();
    let last = from;
    while (last < to) {
      const read = await this.votes.after(last, Math.min(to - last, atATime));
      const open = before ? read.findIndex(({ at }) => at >= before) : -1;
      const batches = open < 0 ? read : read.slice(0, open);
      await this.gain(batches, gained, came);
      last = batches.at(-1)?.seq ?? last;
      if (batches.length < read.length || read.length === 0) break;
    }
    return { gained, last };
  }

  /** Adds some batches. Somebody who presses again and again within an hour came once. */
  private async gain(batches: readonly NamedBatch[], gained: Map<string, Map<number, Count>>, came: Set<string>): Promise<void> {
    const beginnings = await this.citizens.beginnings(batches.flatMap(({ given }) => given.flatMap(({ citizenId }) => citizenId ?? [])));
    for (const { at, given } of batches) {
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

  /** Looks for signs in all that has changed until an hour. */
  private async look(until: number): Promise<void> {
    const due = () => this.store.due(until, looks);
    let things = await due();
    if (things.size === 0) return;
    const city = await this.store.rhythm(wholeCity);
    for (; things.size > 0; things = await due()) {
      for (const [ballotId, upTo] of things) await this.store.seen(ballotId, { upTo, until, again: await this.lookAt(ballotId, city, until) });
    }
  }

  /** Looks at one thing. Answers when its last day is over, where that is yet to come. */
  private async lookAt(ballotId: string, city: Rhythm, until: number): Promise<number | null> {
    const own = await this.store.rhythm(ballotId);
    const records = [...burstsOf(own, city), ...newcomersOf(own, city, until)].map((sign) => recordOf(ballotId, sign));
    for (const record of records) await this.note(record, until);
    await this.withdraw(ballotId, records.map(({ _id }) => _id));
    const [last] = own.hours.at(-1) ?? [until];
    const { to } = dayOf(last);
    return to > until ? to : null;
  }

  private async note({ _id, ...record }: IntegritySignRecord, until: number): Promise<void> {
    const subject = parseSubject(record.ballotId);
    const isNews = subject && until - hourOf(record.to) <= newsHours;
    const told = isNews ? { $setOnInsert: { unheard: [unheard('integrity.noticed', { signId: _id, subject, kind: record.kind, at: record.to })] } } : {};
    const { upsertedCount } = await this.signs.updateOne({ _id }, { $set: record, ...told }, { upsert: true }).exec();
    if (upsertedCount === 0) return;
    log.info({ sign: _id, kind: record.kind }, 'a sign of coordination was noticed');
    await this.unheard.tell(this.signs, _id);
  }

  /** Takes away what is a sign no more, as votes that reached the log late have shown. One about which the city has spoken stays as it was found. */
  private async withdraw(ballotId: string, found: readonly string[]): Promise<void> {
    const gone = await this.signs.find({ ballotId, _id: { $nin: found } }, { _id: 1 }).lean<Pick<IntegritySignRecord, '_id'>[]>().exec();
    for (const { _id } of gone) if (!(await this.words.exists({ signId: _id }))) await this.signs.deleteOne({ _id }).exec();
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
