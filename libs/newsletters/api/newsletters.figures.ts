import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { column, Figures } from '@isegoria/kernel/api';
import { inBoth } from './letter-views';
import { NewsletterRecord } from './newsletter.schema';

const shownMost = 30;

/** What the council sees of the city's letters: to how many they went, and how many had enough. */
@Injectable()
export class NewsletterFigures implements OnModuleInit {
  constructor(
    @InjectModel(NewsletterRecord.name) private readonly letters: Model<NewsletterRecord>,
    private readonly figures: Figures,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'newsletters.all', chapter: 'together', order: 62, chart: 'none',
      title: { el: 'Ενημερωτικά δελτία', en: 'Newsletters' },
      note: { el: `Τα ${shownMost} τελευταία. Δεν μετράμε ποιος τα ανοίγει, μόνο πόσα παραδόθηκαν και πόσοι τα σταμάτησαν από τον σύνδεσμό τους.`, en: `The last ${shownMost}. Nobody counts who opens them, only how many were handed over and how many ended them by the link in them.` },
      columns: [column('name', 'text', 'Δελτίο', 'Letter'), column('at', 'date', 'Στάλθηκε', 'Sent'), column('sent', 'number', 'Παραδόθηκαν', 'Handed over'), column('failed', 'number', 'Απέτυχαν', 'Failed'), column('left', 'number', 'Το σταμάτησαν', 'Ended it')],
      rows: async () => (await this.letters.find({ wentAt: { $ne: null } }).sort({ wentAt: -1, _id: -1 }).limit(shownMost).lean<NewsletterRecord[]>().exec()).map(({ title, wentAt: at, sent, failed, left }) => ({ name: inBoth(title), at, sent, failed, left })),
    });
  }
}
