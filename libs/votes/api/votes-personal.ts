import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
import { gathered, type SubjectName, Subjects } from '@isegoria/kernel/api';
import { portions, subjectKey } from '@isegoria/kernel/contracts';
import { answerOf } from '@isegoria/votes/contracts';
import { Ballot } from './ballots/ballot.schema';
import { BallotWording } from './ballots/ballot-words';
import { Box } from './sealed/box.schema';
import { asWritten, castsOf, keptAs } from './log/cast-batch.schema';
import { type Vote, voteAfter } from './count/counting';
import { electorsOf } from './sealed/electors';
import { ProjectionStore } from './count/projection-store';
import { isByName, secrecyOf } from './ballots/secrecy';
import { voteId } from './log/voter-key';
import { Voters } from './electorate/voters';

const atOnce = 200;
/** So many names fit into one question to the store. */
const namesAtOnce = 500;

/** A vote as it stands, by its id: its number in the log, and how its ballot is told. */
type Standing = Map<string, { seq: number; ballot: Ballot; told: ReturnType<typeof head> }>;

/**
 * A person's own votes, as the page shows them to that person: of an open and a secret vote what was chosen, of a sealed one that there is one. Nobody's
 * votes stand together, so every ballot of the city is asked for the person's name on it: time grows with the ballots, memory with the person's own votes.
 */
@Injectable()
export class VotesPersonal implements OnModuleInit {
  constructor(
    @InjectConnection() private readonly mongo: Connection,
    @InjectModel(Ballot.name) private readonly ballots: Model<Ballot>,
    @InjectModel(Box.name) private readonly boxes: Model<Box>,
    private readonly store: ProjectionStore,
    private readonly voters: Voters,
    private readonly wording: BallotWording,
    private readonly subjects: Subjects,
    private readonly personalData: PersonalData,
  ) {}

  async onModuleInit(): Promise<void> {
    this.personalData.register({
      name: 'votes',
      about: both(
        'Οι ψήφοι και οι στηρίξεις σου όπως ισχύουν τώρα. Για σφραγισμένη ψήφο γράφεται μόνο ότι ψήφισες και πού: τι λέει δεν το διαβάζει κανείς. Όσες αντικατέστησες γράφονται στο τέλος με την ώρα τους, όχι όμως οι σφραγισμένες: αν κάποιος σε πίεζε, θα μάθαινε από αυτό το αρχείο ότι ψήφισες ξανά. Οι αποδείξεις σου είναι στον περιηγητή σου.',
        'Your votes and supports as they stand now. Of a sealed vote it says only that you voted and where: nobody can read what it says. Those that you replaced stand at the end with their time, but not sealed ones: somebody who put you under pressure would learn from this file that you voted again. Your receipts are in your browser.',
      ),
      leaving: both(
        'Οι ψήφοι μένουν μετρημένες, με ένα όνομα που έγινε από τον αριθμό του λογαριασμού σου και που μετά δεν οδηγεί πουθενά (όπου εγγυάται για σένα μητρώο: από τον αριθμό του μητρώου, και χωρίς λογαριασμό). Ο ίδιος ο αριθμός σβήνεται από το ημερολόγιο των στηρίξεων.',
        'Votes stay counted, under a name made of your account’s number that then leads nowhere (where a register vouches for you: of the register’s number, and without an account). The number itself is taken out of the log of supports.',
      ),
      keys: {
        ballot: both('Η ψηφοφορία', 'The ballot'),
        title: both('Τι αφορά, αν μπορείς να το δεις', 'What it is about, where you may see it'),
        path: both('Η σελίδα της', 'Its page'),
        kind: both('Στήριξη, υπογραφή, αξιολόγηση, ερώτημα ή προϋπολογισμός', 'Support, signature, evaluation, poll or budget'),
        secrecy: both('Ανοιχτή, μυστική ή σφραγισμένη', 'Open, secret or sealed'),
        isWithdrawn: both('Αν την πήρες πίσω', 'Whether you took it back'),
        answers: both('Τι διάλεξες· null όπου είναι σφραγισμένο', 'What you chose; null where it is sealed'),
        words: both('Τα λόγια των επιλογών, όπου υπάρχουν', 'The words of what you chose, where there are any'),
        channel: both('Από πού ήρθε', 'By which way it came'),
        district: both('Η περιοχή που μετρήθηκε μαζί της', 'The district that was counted with it'),
        isReplaced: both('Αν την αντικατέστησε μια νεότερη', 'Whether a later one replaced it'),
        at: both('Πότε ήρθε· μόνο όσων αντικατέστησες', 'When it came; only of those that you replaced'),
        logNumber: both('Ο αριθμός της στο ημερολόγιο των ψήφων', 'Its number in the log of votes'),
      },
      entries: (person) => this.votesOf(person),
      forget: (person) => this.forget(person),
    });
    await electorsOf(this.mongo).createIndex({ personId: 1 });
  }

  private async *votesOf(person: Person) {
    const standing: Standing = new Map();
    for await (const ballots of gathered(this.ballots.find().lean<Ballot>().cursor({ batchSize: atOnce }), atOnce)) {
      const names = await Promise.all(ballots.map(async (ballot) => this.voters.nameIn(ballot._id, await this.voters.boxOf(ballot), person)));
      const ids = ballots.map(({ _id }, at) => voteId(_id, names[at] ?? ''));
      // A rebuild may have put another count in this one's place meanwhile.
      const { generation } = await this.store.checkpoint();
      const votes = await this.store.votes(generation, ids);
      const mine = ballots.flatMap((ballot, at) => {
        const vote = votes.get(ids[at] ?? '');
        return vote ? [{ ballot, vote }] : [];
      });
      const nameOf = await this.subjects.namesFor(person.id, mine.map(({ ballot }) => subjectKey(ballot.subject)));
      for (const { vote, ballot } of mine) {
        const told = head(ballot, nameOf);
        if (!vote.isSealed) standing.set(vote._id, { seq: vote.seq, ballot, told });
        yield { ...told, ...(await this.said(ballot, vote)), isReplaced: false };
      }
    }
    yield* this.tookPartIn(person);
    yield* this.replacedBy(standing);
  }

  /**
   * What stood before the votes that stand now: the log is read once, and of it only the batches with the person's names. Of a sealed ballot nothing is told: that
   * a later vote quietly replaces the former is what helps who was pressed to vote (decision 005), and the file can be demanded as the vote was.
   */
  private async *replacedBy(standing: Standing) {
    for (const ids of portions([...standing.keys()], namesAtOnce)) {
      const names = ids.map((id) => id.slice(id.lastIndexOf('|') + 1));
      const before = new Map<string, { vote: Vote; at: Date }>();
      for await (const kept of castsOf(this.mongo).find({ $or: [{ casts: { $regex: `"voter":"(${names.join('|')})"` } }, { 'casts.voter': { $in: names } }] }).sort({ _id: 1 })) {
        const { _id: seq, at, casts } = asWritten(kept);
        for (const cast of casts) {
          const id = voteId(cast.ballotId, cast.voter);
          const now = standing.get(id);
          const former = before.get(id);
          const vote = now && seq <= now.seq ? voteAfter(cast, former?.vote, seq) : null;
          if (!now || !vote) continue;
          if (former) yield { ...now.told, ...(await this.said(now.ballot, former.vote)), isReplaced: true, at: former.at };
          before.set(id, { vote, at });
        }
      }
    }
  }

  private async said(ballot: Ballot, { answers, isSealed, channel, district, seq }: Vote) {
    const chosen = isSealed ? null : answers.map(answerOf);
    const words = isByName(ballot.kind) || !chosen ? [] : await this.wording.of(ballot);
    const named = words.filter(({ questionId, optionId }) => !optionId || chosen?.some((answer) => answer.questionId === questionId && answer.optionId === optionId));
    return { isWithdrawn: !isSealed && answers.length === 0, answers: chosen, words: named.map(({ questionId, optionId, text }) => ({ questionId, optionId, text })), channel: channel ?? 'online', district: district ?? null, logNumber: seq };
  }

  /** Of a box that was opened it is known who took part, and nothing else. */
  private async *tookPartIn({ id, personId }: Person) {
    for await (const { set } of electorsOf(this.mongo).find({ personId })) {
      const box = await this.boxes.findOne({ 'sets.electors': set }).lean<Box>().exec();
      const ballot = box && (await this.ballots.findById(box._id).lean<Ballot>().exec());
      if (ballot) yield { ...head(ballot, await this.subjects.namesFor(id, [subjectKey(ballot.subject)])), isWithdrawn: false, answers: null };
    }
  }

  /** Who supported is in the log for those who follow; neither the count nor the ledger's leaf is made of it, so it is taken out. The list of who took part keeps the place, without the person. */
  private async forget({ id, personId }: Person): Promise<void> {
    for await (const kept of castsOf(this.mongo).find({ $or: [{ casts: { $regex: `"citizenId":${JSON.stringify(id)}` } }, { 'casts.citizenId': id }] })) {
      const batch = asWritten(kept);
      const casts = batch.casts.map(({ citizenId, ...cast }) => (citizenId === id ? cast : { ...cast, ...(citizenId ? { citizenId } : {}) }));
      await castsOf(this.mongo).updateOne({ _id: batch._id }, { $set: { casts: keptAs({ ...batch, casts }).casts } }, { writeConcern: { w: 'majority' } });
    }
    await electorsOf(this.mongo).updateMany({ personId }, { $set: { personId: '' } });
  }
}

function head(ballot: Ballot, nameOf: (key: string) => SubjectName) {
  return { ballot: ballot._id, ...nameOf(subjectKey(ballot.subject)), kind: ballot.kind, secrecy: secrecyOf(ballot) };
}
