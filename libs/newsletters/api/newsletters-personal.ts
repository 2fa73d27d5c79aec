import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { NewsletterCopy, NewsletterRecord, NewsletterReader } from './newsletter.schema';

/** What the city's letters keep of a person: that they said yes, which copies went to them, and, of whoever writes them, that they did. */
@Injectable()
export class NewslettersPersonal implements OnModuleInit {
  constructor(
    @InjectModel(NewsletterReader.name) private readonly readers: Model<NewsletterReader>,
    @InjectModel(NewsletterCopy.name) private readonly copies: Model<NewsletterCopy>,
    @InjectModel(NewsletterRecord.name) private readonly letters: Model<NewsletterRecord>,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'newsletters',
      about: both('Αν θέλεις το ενημερωτικό δελτίο, από πότε, και ποια δελτία σου στείλαμε', 'Whether you want the newsletter, since when, and which letters were sent to you'),
      leaving: both('Σβήνονται.', 'They are erased.'),
      keys: {
        since: both('Από πότε το θέλεις', 'Since when you want it'),
        categoryIds: both('Για ποια θέματα· κανένα σημαίνει όλα', 'About which subjects; none means all'),
        letterId: both('Δελτίο', 'Letter'),
        state: both('Αν στάλθηκε', 'Whether it was sent'),
      },
      entries: (person) => this.ownOf(person),
      forget: async ({ id }) => {
        await this.readers.deleteOne({ _id: id }).exec();
        await this.copies.deleteMany({ citizenId: id }).exec();
      },
    });
    this.personalData.register({
      name: 'newslettersWork',
      about: both('Ενημερωτικά δελτία που έγραψες τελευταίος', 'Newsletters that you were the last to write'),
      leaving: staysAsAct,
      keys: { letterId: both('Δελτίο', 'Letter'), title: both('Τίτλος', 'Title'), at: both('Πότε', 'When') },
      entries: (person) => this.workOf(person),
      forget: nothingToForget,
    });
  }

  private async *ownOf({ id }: Person) {
    const reader = await this.readers.findById(id).lean<NewsletterReader>().exec();
    if (reader) yield { since: reader.since, categoryIds: reader.categoryIds };
    for await (const { letterId, state } of this.copies.find({ citizenId: id }).sort({ _id: 1 }).lean<NewsletterCopy>().cursor()) yield { letterId, state };
  }

  private async *workOf({ id }: Person) {
    for await (const { _id: letterId, title, changedAt: at } of this.letters.find({ by: id }).sort({ _id: 1 }).lean<NewsletterRecord>().cursor()) yield { letterId, title, at };
  }
}
