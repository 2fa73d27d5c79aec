import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type IntegritySign, signFields, spanFields } from '@isegoria/integrity/contracts';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { IntegritySignRecord } from './sign.schema';
import { Signs } from './signs.service';

/** Hands the signs in as public data, with everything that they were reckoned from, and the supports over time of what they were noticed on. */
@Injectable()
export class IntegrityDataset implements OnModuleInit {
  constructor(
    @InjectModel(IntegritySignRecord.name) private readonly records: Model<IntegritySignRecord>,
    private readonly signs: Signs,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    const common = { keywords: { el: ['ακεραιότητα', 'συντονισμός', 'στήριξη'], en: ['integrity', 'coordination', 'support'] }, themes: ['GOVE'], page: '/integrity' } as const;
    const placed = { idOf: ({ _id }: IntegritySignRecord) => _id };
    this.datasets.register({
      ...common,
      id: 'integrity-signs',
      order: 91,
      title: { el: 'Ενδείξεις συντονισμού', en: 'Signs of coordination' },
      description: {
        el: 'Ασυνήθιστοι αριθμοί στη στήριξη προτάσεων και πρωτοβουλιών, με όλα όσα χρειάζονται για να τους ξαναϋπολογίσει κανείς. Μια ένδειξη δεν λέει τίποτα για κανέναν άνθρωπο και δεν αλλάζει καμία καταμέτρηση.',
        en: 'Unusual numbers in the support of proposals and initiatives, with all that is needed to reckon them again. A sign says nothing of any person and changes no count.',
      },
      fields: signFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.records, {}, after?.id ?? null), { ...placed, view: async (batch) => (await this.signs.views(batch)).map((sign) => [rowOf(sign)]), after }),
    });
    this.datasets.register({
      ...common,
      id: 'integrity-spans',
      order: 92,
      title: { el: 'Στηρίξεις μέσα στον χρόνο', en: 'Supports over time' },
      description: {
        el: 'Για κάθε ένδειξη, οι στηρίξεις της πρότασης ή της πρωτοβουλίας σε διαστήματα με τουλάχιστον δέκα το καθένα, ώστε να μη φαίνεται πότε ήρθε ένας άνθρωπος.',
        en: 'For each sign, the supports of its proposal or initiative in stretches of at least ten, so that it does not show when one person came.',
      },
      fields: spanFields,
      key: ['sign', 'from'],
      rows: (after) => placedRows(batchesOf(this.records, {}, after?.id ?? null), { ...placed, view: (batch) => Promise.all(batch.map(({ _id }) => this.spanRows(_id))), after }),
    });
  }

  private async spanRows(sign: string): Promise<RowOf<typeof spanFields>[]> {
    return (await this.signs.spans(sign)).map(({ from, to, supports }) => ({ sign, from, to, supports }));
  }
}

function rowOf({ id, kind, about, from, to, supports, peak, expected, fresh, usualPercent, chance, verifiedPercent, basis, finding }: IntegritySign): RowOf<typeof signFields> {
  const { before, over, others = null, usual = null } = basis;
  return {
    id, kind, subjectKind: about?.subject.kind ?? null, subject: about?.subject.id ?? null, from, to, supports, peak: peak ?? null, expected: expected ?? null, fresh: fresh ?? null, usualPercent: usualPercent ?? null, chance,
    verifiedPercent: verifiedPercent ?? null, before, over, others, usual, finding, url: `${publicUrl()}/integrity/${id}`,
  };
}
