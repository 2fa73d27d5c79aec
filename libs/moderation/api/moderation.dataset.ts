import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { batchesOf, Datasets, placedRows, type RowPlace } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { conductRule, moderationFields } from '@isegoria/moderation/contracts';
import { actingRole } from './acts-of-power';
import { Case } from './case.schema';
import { logEntry } from './case-view';

/** Hands the public log of moderation in as public data. */
@Injectable()
export class ModerationDataset implements OnModuleInit {
  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'moderation',
      order: 90,
      title: { el: 'Αποφάσεις εποπτείας', en: 'Decisions of moderation' },
      description: {
        el: 'Κάθε απόφαση των εποπτών που φαίνεται στο δημόσιο αρχείο, με τον κανόνα της και ό,τι έγινε με την ένσταση. Ποτέ ποιος έγραψε, ανέφερε ή αποφάσισε.',
        en: 'Every decision of the moderators’ public log, with its rule and what became of an objection. Never who wrote, reported or decided.',
      },
      keywords: { el: ['εποπτεία', 'κώδικας συμπεριφοράς'], en: ['moderation', 'code of conduct'] },
      themes: ['GOVE', 'JUST'],
      page: '/moderation/log',
      fields: moderationFields,
      key: ['id'],
      rows: (after) => this.rows(after),
    });
  }

  private rows(after: RowPlace | null) {
    return placedRows(batchesOf(this.cases, { logged: true }, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => batch.map((one) => [rowOf(one)]), after });
  }
}

function rowOf(one: Case): RowOf<typeof moderationFields> {
  const { id, itemKind, decision, rule = null, at, reports, objection = null, reopenedAt = null } = logEntry(one);
  const named = rule === null ? null : conductRule(rule);
  return { id, itemKind, decision, rule, ruleEl: named?.title.el ?? null, ruleEn: named?.title.en ?? null, role: actingRole, at, reports, objection, reopenedAt };
}
