import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Importers, type ImportReport } from '@isegoria/kernel/api';
import { Acts } from '../acts.service';
import { readRecord, recordsOf, type RegisterAct } from './record';

/** So many acts come in with one round of the store. */
const HANDFUL = 100;

/** `isegoria import diavgeia FILE`: the register's search answer, as it was downloaded. */
@Injectable()
export class DiavgeiaImporter implements OnModuleInit {
  constructor(
    private readonly importers: Importers,
    private readonly acts: Acts,
  ) {}

  onModuleInit(): void {
    this.importers.register({
      name: 'diavgeia',
      help: 'Acts from the Diavgeia register: its search answer as JSON, {"decisions": […]}, {"decisionResultList": […]}, a list or one decision. Acts marked as holding personal data are refused; a later version of a known act takes its place.',
      run: (text, report) => this.run(text, report),
    });
  }

  async run(text: string, report: ImportReport): Promise<void> {
    const records = recordsOf(text);
    report.total(records.length);
    for (let from = 0; from < records.length; from += HANDFUL) {
      await this.takeSome(records.slice(from, from + HANDFUL), from, report);
    }
  }

  private async takeSome(records: unknown[], from: number, report: ImportReport): Promise<void> {
    const acts: RegisterAct[] = [];
    for (const [at, record] of records.entries()) {
      const read = readRecord(record, from + at);
      if ('act' in read) acts.push(read.act);
      else report.refused(read.record, read.why);
    }
    for (const taken of await this.acts.take(acts)) report[taken]();
  }
}
