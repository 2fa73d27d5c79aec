import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { articleSubjectId } from '@isegoria/consultations/contracts';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { gathered, Subjects } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { Amendments } from './amendments/amendments.service';
import { amendmentPath } from './amendments/amendment-pages';
import { AmendmentRecord } from './amendments/amendment.schema';
import { Consultation } from './consultation.schema';

/** What a person proposed to change, and which consultations they began as an official; and what becomes of it when they leave. */
@Injectable()
export class ConsultationsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly acts: Amendments,
    private readonly subjects: Subjects,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'amendments',
      about: both('Οι προτάσεις αλλαγής σου σε κείμενα διαβούλευσης', 'Your amendments to texts under consultation'),
      leaving: both('Όσες φαίνονται δημόσια μένουν, χωρίς όνομα. Όσες περιμένουν, επιστράφηκαν ή κρύφτηκαν σβήνονται.', 'What is public stays, by nobody. What waits, was sent back or was hidden is erased.'),
      keys: {
        id: both('Ο αριθμός της', 'Its number'),
        title: both('Το άρθρο, αν μπορείς να το δεις', 'The article, where you may see it'),
        path: both('Η σελίδα της', 'Its page'),
        isRemoval: both('Αν ζητά να αφαιρεθεί το άρθρο', 'Whether it asks that the article be left out'),
        text: both('Η διατύπωση που πρότεινες', 'The wording that you proposed'),
        reason: both('Γιατί', 'Why'),
        visibility: both('Ποιος τη βλέπει', 'Who sees it'),
        decision: both('Τι αποφάσισε η εποπτεία και γιατί', 'What moderators decided, and why'),
        supports: both('Πόσοι τη στηρίζουν', 'How many support it'),
        reply: both('Τι απάντησε η υπηρεσία', 'What the department answered'),
        createdAt: both('Πότε γράφτηκε', 'When it was written'),
      },
      entries: (person) => this.of(person),
      forget: (person) => this.forget(person),
    });
    this.personalData.register({
      name: 'consultations',
      about: both('Διαβουλεύσεις που ξεκίνησες ως υπηρεσία', 'Consultations that you began for your department'),
      leaving: staysAsAct,
      keys: {
        path: both('Η σελίδα της', 'Its page'),
        title: both('Ο τίτλος της', 'Its title'),
        createdAt: both('Πότε την ξεκίνησες', 'When you began it'),
      },
      entries: (person) => this.begun(person),
      forget: nothingToForget,
    });
  }

  private async *of({ id: authorId }: Person) {
    for await (const portion of gathered(this.amendments.find({ authorId }).lean<AmendmentRecord>().cursor())) {
      const keyOf = ({ consultationId, articleId }: AmendmentRecord) => `consultation-article:${articleSubjectId(consultationId, articleId)}`;
      const nameOf = await this.subjects.namesFor(authorId, portion.map(keyOf));
      const answered = await this.consultations.find({ _id: { $in: portion.map(({ consultationId }) => consultationId) }, answeredAt: { $ne: null } }, { _id: 1 }).lean<{ _id: string }[]>().exec();
      const isAnswered = new Set(answered.map(({ _id }) => _id));
      for (const record of portion) {
        const { _id: id, consultationId, isRemoval, text, reason, visibility, verdict, supports, reply, createdAt } = record;
        // The answer is a draft of the department until it is published.
        yield { id, title: nameOf(keyOf(record)).title, path: amendmentPath(record), isRemoval, text, reason, visibility, decision: verdict, supports, reply: isAnswered.has(consultationId) ? reply : null, createdAt };
      }
    }
  }

  private async *begun({ id: createdBy }: Person) {
    for await (const { _id, title, createdAt } of this.consultations.find({ createdBy }, { title: 1, createdAt: 1 }).lean<Consultation>().cursor()) yield { path: `/consultations/${_id}`, title, createdAt };
  }

  private async forget({ id: authorId }: Person): Promise<void> {
    for await (const portion of gathered(this.amendments.find({ authorId }).lean<AmendmentRecord>().cursor())) {
      for (const record of portion) if (record.visibility !== 'public' && record.visibility !== 'withdrawn') await this.acts.takeBack(record);
      // The nonce is unique for an author, and nobody is the author of many.
      await this.amendments.bulkWrite(portion.map(({ _id }) => ({ updateOne: { filter: { _id }, update: { $set: { authorId: '', nonce: _id }, $unset: { slot: 1 } } } })), { ordered: false });
    }
  }
}
