import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { decisionFields, evaluationFields } from '@isegoria/evaluations/contracts';
import { batchesOf, Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { smallestGroup } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Decision } from './decision.schema';
import { Decisions } from './decisions.service';
import type { DecisionView } from './decisions.views';

type EvaluationRow = RowOf<typeof evaluationFields>;

/** Hands decisions, and what the city thinks of them, in as public data. */
@Injectable()
export class EvaluationsDataset implements OnModuleInit {
  constructor(
    @InjectModel(Decision.name) private readonly records: Model<Decision>,
    private readonly decisions: Decisions,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'decisions',
      order: 60,
      title: { el: 'Αποφάσεις της διοίκησης', en: 'Decisions of the administration' },
      description: {
        el: 'Οι πράξεις του δήμου από τη Διαύγεια που τέθηκαν στην κρίση των πολιτών, όπως ισχύουν τώρα.',
        en: 'The municipality’s acts of the register Diavgeia that were laid before the citizens, as they stand now.',
      },
      keywords: { el: ['αποφάσεις', 'Διαύγεια'], en: ['decisions', 'Diavgeia'] },
      themes: ['GOVE', 'JUST'],
      page: '/decisions',
      fields: decisionFields,
      key: ['id'],
      rows: (after) => this.rows({}, decisionRows, after),
    });
    this.datasets.register({
      id: 'evaluations',
      order: 50,
      title: { el: 'Αξιολογήσεις αποφάσεων', en: 'Evaluations of decisions' },
      description: {
        el: `Τι πιστεύει η πόλη για κάθε απόφαση, ανά κριτήριο: κατανομή, διάμεσος, διαστήματα. Πουθενά ανά πρόσωπο, και χωρίς κατανομή όπου απάντησαν λιγότεροι από ${smallestGroup}.`,
        en: `What the city thinks of each decision, by criterion: distribution, median, intervals. Never by person, and without a distribution where fewer than ${smallestGroup} answered.`,
      },
      keywords: { el: ['αξιολόγηση', 'αποφάσεις', 'ικανοποίηση'], en: ['evaluation', 'decisions', 'satisfaction'] },
      themes: ['GOVE', 'SOCI'],
      page: '/decisions',
      fields: evaluationFields,
      key: ['decision', 'criterion'],
      rows: (after) => this.rows({ choiceId: null }, evaluationRows, after),
    });
  }

  private rows(filter: Record<string, unknown>, rowsOf: (view: DecisionView) => Record<string, string | number | boolean | Date | null>[], after: RowPlace | null) {
    const view = async (batch: readonly Decision[]) => (await this.decisions.views([...batch])).map(rowsOf);
    return placedRows(batchesOf(this.records, filter, after?.id ?? null), { idOf: ({ _id }) => _id, view, after });
  }
}

function decisionRows({ id, ada, subject, registerSubject, plainWords, type, unit, organisation, protocolNumber, issueDate, publishedAt, status, versionId, amount, districtId, choice, opinion, documentUrl, isDemo }: DecisionView): RowOf<typeof decisionFields>[] {
  return [{
    id, ada, subject, registerSubject, plainEl: plainWords?.title.el ?? null, plainEn: plainWords?.title.en ?? null, type: type.code, typeEl: type.label.el, unit: unit?.id ?? null, organisation: organisation.id,
    protocolNumber, issueDate, publishedAt, status, version: versionId, amount, district: districtId, choice: choice?.id ?? null, people: opinion.people, document: documentUrl, isDemo, url: `${publicUrl()}/decisions/${id}`,
  }];
}

/** A row a criterion. Below the smallest group the number of people is told, as on the page, and nothing of what they said. */
export function evaluationRows({ id, ada, opinion }: Pick<DecisionView, 'id' | 'ada' | 'opinion'>): EvaluationRow[] {
  return opinion.criteria.map(({ id: criterion, question, counts, cantSay, answered, median, favourable }) => {
    const isSuppressed = answered + cantSay < smallestGroup;
    const told = <T>(value: T): T | null => (isSuppressed ? null : value);
    const [step1 = 0, step2 = 0, step3 = 0, step4 = 0, step5 = 0] = counts;
    return {
      decision: id, criterion, ada, questionEl: question.el, questionEn: question.en, people: opinion.people, isSuppressed,
      step1: told(step1), step2: told(step2), step3: told(step3), step4: told(step4), step5: told(step5), cantSay: told(cantSay), answered: told(answered),
      median: told(median?.value ?? null), medianLow: told(median?.low ?? null), medianHigh: told(median?.high ?? null),
      favourable: told(favourable?.value ?? null), favourableLow: told(favourable?.low ?? null), favourableHigh: told(favourable?.high ?? null),
    };
  });
}
