import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Importers, type ImportReport } from '@isegoria/kernel/api';
import { ActNews } from '../decisions/act-news';
import { Acts } from '../decisions/acts.service';
import { contradicted, readRecord, recordsOf, type RegisterAct } from './record';
import { RegisterFailure } from './register-failure';
import { RegisterImports } from './register-imports.service';
import { RegisterRuns } from './register-runs.service';

/** So many acts come in with one round of the store. */
const HANDFUL = 100;

/** `isegoria import diavgeia FILE`: the register's search answer, as it was downloaded. */
@Injectable()
export class DiavgeiaImporter implements OnModuleInit {
  constructor(
    private readonly importers: Importers,
    private readonly acts: Acts,
    private readonly news: ActNews,
    private readonly imports: RegisterImports,
    private readonly runs: RegisterRuns,
  ) {}

  onModuleInit(): void {
    this.importers.register({
      name: 'diavgeia',
      help: 'Acts from the Diavgeia register: its search answer as JSON, {"decisions": […]}, {"decisionResultList": […]}, a list or one decision. Acts marked as holding personal data are refused; a later version of a known act takes its place.',
      run: (text, report) => this.run(text, report),
      source: {
        option: 'from-register',
        help: 'The same from the register itself (DIAVGEIA_URL), from where the last run came to; see /register. --body N chooses the body, --units N,N some of its units, --since YYYY-MM-DD the first day of issue.',
        run: (words, report) => this.fetch(words, report),
      },
    });
  }

  async run(text: string, report: ImportReport): Promise<void> {
    const records = recordsOf(text);
    report.total(records.length);
    for (let from = 0; from < records.length; from += HANDFUL) {
      await this.takeSome(records.slice(from, from + HANDFUL), from, report);
    }
    await this.news.followThrough();
  }

  /** Reads the register now, whether the scheduled import is on or off. */
  private async fetch(words: readonly string[], report: ImportReport): Promise<void> {
    const why = await this.imports.choose({ body: after(words, '--body'), units: after(words, '--units'), since: after(words, '--since') });
    if (why) throw new Error(why);
    const outcome = await this.runs.run({ refused: (record, reason) => report.refused(record, reason), taken: (fate) => report[fate]() });
    if (outcome instanceof RegisterFailure) throw outcome;
  }

  private async takeSome(records: unknown[], from: number, report: ImportReport): Promise<void> {
    const acts: RegisterAct[] = [];
    for (const [at, record] of records.entries()) {
      const read = readRecord(record, from + at);
      if ('act' in read) acts.push(read.act);
      else report.refused(read.record, read.why);
    }
    for (const [at, fate] of (await this.acts.take(acts)).entries()) {
      const { ada = '', versionId = '' } = acts[at] ?? {};
      if (fate === 'contradicted') report.refused(ada, contradicted(ada, versionId).why);
      else report[fate]();
    }
  }
}

const after = (words: readonly string[], option: string): string | undefined => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);
