import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import { type SeedContext, Seeds } from '@isegoria/kernel/api';
import { LetterMail } from './letter-mail';
import { termsOf } from './letter-views';
import { NewsletterRecord, NewsletterReader } from './newsletter.schema';

const dayMs = 86_400_000;

const letters = [
  {
    id: 'demo-autumn', daysAgo: 34, left: 2,
    title: { el: 'Τι άλλαξε στη γειτονιά σου αυτό το φθινόπωρο', en: 'What changed in your neighbourhood this autumn' },
    text: {
      el: 'Το φθινόπωρο έκλεισε με τρία πράγματα που ζητήσατε εσείς.\n\n**Οι παιδικές χαρές αποκτούν σκιά.** Τα πρώτα στέγαστρα μπαίνουν πριν από το καλοκαίρι. Η πρωτοβουλία μαζεύει ακόμη υπογραφές.\n\n**Τα λεωφορεία.** Μας είπατε πότε αργούν και πού γεμίζουν. Η υπηρεσία γράφει τι έμαθε και τι αλλάζει.\n\n**Λακκούβες.** Κάθε αίτημα έχει πια ημερομηνία. Αν δεν έγινε, το λες εσύ.',
      en: 'The autumn ended with three things that you asked for.\n\n**Playgrounds get shade.** The first roofs are put up before the summer. The initiative still collects signatures.\n\n**The buses.** You told us when they are late and where they are full. The department writes what it learned and what it changes.\n\n**Potholes.** Every request has a date by now. If it was not kept, you say so.',
    },
    paths: ['/initiatives/demo-shaded-playgrounds', '/requests'],
  },
  {
    id: 'demo-budget', daysAgo: 6, left: 0,
    title: { el: 'Ένας μήνας για να μοιράσουμε τον προϋπολογισμό μαζί', en: 'A month to share the budget together' },
    text: {
      el: 'Από αυτή την εβδομάδα μπορείς να πεις πού θα πάνε τα χρήματα της γειτονιάς σου.\n\nΘέλει πέντε λεπτά:\n\n- δες τα έργα της περιοχής σου,\n- διάλεξε όσα θέλεις,\n- και μάθε μετά γιατί βγήκε ό,τι βγήκε, με αριθμούς.\n\nΔεν χρειάζεται να ξέρεις από υπολογιστές: στα ΚΕΠ θα βρεις ανθρώπους να σε βοηθήσουν, κάθε πρωί ως τις 13:00.',
      en: 'From this week on you may say where the money of your neighbourhood goes.\n\nIt takes five minutes:\n\n- look at the projects of your district,\n- choose those that you want,\n- and read afterwards why it came out as it did, in figures.\n\nYou need not know about computers: at the citizens’ service centres people help you, every morning until 13:00.',
    },
    paths: ['/budgets', '/proposals'],
  },
] as const;

/** Two letters that the demo city sent, and the people who read such letters. Safe to run twice. */
@Injectable()
export class NewslettersSeed implements OnModuleInit {
  constructor(
    @InjectModel(NewsletterRecord.name) private readonly letters: Model<NewsletterRecord>,
    @InjectModel(NewsletterReader.name) private readonly readers: Model<NewsletterReader>,
    private readonly citizens: Citizens,
    private readonly mail: LetterMail,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'newsletters', order: 95, run: (context) => this.run(context) });
  }

  private async run({ now }: SeedContext): Promise<void> {
    const people = await this.citizens.sample();
    const known = await this.citizens.byEmail('citizen2@isegoria.example');
    const readers = [...people.filter((_, at) => at % 4 === 0), ...(known ? [known] : [])];
    const writes = readers.map(({ id }) => ({ updateOne: { filter: { _id: id }, update: { $setOnInsert: { since: new Date(now.getTime() - 60 * dayMs), categoryIds: [] } }, upsert: true } }));
    if (writes.length > 0) await this.readers.bulkWrite(writes, { ordered: false });
    const clerk = (await this.citizens.withRole('clerk'))[0]?.id ?? 'demo';
    for (const { id, daysAgo, left, title, text, paths } of letters) {
      const at = new Date(now.getTime() - daysAgo * dayMs);
      const letter = { stage: 'sent' as const, title, text, terms: termsOf({ title, text }), paths: [...paths], districtIds: [], categoryIds: [], revision: 2, by: clerk, changedAt: at, sendAt: at, wentAt: at, cards: await this.mail.cards(paths), laidTo: null, isLaid: true, people: readers.length, sent: readers.length, failed: 0, left };
      await this.letters.updateOne({ _id: id }, { $setOnInsert: letter }, { upsert: true }).exec();
    }
  }
}
