import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens, personIdOf } from '@isegoria/identity/api';
import { type Citizen, verifiedBirthYear } from '@isegoria/identity/contracts';
import { newId, Subjects, titlesOf, unlessThere } from '@isegoria/kernel/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import { answerOf, type DeskBallot, type DeskEntryShown, type EnterBallotInput, type EnterBallotResult, type OfflineChannel, padded, seal, taxNumberOf, type WithdrawEntryResult, writtenAll } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import { Ballots } from '../ballots/ballots.service';
import { BallotWording } from '../ballots/ballot-words';
import type { Box } from '../sealed/box.schema';
import { Boxes } from '../sealed/boxes.service';
import type { Cast } from '../log/cast-batch.schema';
import { CastLog } from '../log/cast-log';
import { CityClock } from '../city-clock';
import { agreement, withReading } from './desk.rules';
import { DeskEntry, type Reading } from './desk-entry.schema';
import { Electorates } from '../electorate/electorates.service';
import { secrecyOf } from '../ballots/secrecy';
import { voteId, voterKey } from '../log/voter-key';
import { misunderstood, refusal } from '../votes.rules';

const longestSlip = 40;

/** Whose vote two officials have entered, once it is in the log, and under which number. */
export interface CountedEntry {
  person: Person;
  seq: number;
}

/** What a slice keeps beside the votes of its ballots. It may be called twice, as whoever sends again what was cut off does; only then is the entry done with. */
type KeepBeside = (counted: CountedEntry) => Promise<void>;

const nothingBeside: KeepBeside = () => Promise.resolve();

/** Votes that come by paper, by phone or at a desk. Two officials enter each by themselves; what both have read goes into the log. */
@Injectable()
export class Desk {
  constructor(
    @InjectModel(DeskEntry.name) private readonly entries: Model<DeskEntry>,
    private readonly ballots: Ballots,
    private readonly boxes: Boxes,
    private readonly electorates: Electorates,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly wording: BallotWording,
    private readonly log: CastLog,
    private readonly clock: CityClock,
  ) {}

  /** @param beside what the slice whose ballot it is keeps of a vote that counts, before the readings are wiped. */
  async enter(official: Citizen, input: EnterBallotInput, beside = nothingBeside): Promise<EnterBallotResult> {
    const ballot = await this.ballots.find(input.ballotId);
    if (!ballot) return { __typename: 'BallotUnknown', ballotId: input.ballotId };
    const channel = ballot.channels?.find((each) => each === input.channel);
    if (!channel) return invalid('channel');
    const slip = input.slip.trim();
    if (slip === '' || slip.length > longestSlip) return invalid('slip');
    const person = await this.personOf(input);
    if (!person) return invalid(input.email ? 'email' : 'document');
    if (person.personId === official.personId) return { __typename: 'NotAllowed', reason: 'own_vote' };
    const box = secrecyOf(ballot) === 'sealed' ? await this.boxes.find(ballot._id) : null;
    const refused = await this.refusal(ballot, person, input, box);
    if (refused) return refused;
    const voter = box ? this.boxes.nameOf(box, person.personId) : voterKey(person.personId, ballot._id);
    if (voter === null) return { __typename: 'BallotClosed', closedAt: ballot.closesAt ?? this.clock.now() };
    const reading = { by: official.id, channel, answers: writtenAll(ballot.questions, input.answers) };
    return this.read(ballot, box, { voter, slip, reading, counted: (seq) => beside({ person, seq }) });
  }

  /** What this official has entered and is not counted yet. Where the two have read different things, both see both. */
  async open(official: Citizen): Promise<DeskEntryShown[]> {
    const found = await this.entries.find({ 'readings.by': official.id }).limit(200).lean<DeskEntry[]>().exec();
    return found.map((entry) => shown(entry, official));
  }

  async ballotsNow(): Promise<DeskBallot[]> {
    const ballots = await this.ballots.takingOffline();
    const cards = await this.subjects.cards(ballots.map(({ subject }) => subject));
    return ballots.map(({ _id, subject }) => {
      const card = cards.get(subjectKey(subject));
      return { ballotId: _id, title: card ? titlesOf(card) : null, path: this.wording.deskOf(subject) };
    });
  }

  /** Erases what was read of a ballot that is over and never came to count: nobody will read it a second time. */
  async clear(ballotId: string): Promise<void> {
    // `}` is the sign after `|`: everything that begins with `ballot|` lies between.
    await this.entries.deleteMany({ _id: { $gte: `${ballotId}|`, $lt: `${ballotId}}` }, countedBy: [] }).exec();
  }

  /** Takes back an official's own reading: one that was entered for the wrong person would wait for a second for ever. */
  async withdraw(official: Citizen, id: string): Promise<WithdrawEntryResult> {
    const entry = await this.entries.findById(id).lean<DeskEntry>().exec();
    const isMine = entry?.readings.some(({ by }) => by === official.id) || entry?.countedBy.includes(official.id);
    if (!entry || !isMine) return { __typename: 'NotFound', reason: 'entry' };
    if (entry.countedBy.length > 0 || agreement(entry.readings) === 'agrees') return { __typename: 'NotAllowed', reason: 'counted' };
    const others = entry.readings.filter(({ by }) => by !== official.id);
    const asRead = { _id: id, readings: entry.readings, countedBy: [] };
    // Nothing stays of an entry that nobody stands behind, not even its number.
    const gone = others.length === 0 ? (await this.entries.deleteOne(asRead)).deletedCount : (await this.entries.updateOne(asRead, { $set: { readings: others } })).modifiedCount;
    return gone === 1 ? { __typename: 'EntryWithdrawn', id } : this.withdraw(official, id);
  }

  private async refusal(ballot: Ballot, person: Person, { answers }: EnterBallotInput, box: Box | null) {
    const isListed = ballot.electorate?.list ? await this.electorates.isOn(ballot.electorate.list, person.personId) : true;
    // Officials have the person and the papers before them: who lives where and is how old is theirs to see where no account and no register says it.
    const isAgeKnown = person.citizen !== null && verifiedBirthYear(person.citizen) !== null;
    const electorate = ballot.electorate && { ...ballot.electorate, minimumAge: isAgeKnown ? ballot.electorate.minimumAge : null };
    const asked = { ...ballot, electorate, districts: person.citizen ? ballot.districts : [] };
    const voter = { confirmed: true, districtId: null, ...person.citizen, personId: person.personId, isListed };
    // A sealed ballot is read by the officials and sealed here: what they typed is judged as of a secret one.
    const refused = refusal({ ...asked, secrecy: 'secret' }, voter, { answers }, this.clock.now());
    if (refused) return refused;
    if (box && !box.publicKey) return { __typename: 'BoxNotReady' as const, ballotId: ballot._id };
    return answers.length === 0 ? invalid('answers') : misunderstood(ballot, { answers });
  }

  /** Puts a reading beside the other one, if there is one; two that agree go into the log. */
  private async read(ballot: Ballot, box: Box | null, entered: Entered): Promise<EnterBallotResult> {
    const { voter, slip, reading } = entered;
    const _id = voteId(ballot._id, voter);
    await this.entries.create({ _id, ballotId: ballot._id, slip, readings: [], nonce: newId() }).catch(unlessThere);
    const before = await this.entries.findById(_id).lean<DeskEntry>().exec();
    // Withdrawn by the other one at this very moment.
    if (!before) return this.read(ballot, box, entered);
    if (before.countedBy.length > 0) return { __typename: 'VotedElsewhere', channel: reading.channel };
    const readings = withReading(before.readings, reading);
    if (!readings) return { __typename: 'NotAllowed', reason: 'third' };
    // Only onto what was read: of two officials who enter at once, one tries again.
    const { modifiedCount } = await this.entries.updateOne({ _id, readings: before.readings, countedBy: [] }, { $set: { readings } });
    if (modifiedCount !== 1 && JSON.stringify(before.readings) !== JSON.stringify(readings)) return this.read(ballot, box, entered);
    const state = agreement(readings);
    if (state === 'agrees') return this.cast(ballot, box, { ...before, readings }, entered);
    return { __typename: 'EntryKept', state, entry: shown({ ...before, readings }, { id: reading.by }) };
  }

  /** Into the log first, then the readings are wiped. Sent twice it counts once, by its nonce. */
  private async cast(ballot: Ballot, box: Box | null, { _id, nonce, readings, ...entry }: DeskEntry, { voter, counted }: Entered): Promise<EnterBallotResult> {
    const [{ channel, answers } = { channel: 'desk' as OfflineChannel, answers: [] }] = readings;
    const sealed = box?.publicKey ? await seal({ ballotId: ballot._id, publicKey: box.publicKey }, padded(answers, box.size)) : undefined;
    const cast: Cast = { ballotId: ballot._id, voter, nonce, channel, answers: sealed ? [] : answers, ...(sealed ? { sealed } : {}) };
    const outcome = await this.log.append(cast, ballot);
    if (outcome.fate === 'closed') return { __typename: 'BallotClosed', closedAt: ballot.closesAt ?? this.clock.now() };
    if (outcome.fate === 'unclear') return { __typename: 'NotKept', retryAfterSeconds: 5 };
    await counted(outcome.seq);
    const countedBy = readings.map(({ by }) => by);
    await this.entries.updateOne({ _id }, { $set: { readings: [], countedBy } });
    return { __typename: 'EntryKept', state: 'counted', entry: { id: _id, ballotId: ballot._id, slip: entry.slip, state: 'counted', channel, readings: [] } };
  }

  /** An account by its address, or a person by the tax number on their papers: the same person, whoever vouches. */
  private async personOf({ email, document }: EnterBallotInput): Promise<Person | null> {
    const citizen = email ? await this.citizens.byEmail(email) : null;
    if (citizen) return { personId: citizen.personId, citizen };
    const number = email ? null : taxNumberOf(document ?? '');
    return number === null ? null : { personId: personIdOf('afm', number), citizen: null };
  }
}

interface Person {
  personId: string;
  citizen: Citizen | null;
}

/** One official's reading on its way, and what is to be done once it counts. */
interface Entered {
  voter: string;
  slip: string;
  reading: Reading;
  counted(seq: number): Promise<void>;
}

/** An official sees their own reading; the other's only where the two differ, or the second would be no independent one. */
function shown({ _id: id, ballotId, slip, readings }: DeskEntry, { id: officialId }: Pick<Citizen, 'id'>): DeskEntryShown {
  const state = agreement(readings) === 'conflict' ? 'conflict' : 'waits';
  const visible = readings.filter(({ by }) => by === officialId || state === 'conflict');
  const own = readings.find(({ by }) => by === officialId);
  return { id, ballotId, slip, state, channel: own?.channel ?? 'desk', readings: visible.map(({ by, channel, answers }) => ({ isMine: by === officialId, channel, answers: answers.map(answerOf) })) };
}

function invalid(field: string) {
  return { __typename: 'Invalid' as const, problems: [{ field, code: 'invalid', limit: null }] };
}
