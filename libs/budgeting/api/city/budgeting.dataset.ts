import { gunzipSync } from 'node:zlib';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Budget, budgetFields, type BudgetProject, type DecidedProject } from '@isegoria/budgeting/contracts';
import { StoragePort } from '@isegoria/files/api';
import { type DatasetFile, Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { BudgetViews } from './budget-views';
import { AreaCounting } from './counting.service';
import { ProjectViews } from './project-views';
import { ResultViews } from './result-views';

/** Hands the projects of all budgets in as public data, with the published ballots of each area as `.pb` files. */
@Injectable()
export class BudgetingDataset implements OnModuleInit {
  constructor(
    private readonly budgets: BudgetViews,
    private readonly projects: ProjectViews,
    private readonly results: ResultViews,
    private readonly counting: AreaCounting,
    private readonly storage: StoragePort,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'budgets',
      order: 70,
      title: { el: 'Συμμετοχικοί προϋπολογισμοί', en: 'Participatory budgets' },
      description: {
        el: 'Όλα τα έργα που τέθηκαν σε ψηφοφορία, με κόστος, αποτέλεσμα και πρόοδο. Τα ψηφοδέλτια κάθε μέρους, χωρίς πρόσωπα, είναι αρχεία .pb του Pabulib.',
        en: 'All projects that citizens could choose, with cost, result and progress. The ballots of each area, without persons, are .pb files of Pabulib.',
      },
      keywords: { el: ['συμμετοχικός προϋπολογισμός', 'έργα', 'χάρτης'], en: ['participatory budgeting', 'works', 'map'] },
      themes: ['GOVE', 'ECON'],
      page: '/budgets',
      fields: budgetFields,
      key: ['project'],
      geometry: { lat: 'lat', lng: 'lng' },
      rows: (after) => this.rows(after),
      files: () => this.files(),
    });
  }

  private async *rows(after: RowPlace | null) {
    const all = (await this.budgets.all(null)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const left = all.filter(({ id }) => after === null || id >= after.id);
    const view = (batch: readonly Budget[]) => Promise.all(batch.map((budget) => this.rowsOf(budget)));
    yield* placedRows(left.map((budget) => [budget]), { idOf: ({ id }) => id, view, after });
  }

  private async rowsOf(budget: Budget): Promise<RowOf<typeof budgetFields>[]> {
    const [projects, results] = await Promise.all([this.projects.of(budget.id, null), Promise.all(budget.areas.map(({ id }) => this.results.one(budget.id, id)))]);
    const decided = new Map(results.flatMap((result) => result?.projects.map((project) => [project.id, project] as const) ?? []));
    return projects.map((project) => rowOf(budget, project, decided.get(project.id)));
  }

  private async files(): Promise<DatasetFile[]> {
    const areas = (await this.budgets.all(null)).flatMap(({ id, title, areas: parts }) => parts.filter(({ outcome }) => outcome).map((part) => ({ budgetId: id, title, areaId: part.id })));
    return areas.map(({ budgetId, title, areaId }) => ({
      name: `${budgetId}.${areaId}.pb`.toLowerCase(), title: { el: `${title.el}: ψηφοδέλτια (${areaId})`, en: `${title.en}: ballots (${areaId})` }, mediaType: 'text/plain', format: 'PB',
      read: () => this.pbFile(budgetId, areaId),
    }));
  }

  private async pbFile(budgetId: string, areaId: string): Promise<Uint8Array> {
    const outcome = await this.counting.find(budgetId, areaId);
    const bytes = outcome && (await this.storage.get(outcome.file));
    if (!bytes) throw new Error(`the .pb file of ${budgetId} ${areaId} is not there`);
    return gunzipSync(bytes);
  }
}

function rowOf({ id: budget, title: named, stage, areas, currency }: Budget, project: BudgetProject, decided: DecidedProject | undefined): RowOf<typeof budgetFields> {
  const { id, areaId, number, title, text, lang, districtId = null, categoryId = null, place, cost, feasibility, finding = null, proposal, isFunded = null, work } = project;
  return {
    project: id, budget, budgetEl: named.el, budgetEn: named.en, stage, area: areaId, areaMoney: areas.find((area) => area.id === areaId)?.money ?? null, currency, number, title, text, lang,
    district: districtId, category: categoryId, place: place?.label ?? null, lat: place?.lat ?? null, lng: place?.lng ?? null, cost, feasibility, finding, proposal: proposal?.id ?? null, isFunded,
    votes: decided?.votes ?? null, reason: decided?.reason.kind ?? null, work: work?.state ?? null, progress: work?.progress ?? null, spent: work?.spent ?? null, url: `${publicUrl()}/budgets/${budget}/projects/${id}`,
  };
}
