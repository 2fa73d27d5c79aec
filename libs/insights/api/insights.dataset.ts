import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Sitting, sittingFields, sittingFigureFields, themeFields } from '@isegoria/insights/contracts';
import { batchesOf, Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import { type RowOf, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { SittingDocuments } from './sittings/sitting-documents.service';
import { SittingRecord } from './sittings/sitting.schema';
import { markedValue } from './sittings/sittings.rules';
import { Sittings } from './sittings/sittings.service';
import { CityThemes } from './themes/city-themes.service';

/** Hands the council's sittings, how their counts stood, and the themes of public texts in as public data. */
@Injectable()
export class InsightsDataset implements OnModuleInit {
  constructor(
    @InjectModel(SittingRecord.name) private readonly records: Model<SittingRecord>,
    private readonly sittings: Sittings,
    private readonly documents: SittingDocuments,
    private readonly themes: CityThemes,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'sittings',
      order: 75,
      title: { el: 'Συνεδριάσεις του δημοτικού συμβουλίου', en: 'Sittings of the municipal council' },
      description: { el: 'Η ημερήσια διάταξη κάθε συνεδρίασης: τα θέματα και τι της πλατφόρμας αφορούν.', en: 'The agenda of every sitting: the items and what of the platform they are about.' },
      keywords: { el: ['συμβούλιο', 'συνεδριάσεις', 'ημερήσια διάταξη'], en: ['council', 'sittings', 'agenda'] },
      themes: ['GOVE'],
      page: '/council/sittings',
      fields: sittingFields,
      key: ['sitting', 'position'],
      rows: (after) => placedRows(batchesOf(this.records, {}, after?.id ?? null), { idOf: ({ _id }) => _id, view: async (batch) => (await this.sittings.views(batch, null)).map(sittingRows), after }),
    });
    this.datasets.register({
      id: 'sitting-figures',
      order: 76,
      title: { el: 'Οι αριθμοί κάθε συνεδρίασης', en: 'The figures of every sitting' },
      description: { el: 'Πόσοι στήριζαν, αξιολόγησαν και έγραψαν για κάθε θέμα όταν άνοιξε η συνεδρίαση του συμβουλίου και όταν έκλεισε.', en: 'How many supported, evaluated and wrote about each item when the sitting of the council opened, and when it closed.' },
      keywords: { el: ['συμβούλιο', 'συνεδριάσεις', 'στοιχεία'], en: ['council', 'sittings', 'figures'] },
      themes: ['GOVE'],
      page: '/council/sittings',
      fields: sittingFigureFields,
      key: ['sitting', 'item', 'part', 'measure'],
      rows: (after) => placedRows(oneByOne(batchesOf(this.records, { status: { $in: ['open', 'closed'] } }, after?.id ?? null)), { idOf: ({ _id }) => _id, view: (records) => Promise.all(records.map((record) => this.figureRows(record))), after }),
    });
    this.datasets.register({
      id: 'themes',
      order: 77,
      title: { el: 'Για τι μιλούν οι κάτοικοι', en: 'What residents speak of' },
      description: { el: 'Λέξεις που έρχονται μαζί στα δημόσια κείμενα, και σε πόσα κείμενα. Χωρίς τα κείμενα.', en: 'Words that come together in public texts, and in how many. Without the texts.' },
      keywords: { el: ['θέματα', 'κείμενα'], en: ['themes', 'texts'] },
      themes: ['SOCI'],
      page: '/themes',
      fields: themeFields,
      key: ['id'],
      rows: (after) => this.themeRows(after),
    });
  }

  /** What the sitting's page shows everybody at this moment, made as the page makes it: a count whose part is not shown is not in the data. */
  private async figureRows(record: SittingRecord): Promise<RowOf<typeof sittingFigureFields>[]> {
    const { _id: sitting, openedAt, closedAt, atOpening, atClosing, items } = record;
    const rows: RowOf<typeof sittingFigureFields>[] = [];
    for (const { id: item, title } of items) {
      const section = await this.documents.section(record, item, 'city');
      for (const part of section?.parts ?? []) {
        for (const { id: measure, label } of part.measures) {
          const marked = { atOpening: markedValue(atOpening, item, part.id, measure), atClosing: markedValue(atClosing, item, part.id, measure) };
          if (marked.atOpening === null && marked.atClosing === null) continue;
          rows.push({
            sitting, item, itemEl: title.el, itemEn: title.en, part: part.id, partEl: part.title.el, partEn: part.title.en, measure, measureEl: label.el, measureEn: label.en,
            openedAt, closedAt, ...marked, url: urlOf(sitting),
          });
        }
      }
    }
    return rows;
  }

  private async *themeRows(after: RowPlace | null) {
    const found = await this.themes.shown();
    const rows = (found?.themes ?? []).map(({ id, words, texts }): RowOf<typeof themeFields> => ({ id, words: words.join(', '), texts, read: found?.texts ?? 0, at: found?.at ?? null }));
    const idOf = ({ id }: RowOf<typeof themeFields>) => String(id);
    yield* placedRows([rows.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))], { idOf, view: (batch) => batch.map((row) => [row]), after });
  }
}

/** A sitting's page asks every slice, so one is made at a time and only when somebody reads on. */
async function* oneByOne<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T[]> {
  for await (const batch of batches) for (const one of batch) yield [one];
}

const urlOf = (sitting: string): string => `${publicUrl()}/council/sittings/${sitting}`;

/** A row an item; a sitting whose agenda is empty has one without. */
export function sittingRows({ id: sitting, title, place, startsAt, status, postponements, openedAt = null, closedAt = null, items }: Sitting): RowOf<typeof sittingFields>[] {
  const own = { sitting, titleEl: title.el, titleEn: title.en, place, startsAt, status, postponedFrom: postponements[0]?.from ?? null, openedAt, closedAt, url: urlOf(sitting) };
  if (items.length === 0) return [{ ...own, position: 0, item: null, itemEl: null, itemEn: null, subjects: '' }];
  return items.map((item, at) => ({ ...own, position: at + 1, item: item.id, itemEl: item.title.el, itemEn: item.title.en, subjects: item.subjects.map(subjectKey).join(' ') }));
}
