import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { type Panel as Shown, panelFields, panelTicketFields } from '@isegoria/panels/contracts';
import type { Model } from 'mongoose';
import { Offer } from './offer.schema';
import { Panel } from './panel.schema';
import { PanelViews } from './panel-views';
import { isPublic } from './reading.service';

/** Hands panels, and the lists of those that are drawn, in as public data: tickets and groups, never a person. */
@Injectable()
export class PanelsDataset implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly views: PanelViews,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    const common = { keywords: { el: ['κλήρωση', 'κληρωτές ομάδες'], en: ['sortition', 'citizens’ panels'] }, themes: ['GOVE'], page: '/panels' } as const;
    this.datasets.register({
      ...common,
      id: 'panels',
      order: 33,
      title: { el: 'Κληρωτές ομάδες πολιτών', en: 'Citizens’ panels' },
      description: { el: 'Οι ομάδες που κληρώνονται: θέσεις, δηλώσεις συμμετοχής, το αποτύπωμα του καταλόγου, οι δημόσιοι αριθμοί και ο σπόρος.', en: 'Panels that are drawn by lot: seats, offers, the digest of the list, the public numbers and the seed.' },
      fields: panelFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.panels, isPublic, after?.id ?? null), { idOf: ({ _id }) => _id, view: async (batch) => (await this.views.of(batch, null)).map((view) => [rowOf(view)]), after }),
    });
    this.datasets.register({
      ...common,
      id: 'panel-tickets',
      order: 33,
      title: { el: 'Κατάλογοι κληρωτών ομάδων', en: 'Lists of citizens’ panels' },
      description: { el: 'Μετά την κλήρωση: κάθε αριθμός του καταλόγου, η ομάδα πληθυσμού και η σειρά του. Χωρίς ονόματα.', en: 'After the draw: each ticket of the list, its group and its place in the order. Without names.' },
      fields: panelTicketFields,
      key: ['panel', 'ticket'],
      rows: (after) => placedRows(batchesOf(this.panels, { ...isPublic, seed: { $ne: null } }, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => Promise.all(batch.map((panel) => this.tickets(panel))), after }),
    });
  }

  private async tickets({ _id: panelId }: Panel): Promise<RowOf<typeof panelTicketFields>[]> {
    const list = await this.offers.find({ panelId }, { ticket: 1, cell: 1, rank: 1, state: 1 }).sort({ ticket: 1 }).lean<Offer[]>().exec();
    return list.map(({ ticket, cell, rank, state }) => ({ panel: panelId, ticket, cell, rank: rank ?? 0, state }));
  }
}

function rowOf({ id, title, stage, department, seats, offers, accepted, closesAt, listDigest, numbers, seed, drawnAt, isDemo, path }: Shown): RowOf<typeof panelFields> {
  return {
    id, titleEl: title.el, titleEn: title.en, stage, department: department?.id ?? null, seats, offers, accepted, closesAt: closesAt ?? null, listDigest: listDigest ?? null, numbers: numbers ?? null, seed: seed ?? null,
    drawnAt: drawnAt ?? null, isDemo, url: `${publicUrl()}${path}`,
  };
}
