import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { EvaluationRound } from '@isegoria/evaluations/contracts';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { Events, Subjects } from '@isegoria/kernel/api';
import { portions, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Evaluation } from './evaluation.schema';
import { EvaluationRequest } from './evaluation-request.schema';
import { evaluationKey, requestKey } from './person-key';
import { DecisionEntry } from './register/decision-entry.schema';
import { Reply } from './replies/reply.schema';
import { Weighing } from './figures/weighing.service';

const atOnce = 500;
const forgotten = { concern: { concerns: 'unsaid', how: [] }, change: null, changeItem: null, changeState: null, changeReason: null, group: { ageBand: null, districtId: null, gender: null } };
const about = { decisionId: both('Η πράξη ή η επιλογή', 'The act or the choice'), title: both('Ο τίτλος της', 'Its title'), path: both('Η σελίδα της', 'Its page') };

/** What is kept of a person's evaluations: theirs to take along, and to take away. It is found by trying their key on everything that was ever weighed. */
@Injectable()
export class EvaluationsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    @InjectModel(EvaluationRequest.name) private readonly requests: Model<EvaluationRequest>,
    @InjectModel(DecisionEntry.name) private readonly entered: Model<DecisionEntry>,
    @InjectModel(Reply.name) private readonly replies: Model<Reply>,
    private readonly weighing: Weighing,
    private readonly subjects: Subjects,
    private readonly personalData: PersonalData,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.registerEvaluations();
    this.personalData.register({
      name: 'evaluationRequests',
      about: both('Πράξεις που ζήτησες να αξιολογηθούν', 'Acts that you asked to be evaluated'),
      leaving: both('Σβήνονται.', 'They are erased.'),
      keys: about,
      entries: (person) => this.askedBy(person),
      forget: async ({ personId }) => {
        for (const keys of await this.requestKeysOf(personId)) await this.requests.deleteMany({ _id: { $in: keys } }).exec();
      },
    });
    this.personalData.register({
      name: 'evaluationReplies',
      about: both('Απαντήσεις που έδωσες ως υπηρεσία σε αξιολογήσεις', 'Replies that you gave for your department to evaluations'),
      leaving: staysAsAct,
      keys: {
        subject: both('Η πράξη ή η επιλογή', 'The act or the choice'), title: about.title, path: about.path,
        round: both('Ο γύρος', 'The round'), said: both('Τι είπαν οι πολίτες', 'What citizens said'), did: both('Τι κάνατε', 'What you did'),
        promise: both('Τι υποσχεθήκατε και ως πότε', 'What you promised and until when'), at: both('Πότε', 'When'),
      },
      entries: (person) => this.repliesOf(person),
      forget: nothingToForget,
    });
    this.personalData.register({
      name: 'decisionsEntered',
      about: both('Πράξεις που καταχώρισες ή διόρθωσες για τον δήμο', 'Acts that you entered or corrected for the municipality'),
      leaving: staysAsAct,
      keys: { ...about, status: both('Αν ίσχυε ή ανακλήθηκε', 'Whether it stood or was revoked'), at: both('Πότε', 'When') },
      entries: (person) => this.enteredBy(person),
      forget: nothingToForget,
    });
  }

  private registerEvaluations(): void {
    this.personalData.register({
      name: 'evaluations',
      about: both('Οι αξιολογήσεις σου πράξεων και επιλογών', 'Your evaluations of acts and choices'),
      leaving: both(
        'Η ψήφος μένει μετρημένη. Τι σε αφορά, τι έγραψες, ηλικία, περιοχή και φύλο σβήνονται από δίπλα της.',
        'The vote stays counted. What concerns you, what you wrote, age, district and gender are erased beside it.',
      ),
      keys: {
        ...about,
        round: both('Ο γύρος: 1 πριν, 2 μετά την παράδοση', 'The round: 1 before, 2 after delivery'),
        versionId: both('Ποια έκδοση της πράξης', 'Which version of the act'),
        at: both('Ποια ημέρα', 'On which day'),
        answers: both('Τι διάλεξες σε κάθε κριτήριο', 'What you chose for each criterion'),
        concern: both('Αν και πώς σε αφορά', 'Whether and how it concerns you'),
        change: both('Τι είπες να αλλάξει', 'What you said should change'),
        changeState: both('Πού βρίσκεται αυτό το κείμενο', 'How that text stands'),
        changeReason: both('Γιατί δεν έμεινε', 'Why it did not stand'),
        group: both('Ηλικία, περιοχή και φύλο, όπως μετρήθηκαν εκείνη την ημέρα', 'Age band, district and gender, as counted on that day'),
      },
      entries: (person) => this.of(person),
      forget: ({ personId }) => this.forget(personId),
    });
  }

  private async *of({ personId }: Person) {
    for (const keys of await this.keysOf(personId)) {
      const found = await this.evaluations.find({ _id: { $in: keys } }).lean<Evaluation[]>().exec();
      const nameOf = await this.namesOf(found);
      for (const { _id, changeItem: _item, seq: _seq, isCutOff: _isCutOff, presses: _presses, ...own } of found) yield { ...own, ...nameOf(own.decisionId) };
    }
  }

  /** The acts whose evaluation the person asked for. */
  private async *askedBy({ personId }: Person) {
    for (const keys of await this.requestKeysOf(personId)) {
      const found = await this.requests.find({ _id: { $in: keys } }).lean<EvaluationRequest[]>().exec();
      const nameOf = await this.namesOf(found);
      for (const { decisionId } of found) yield { decisionId, ...nameOf(decisionId) };
    }
  }

  private async *repliesOf({ id: byId }: Person) {
    const found = this.replies.find({ byId }).lean<Reply>().cursor();
    for await (const [{ subject, round, said, did, promise, at }, name] of this.subjects.named(byId, found, (reply) => subjectKey(reply.subject))) yield { subject: subjectKey(subject), ...name, round, said, did, promise, at };
  }

  private async *enteredBy({ id: byId }: Person) {
    const found = this.entered.find({ byId }).lean<DecisionEntry>().cursor();
    for await (const [{ decisionId, status, at }, name] of this.subjects.named(byId, found, (entry) => subjectKey({ kind: 'decision', id: entry.decisionId }))) yield { decisionId, ...name, status, at };
  }

  /** Their number does not say whether something is an act or a choice. */
  private async namesOf(weighed: readonly { decisionId: string }[]) {
    const known = await this.weighing.named(weighed.flatMap(({ decisionId: id }) => [{ kind: 'choice', id }, { kind: 'decision', id }]));
    return (id: string) => {
      const { title = null, path = null } = known.get(`choice:${id}`) ?? known.get(`decision:${id}`) ?? {};
      return { title, path };
    };
  }

  /** The vote stays counted, as every vote does; who it was and what they wrote does not stay beside it. Their words are taken back from the moderators too. */
  private async forget(personId: string): Promise<void> {
    for (const keys of await this.keysOf(personId)) {
      const said = await this.evaluations.find({ _id: { $in: keys }, changeItem: { $ne: null } }, { changeItem: 1 }).lean<Evaluation[]>().exec();
      for (const { changeItem } of said) if (changeItem) await this.events.publish('contribution.withdrawn', { item: { kind: 'evaluation-change', id: changeItem } });
      await this.evaluations.updateMany({ _id: { $in: keys } }, { $set: forgotten }).exec();
    }
  }

  private async requestKeysOf(personId: string): Promise<string[][]> {
    return portions((await this.requests.distinct('decisionId').exec()).map((id) => requestKey(personId, id)), atOnce);
  }

  private async keysOf(personId: string): Promise<string[][]> {
    const rounds: EvaluationRound[] = [1, 2];
    return portions((await this.evaluations.distinct('decisionId').exec()).flatMap((id) => rounds.map((round) => evaluationKey(personId, id, round))), atOnce);
  }
}
