import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, nothingToForget, type Person, PersonalData } from '@isegoria/identity/api';
import { gathered, Subjects } from '@isegoria/kernel/api';
import { answerOf } from './opinions.rules';
import { LatestRecord, StatementRecord } from './opinion.schema';
import { OpinionsService } from './opinions.service';
import { personKey } from './person-key';

const about = { about: both('Για ποιο πράγμα', 'What it is about'), title: both('Ο τίτλος του, αν μπορείς να το δεις', 'Its title, where you may see it'), path: both('Η σελίδα του', 'Its page') };

/** What a person stated and how they answered, and what becomes of it when they leave. */
@Injectable()
export class OpinionsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    @InjectModel(LatestRecord.name) private readonly latest: Model<LatestRecord>,
    private readonly acts: OpinionsService,
    private readonly subjects: Subjects,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'opinionStatements',
      about: both('Οι θέσεις που έγραψες για να απαντήσουν άλλοι', 'The statements that you wrote for others to answer'),
      leaving: both('Όσες φαίνονται δημόσια μένουν, χωρίς όνομα. Οι άλλες σβήνονται.', 'What is public stays, by nobody. The others are erased.'),
      keys: {
        id: both('Ο αριθμός της', 'Its number'), ...about,
        text: both('Το κείμενο', 'The text'),
        visibility: both('Ποιος τη βλέπει', 'Who sees it'),
        decision: both('Τι αποφάσισε η εποπτεία και γιατί', 'What moderators decided, and why'),
        createdAt: both('Πότε γράφτηκε', 'When it was written'),
      },
      entries: (person) => this.stated(person),
      forget: (person) => this.forget(person),
    });
    this.personalData.register({
      name: 'opinionAnswers',
      about: both('Πώς απάντησες σε θέσεις: η απάντηση που ισχύει. Όσες άλλαξες μένουν στο ημερολόγιο και δεν γράφονται εδώ.', 'How you answered statements: the answer that holds. Those that you changed stay in the log and are not listed here.'),
      leaving: both(
        'Μένουν μετρημένες, με ένα όνομα που έγινε από τον αριθμό του λογαριασμού σου. Όταν σβηστεί ο λογαριασμός, το όνομα αυτό δεν οδηγεί πουθενά (όπου εγγυάται για σένα μητρώο: από τον αριθμό του μητρώου, και χωρίς λογαριασμό).',
        'They stay counted, under a name made of your account’s number. When the account is erased, that name leads nowhere (where a register vouches for you: of the register’s number, and without an account).',
      ),
      keys: {
        ...about,
        statement: both('Η θέση', 'The statement'),
        answer: both('Συμφωνώ, διαφωνώ ή δεν ξέρω', 'I agree, I disagree or I don’t know'),
        at: both('Πότε', 'When'),
      },
      entries: (person) => this.answered(person),
      // The count stays; the name in it is nobody's as soon as the account's number is gone.
      forget: nothingToForget,
    });
  }

  private async *stated({ id: authorId }: Person) {
    const found = this.statements.find({ authorId }).lean<StatementRecord>().cursor();
    for await (const [{ _id: id, subject, text, visibility, verdict, createdAt }, name] of this.subjects.named(authorId, found, (statement) => statement.subject)) yield { id, about: subject, ...name, text, visibility, decision: verdict ?? null, createdAt };
  }

  /** A person has another name under each subject, so each that has statements is asked: one look in an index. */
  private async *answered({ id, personId }: Person) {
    for (const subject of await this.statements.distinct('subject').exec()) {
      const asked = this.latest.find({ subject, person: personKey(personId, subject) }).sort({ at: -1 }).lean<LatestRecord>().cursor();
      for await (const portion of gathered(asked)) {
        const [nameOf, texts] = await Promise.all([this.subjects.namesFor(id, [subject]), this.textsOf(portion.map(({ statementId }) => statementId))]);
        for (const { statementId, value, at } of portion) yield { about: subject, ...nameOf(subject), statement: texts.get(statementId) ?? null, answer: answerOf(value), at };
      }
    }
  }

  private async textsOf(ids: string[]): Promise<Map<string, string>> {
    const found = await this.statements.find({ _id: { $in: ids }, visibility: 'public' }, { text: 1 }).lean<Pick<StatementRecord, '_id' | 'text'>[]>().exec();
    return new Map(found.map(({ _id, text }) => [_id, text]));
  }

  private async forget({ id: authorId }: Person): Promise<void> {
    for await (const portion of gathered(this.statements.find({ authorId }).lean<StatementRecord>().cursor())) {
      for (const { _id, visibility } of portion) if (visibility !== 'public') await this.acts.takeBack(_id, authorId);
      // The nonce is unique for an author, and nobody is the author of many.
      await this.statements.bulkWrite(portion.map(({ _id }) => ({ updateOne: { filter: { _id }, update: { $set: { authorId: '', nonce: _id } } } })), { ordered: false });
    }
  }
}
