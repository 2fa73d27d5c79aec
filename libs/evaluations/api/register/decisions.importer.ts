import { readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LineProblem } from '@isegoria/evaluations/contracts';
import { Importers, type ImportReport, unzipped } from '@isegoria/kernel/api';
import { decisionsFormat, textOfFile } from './decisions-file';
import { DecisionsFiles } from './decisions-files.service';
import { sentenceOf } from './reasons';

/** `isegoria import decisions FILE`: decisions of a city that is in no register. All lines come in, or none where one is wrong. */
@Injectable()
export class DecisionsImporter implements OnModuleInit {
  constructor(
    private readonly importers: Importers,
    private readonly files: DecisionsFiles,
  ) {}

  onModuleInit(): void {
    this.importers.register({
      name: 'decisions',
      help: decisionsFormat,
      run: (text, report) => this.run(text, report),
      runFile: async (path, report) => this.run(textOfFile(unzipped(await readFile(path))), report),
    });
  }

  async run(text: string, report: ImportReport): Promise<void> {
    const lines = await this.files.look(text);
    const wrong = lines.filter(({ problems }) => problems.length > 0);
    report.total(wrong.length > 0 ? wrong.length : lines.length);
    for (const { line, problems } of wrong) report.refused(`line ${line}`, [...new Set(problems.map(why))].join('; '));
    if (wrong.length > 0) return;
    // The version of an entered act is the digest of what it says: it cannot be contradicted.
    await this.files.take(lines, { role: 'city', id: null }, (fate) => report[fate === 'contradicted' ? 'unchanged' : fate]());
  }
}

const why = ({ code, field, limit, value }: LineProblem): string => sentenceOf({ code, field, value: limit === null ? value : String(limit) });
