import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
import { gathered, Subjects } from '@isegoria/kernel/api';
import { CommentPages } from './comment-pages';
import { CommentEdition, CommentRecord } from './comment.schema';
import { CommentsService } from './comments.service';

/** What a person argued, and what becomes of it when they leave: public words stay, by nobody; the others are taken back. */
@Injectable()
export class CommentsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(CommentRecord.name) private readonly comments: Model<CommentRecord>,
    @InjectModel(CommentEdition.name) private readonly editions: Model<CommentEdition>,
    private readonly acts: CommentsService,
    private readonly pages: CommentPages,
    private readonly subjects: Subjects,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'comments',
      about: both('Τα επιχειρήματα και οι απαντήσεις σου, και όσα δεν φαίνονται', 'Your arguments and replies, also those that nobody sees'),
      leaving: both(
        'Όσα φαίνονται δημόσια μένουν, χωρίς όνομα. Όσα περιμένουν, επιστράφηκαν ή κρύφτηκαν, και οι παλιές διατυπώσεις, σβήνονται.',
        'What is public stays, by nobody. What waits, was sent back or was hidden, and former wordings, are erased.',
      ),
      keys: {
        id: both('Ο αριθμός του', 'Its number'),
        about: both('Για ποιο πράγμα', 'What it is about'),
        title: both('Ο τίτλος του πράγματος, αν μπορείς να το δεις', 'That thing’s title, where you may see it'),
        path: both('Η σελίδα του', 'Its page'),
        inReplyTo: both('Σε ποιο επιχείρημα απαντά', 'Which argument it replies to'),
        alignment: both('Υπέρ, κατά ή ουδέτερα', 'For, against or neutral'),
        text: both('Το κείμενο', 'The text'),
        formerTexts: both('Πώς ήταν πριν το αλλάξεις, και ως πότε', 'How it read before you changed it, and until when'),
        visibility: both('Ποιος το βλέπει', 'Who sees it'),
        decision: both('Τι αποφάσισε η εποπτεία και γιατί', 'What moderators decided, and why'),
        supports: both('Πόσοι συμφωνούν', 'How many agree'),
        createdAt: both('Πότε γράφτηκε', 'When it was written'),
        editedAt: both('Πότε άλλαξε', 'When it was changed'),
      },
      entries: (person) => this.of(person),
      forget: (person) => this.forget(person),
    });
  }

  private async *of({ id: authorId }: Person) {
    for await (const portion of gathered(this.comments.find({ authorId }).lean<CommentRecord>().cursor())) {
      const [nameOf, editions] = await Promise.all([this.subjects.namesFor(authorId, portion.map(({ subject }) => subject)), this.editions.find({ commentId: { $in: portion.map(({ _id }) => _id) } }).lean<CommentEdition[]>().exec()]);
      for (const { _id: id, subject, parentId, alignment, text, visibility, verdict, supports, createdAt, editedAt } of portion) {
        const formerTexts = editions.filter(({ commentId }) => commentId === id).map((edition) => ({ text: edition.text, until: edition.until }));
        yield { id, about: subject, ...nameOf(subject), inReplyTo: parentId, alignment, text, formerTexts, visibility, decision: verdict, supports, createdAt, editedAt };
      }
    }
  }

  private async forget({ id: authorId }: Person): Promise<void> {
    for await (const portion of gathered(this.comments.find({ authorId }).lean<CommentRecord>().cursor())) {
      for (const record of portion) if (record.visibility !== 'public' && record.visibility !== 'withdrawn') await this.acts.takeBack(record);
      await this.editions.deleteMany({ commentId: { $in: portion.map(({ _id }) => _id) } }).exec();
      // The nonce is unique for an author, and nobody is the author of many.
      await this.comments.bulkWrite(portion.map(({ _id }) => ({ updateOne: { filter: { _id }, update: { $set: { authorId: '', nonce: _id } } } })), { ordered: false });
      for (const subject of new Set(portion.map((record) => record.subject))) this.pages.forget(subject);
    }
  }
}
