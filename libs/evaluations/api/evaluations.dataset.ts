import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { decisionFields, evaluationFields, type Weighing as WeighingView } from '@isegoria/evaluations/contracts';
import { batchesOf, Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import { type RowOf, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { smallestGroup } from '@isegoria/statistics/contracts';
import type { Model } from 'mongoose';
import { Choice } from './choices/choice.schema';
import { Decision } from './decisions/decision.schema';
import { Decisions } from './decisions/decisions.service';
import type { DecisionView } from './decisions/decisions.views';
import { type Weighed, weighedDecision } from './figures/weighing.rules';
import { Weighing } from './figures/weighing.service';

type EvaluationRow = RowOf<typeof evaluationFields>;
type Round = WeighingView['rounds'][number];

/** What is weighed, with the register number where it is an act. */
interface Asked {
  weighed: Weighed;
  ada: string | null;
}

/** Hands decisions, and what the city thinks of them and of choices, in as public data. */
@Injectable()
export class EvaluationsDataset implements OnModuleInit {
  constructor(
    @InjectModel(Decision.name) private readonly records: Model<Decision>,
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    private readonly decisions: Decisions,
    private readonly weighing: Weighing,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'decisions',
      order: 60,
      title: { el: 'Αποφάσεις της διοίκησης', en: 'Decisions of the administration' },
      description: {
        el: 'Οι πράξεις του δήμου που τέθηκαν ενώπιον των πολιτών, όπως ισχύουν τώρα, με το πόσοι ζήτησαν την αξιολόγησή τους.',
        en: 'The municipality’s acts of the register Diavgeia that were laid before the citizens, as they stand now, with how many asked for their evaluation.',
      },
      keywords: { el: ['αποφάσεις', 'Διαύγεια'], en: ['decisions', 'Diavgeia'] },
      themes: ['GOVE', 'JUST'],
      page: '/decisions',
      fields: decisionFields,
      key: ['id'],
      rows: (after) => this.decisionRows(after),
    });
    this.datasets.register({
      id: 'evaluations',
      order: 50,
      title: { el: 'Αξιολογήσεις αποφάσεων και επιλογών', en: 'Evaluations of decisions and choices' },
      description: {
        el: `Τι πιστεύει η πόλη για κάθε απόφαση και για κάθε επιλογή πολλών πράξεων, ανά γύρο και κριτήριο: κατανομή, διάμεσος, διαστήματα. Πουθενά ανά πρόσωπο, και χωρίς κατανομή όπου απάντησαν λιγότεροι από ${smallestGroup}.`,
        en: `What the city thinks of each decision and each choice of several acts, by round and criterion: distribution, median, intervals. Never by person, and without a distribution where fewer than ${smallestGroup} answered.`,
      },
      keywords: { el: ['αξιολόγηση', 'αποφάσεις', 'ικανοποίηση'], en: ['evaluation', 'decisions', 'satisfaction'] },
      themes: ['GOVE', 'SOCI'],
      page: '/decisions',
      fields: evaluationFields,
      key: ['subjectKind', 'subject', 'round', 'criterion'],
      rows: (after) => placedRows(this.asked(after), { idOf: ({ weighed }) => subjectKey(weighed.subject), view: (batch) => this.evaluated(batch), after }),
    });
  }

  private decisionRows(after: RowPlace | null) {
    const view = async (batch: readonly Decision[]) => (await this.decisions.views([...batch])).map((one) => [decisionRow(one)]);
    return placedRows(batchesOf(this.records, {}, after?.id ?? null), { idOf: ({ _id }) => _id, view, after });
  }

  /** All that is weighed by itself, in the order of its keys: the choices, then the acts that are in none. */
  private async *asked(after: RowPlace | null): AsyncGenerator<Asked[]> {
    const [kind = '', from = null] = after?.id.split(/:(.*)/s) ?? [];
    if (kind !== 'decision') for await (const batch of batchesOf(this.choices, {}, from)) yield (await this.weighing.ofChoices(batch)).map((weighed) => ({ weighed, ada: null }));
    const acts = batchesOf(this.records, { choiceId: null }, kind === 'decision' ? from : null);
    for await (const batch of acts) yield batch.map((decision) => ({ weighed: weighedDecision(decision), ada: decision.ada }));
  }

  private async evaluated(batch: readonly Asked[]): Promise<EvaluationRow[][]> {
    const rounds = await this.weighing.roundsOf(batch.map(({ weighed }) => weighed));
    return batch.map(({ weighed: { subject }, ada }, at) => (rounds[at] ?? []).flatMap((round) => evaluationRows(subject, ada, round)));
  }
}

function decisionRow({ id, ada, subject, registerSubject, plainWords, type, unit, organisation, protocolNumber, issueDate, publishedAt, status, versionId, amount, districtId, choice, isOpen, requests, opinion, documentUrl, isDemo }: DecisionView): RowOf<typeof decisionFields> {
  return {
    id, ada, subject, registerSubject, plainEl: plainWords?.title.el ?? null, plainEn: plainWords?.title.en ?? null, type: type.code, typeEl: type.label.el, unit: unit?.id ?? null, organisation: organisation.id,
    protocolNumber, issueDate, publishedAt, status, version: versionId, amount, district: districtId, choice: choice?.id ?? null, isOpen, requests: requests ?? 0, people: opinion.people, document: documentUrl, isDemo,
    url: `${publicUrl()}/decisions/${id}`,
  };
}

/** A row a criterion of a round. Below the smallest group the number of people is told, as on the page, and nothing of what they said. */
export function evaluationRows(subject: Subject, ada: string | null, { round, isOpen, opinion }: Pick<Round, 'round' | 'isOpen' | 'opinion'>): EvaluationRow[] {
  return opinion.criteria.map(({ id: criterion, question, counts, cantSay, answered, median, favourable }) => {
    const isSuppressed = answered + cantSay < smallestGroup;
    const told = <T>(value: T): T | null => (isSuppressed ? null : value);
    const [step1 = 0, step2 = 0, step3 = 0, step4 = 0, step5 = 0] = counts;
    return {
      subjectKind: subject.kind, subject: subject.id, round, criterion, isOpen, ada, questionEl: question.el, questionEn: question.en, people: opinion.people, isSuppressed,
      step1: told(step1), step2: told(step2), step3: told(step3), step4: told(step4), step5: told(step5), cantSay: told(cantSay), answered: told(answered),
      median: told(median?.value ?? null), medianLow: told(median?.low ?? null), medianHigh: told(median?.high ?? null),
      favourable: told(favourable?.value ?? null), favourableLow: told(favourable?.low ?? null), favourableHigh: told(favourable?.high ?? null),
    };
  });
}
