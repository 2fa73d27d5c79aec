import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import type { Model } from 'mongoose';
import { Debate, FairnessRecord } from './debate.schema';
import { debatePath } from './moves';
import { unsaid, Writing } from './writing.service';

/** What a person opened, concluded and said of others' conclusions, and what they did for their department; and what becomes of it when they leave. */
@Injectable()
export class DebatesPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    @InjectModel(FairnessRecord.name) private readonly answers: Model<FairnessRecord>,
    private readonly writing: Writing,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'debates',
      about: both('Οι συζητήσεις που άνοιξες και τα συμπεράσματά τους', 'The debates that you opened, and their conclusions'),
      leaving: both('Όσα φαίνονται δημόσια μένουν, χωρίς όνομα. Όσα περιμένουν, επιστράφηκαν ή κρύφτηκαν σβήνονται.', 'What is public stays, by nobody. What waits, was sent back or was hidden is erased.'),
      keys: {
        path: both('Η σελίδα της', 'Its page'), title: both('Ο τίτλος', 'The title'), text: both('Το κείμενο', 'The text'), category: both('Κατηγορία', 'Category'), district: both('Γειτονιά', 'District'), visibility: both('Ποιος τη βλέπει', 'Who sees it'),
        decision: both('Τι αποφάσισε η εποπτεία', 'What moderators decided'), conclusion: both('Το συμπέρασμα, ποιος το βλέπει και τι αποφάσισε η εποπτεία', 'The conclusion, who sees it and what moderators decided'), createdAt: both('Πότε την έγραψες', 'When you wrote it'), openedAt: both('Πότε δημοσιεύτηκε', 'When it became public'),
      },
      entries: (person) => this.opened(person),
      forget: (person) => this.leave(person),
    });
    this.personalData.register({
      name: 'debateFairness',
      about: both('Αν βρήκες δίκαια τα συμπεράσματα συζητήσεων', 'Whether you found the conclusions of debates fair'),
      leaving: both('Σβήνεται.', 'It is erased.'),
      keys: { path: both('Η σελίδα της συζήτησης', 'The debate’s page'), fairness: both('Τι απάντησες', 'What you answered'), at: both('Πότε', 'When') },
      entries: (person) => this.answered(person),
      forget: async ({ id: citizenId }) => void (await this.answers.deleteMany({ citizenId }).exec()),
    });
    this.personalData.register({
      name: 'debatesWork',
      about: both('Όσα έκανες για την υπηρεσία σου σε συζητήσεις', 'What you did in debates for your department'),
      leaving: staysAsAct,
      keys: { path: both('Η σελίδα της συζήτησης', 'The debate’s page'), what: both('Τι έκανες: opened, concluded ή answered', 'What you did: opened, concluded or answered'), text: both('Με ποια λόγια', 'In which words'), at: both('Πότε', 'When') },
      entries: (person) => this.worked(person),
      forget: nothingToForget,
    });
  }

  private async *opened({ id: authorId }: Person) {
    for await (const { _id, title, text, categoryId: category, districtId: district, visibility, verdict: decision, conclusion, createdAt, openedAt } of this.debates.find({ authorId, byDepartmentId: null }).lean<Debate>().cursor()) {
      const concluded = conclusion && { text: conclusion.text, visibility: conclusion.visibility, decision: conclusion.verdict, writtenAt: conclusion.writtenAt };
      yield { path: debatePath(_id), title, text, category, district, visibility, decision, conclusion: concluded, createdAt, openedAt };
    }
  }

  private async *answered({ id: citizenId }: Person) {
    for await (const { debateId, fairness, at } of this.answers.find({ citizenId }).lean<FairnessRecord>().cursor()) yield { path: debatePath(debateId), fairness, at };
  }

  private async *worked({ id }: Person) {
    for await (const { _id, byDepartmentId, authorId, text, createdAt, conclusion, answer } of this.debates.find({ $or: [{ authorId: id }, { 'conclusion.byId': id }, { 'answer.byId': id }] }).lean<Debate>().cursor()) {
      const path = debatePath(_id);
      if (byDepartmentId !== null && authorId === id) yield { path, what: 'opened', text, at: createdAt };
      if (byDepartmentId !== null && conclusion?.byId === id) yield { path, what: 'concluded', text: conclusion.text, at: conclusion.writtenAt };
      if (answer?.byId === id) yield { path, what: 'answered', text: answer.text, at: answer.at };
    }
  }

  /** What was never public goes whole. What was, and is not now, may have arguments and decisions that name it: its words go, and it stays withdrawn. */
  private async leave({ id: authorId }: Person): Promise<void> {
    for await (const { _id, visibility, openedAt, conclusion } of this.debates.find({ authorId, byDepartmentId: null }).lean<Debate>().cursor()) {
      const isPublic = visibility === 'public';
      if (!isPublic && !openedAt) await this.debates.deleteOne({ _id }).exec();
      const unread = conclusion !== null && conclusion.visibility !== 'public';
      const set = { authorId: '', ...(!isPublic && { visibility: 'withdrawn' as const, listed: false, ...unsaid }), conclusion: conclusion && (unread || !isPublic ? null : { ...conclusion, byId: '' }) };
      await this.debates.updateOne({ _id }, { $set: set, $inc: { revision: 1 } }).exec();
      if (!isPublic) await this.writing.gone(_id);
      if (unread) await this.writing.conclusionGone(_id);
    }
  }
}
