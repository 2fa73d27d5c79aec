import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Sitting, sittingFields, themeFields } from '@isegoria/insights/contracts';
import { batchesOf, Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import { type RowOf, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { SittingRecord } from './sittings/sitting.schema';
import { Sittings } from './sittings/sittings.service';
import { CityThemes } from './themes/city-themes.service';

/** Hands the council's sittings, and the themes of public texts, in as public data. */
@Injectable()
export class InsightsDataset implements OnModuleInit {
  constructor(
    @InjectModel(SittingRecord.name) private readonly records: Model<SittingRecord>,
    private readonly sittings: Sittings,
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
      id: 'themes',
      order: 76,
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

  private async *themeRows(after: RowPlace | null) {
    const found = await this.themes.shown();
    const rows = (found?.themes ?? []).map(({ id, words, texts }): RowOf<typeof themeFields> => ({ id, words: words.join(', '), texts, read: found?.texts ?? 0, at: found?.at ?? null }));
    const idOf = ({ id }: RowOf<typeof themeFields>) => String(id);
    yield* placedRows([rows.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))], { idOf, view: (batch) => batch.map((row) => [row]), after });
  }
}

/** A row an item; a sitting whose agenda is empty has one without. */
export function sittingRows({ id: sitting, title, place, startsAt, status, openedAt = null, closedAt = null, items }: Sitting): RowOf<typeof sittingFields>[] {
  const own = { sitting, titleEl: title.el, titleEn: title.en, place, startsAt, status, openedAt, closedAt, url: `${publicUrl()}/council/sittings/${sitting}` };
  if (items.length === 0) return [{ ...own, position: 0, item: null, itemEl: null, itemEn: null, subjects: '' }];
  return items.map((item, at) => ({ ...own, position: at + 1, item: item.id, itemEl: item.title.el, itemEn: item.title.en, subjects: item.subjects.map(subjectKey).join(' ') }));
}
