import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Debate as Shown, debateFields } from '@isegoria/debates/contracts';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { DebateViews } from '../debate-views';
import { Debate } from '../debate.schema';

/** Hands debates in as public data. Their arguments are rows of `comments`. */
@Injectable()
export class DebatesDataset implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly views: DebateViews,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'debates',
      order: 34,
      title: { el: 'Συζητήσεις', en: 'Debates' },
      description: {
        el: 'Τα ερωτήματα που τέθηκαν στην πόλη, πόσοι άνθρωποι πήραν μέρος, τι κατέληξε όποιος τα έθεσε και πόσοι το βρήκαν δίκαιο. Χωρίς ονόματα.',
        en: 'The questions that were put to the city, how many people took part, what was concluded by who put them and how many found it fair. Without names.',
      },
      keywords: { el: ['συζητήσεις', 'επιχειρήματα', 'συμπέρασμα'], en: ['debates', 'arguments', 'conclusion'] },
      themes: ['GOVE', 'SOCI'],
      page: '/debates',
      fields: debateFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.debates, { listed: true }, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.view(batch), after }),
    });
  }

  private async view(batch: readonly Debate[]): Promise<RowOf<typeof debateFields>[][]> {
    const views = await this.views.of(batch, null);
    return views.map((view, at) => [rowOf(view, batch[at]?.conclusion?.visibility === 'public' ? batch[at].conclusion.heard.map(({ id }) => id).join(' ') : null)]);
  }
}

function rowOf({ id, title, text, category, district, opener, stage, people, argumentsFor, argumentsAgainst, openedAt = null, endsAt = null, conclusion, concludedAt = null, fairness, isDemo, path }: Shown, heard: string | null): RowOf<typeof debateFields> {
  return {
    id, title, text, category: category?.id ?? null, district: district?.id ?? null, byDepartment: opener.department?.id ?? null, stage, people, argumentsFor, argumentsAgainst, openedAt, endsAt,
    conclusion: conclusion?.text ?? null, heard, concludedAt, fairnessPeople: fairness?.people ?? null, fairnessYes: fairness?.yes ?? null, fairnessPartly: fairness?.partly ?? null, fairnessNo: fairness?.no ?? null, isDemo, url: `${publicUrl()}${path}`,
  };
}
