import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { type Process, processFields } from '@isegoria/processes/contracts';
import { Processes } from './processes.service';

/** Hands the processes in as public data. */
@Injectable()
export class ProcessesDataset implements OnModuleInit {
  constructor(
    private readonly datasets: Datasets,
    private readonly processes: Processes,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'processes',
      order: 10,
      title: { el: 'Διαδικασίες συμμετοχής', en: 'Participation processes' },
      description: {
        el: 'Τι ρωτά ο δήμος τους πολίτες και πότε: κάθε διαδικασία με τις φάσεις της, τις ημερομηνίες και το τι μπορεί κανείς να κάνει σε καθεμία.',
        en: 'What the municipality asks its citizens, and when: each process with its phases, their dates and what can be done in each.',
      },
      keywords: { el: ['συμμετοχή', 'διαβούλευση'], en: ['participation', 'consultation'] },
      themes: ['GOVE'],
      page: '/processes',
      fields: processFields,
      key: ['process', 'phase'],
      rows: (after) => this.rows(after),
    });
  }

  private async *rows(after: RowPlace | null) {
    const all = (await this.processes.all()).sort((a, b) => (a.id < b.id ? -1 : 1));
    yield* placedRows([all], { idOf: ({ id }) => id, view: (processes) => processes.map(rowsOf), after });
  }
}

function rowsOf({ id, kind, title, phases, currentPhaseId }: Process): RowOf<typeof processFields>[] {
  return phases.map(({ id: phase, name, opensAt, closesAt, settings: { contributions, comments, supports, answerWithinDays } }) => ({
    process: id, phase, kind, titleEl: title.el, titleEn: title.en, phaseEl: name.el, phaseEn: name.en, opensAt, closesAt, isCurrent: phase === currentPhaseId,
    contributions, comments, supports, answerWithinDays, url: `${publicUrl()}/processes/${id}`,
  }));
}
