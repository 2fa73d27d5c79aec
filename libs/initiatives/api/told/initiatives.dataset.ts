import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Initiative as Shown, initiativeFields, publicStages, signatureDayFields } from '@isegoria/initiatives/contracts';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { InitiativeViews } from '../initiative-views';
import { Initiative } from '../initiative.schema';
import { publicIn } from '../reading.service';
import { SignatureDay } from '../signing/signature.schema';

/** Hands initiatives, and how many had signed at the end of each day, in as public data. */
@Injectable()
export class InitiativesDataset implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    @InjectModel(SignatureDay.name) private readonly days: Model<SignatureDay>,
    private readonly views: InitiativeViews,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    const common = { keywords: { el: ['πρωτοβουλίες πολιτών', 'υπογραφές'], en: ['citizens’ initiatives', 'signatures'] }, themes: ['GOVE'], page: '/initiatives' } as const;
    this.datasets.register({
      ...common,
      id: 'initiatives',
      order: 29,
      title: { el: 'Πρωτοβουλίες πολιτών', en: 'Citizens’ initiatives' },
      description: {
        el: 'Οι πρωτοβουλίες που έγιναν δεκτές: το κείμενο που υπογράφεται, πόσες υπογραφές χρειάζεται και πόσες έχει, πόσες βρέθηκαν έγκυρες, τι απάντησε το συμβούλιο. Χωρίς ονόματα.',
        en: 'Initiatives that were admitted: the text that is signed, how many signatures it needs and has, how many were found valid, what the council answered. Without names.',
      },
      fields: initiativeFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.initiatives, publicIn(publicStages), after?.id ?? null), { idOf: ({ _id }) => _id, view: async (batch) => (await this.views.of(batch, null)).map((view) => [rowOf(view)]), after }),
    });
    this.datasets.register({
      ...common,
      id: 'initiative-days',
      order: 30,
      title: { el: 'Υπογραφές ανά ημέρα', en: 'Signatures by day' },
      description: { el: 'Πόσες ηλεκτρονικές υπογραφές μετρούσε κάθε πρωτοβουλία στο τέλος κάθε ημέρας στην οποία άλλαξαν.', en: 'How many signatures on the platform each initiative had at the end of each day on which they changed.' },
      fields: signatureDayFields,
      key: ['initiative', 'day'],
      rows: (after) => placedRows(batchesOf(this.days, {}, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.dayRows(batch), after }),
    });
  }

  /** Of what is hidden now no day is told either. */
  private async dayRows(batch: readonly SignatureDay[]): Promise<RowOf<typeof signatureDayFields>[][]> {
    const ids = [...new Set(batch.map(({ initiativeId }) => initiativeId))];
    const shown = new Set((await this.initiatives.find({ ...publicIn(publicStages), _id: { $in: ids } }, { _id: 1 }).lean<{ _id: string }[]>().exec()).map(({ _id }) => _id));
    return batch.map(({ initiativeId: initiative, day, signatures }) => (shown.has(initiative) ? [{ initiative, day, signatures }] : []));
  }
}

function rowOf({ id, title, text, digest, stage, terms, category, district, signatures, check, opensAt, closesAt, handedInAt, answer, isDemo, path }: Shown): RowOf<typeof initiativeFields> {
  return {
    id, title, text, digest: digest ?? null, stage, kind: terms.kindId, kindEl: terms.name.el, kindEn: terms.name.en, category: category?.id ?? null, district: district?.id ?? null,
    needed: terms.needed, online: signatures.online, paper: signatures.paper, valid: check?.valid ?? null, opensAt: opensAt ?? null, closesAt: closesAt ?? null, handedInAt: handedInAt ?? null,
    outcome: answer?.outcome ?? null, answeredAt: answer?.at ?? null, ada: answer?.ada ?? null, isDemo, url: `${publicUrl()}${path}`,
  };
}
