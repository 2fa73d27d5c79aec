import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Importers, type ImportReport } from '@isegoria/kernel/api';
import { decisionsFormat, type FileLine, readDecisionsFile } from './decisions-file';
import { idOfEntered } from './entered-decisions';
import { Entering } from './entering.service';
import { sentenceOf } from './reasons';

const HANDFUL = 100;

/** `isegoria import decisions FILE`: decisions of a city that is in no register. All lines come in, or none where one is wrong. */
@Injectable()
export class DecisionsImporter implements OnModuleInit {
  constructor(
    private readonly importers: Importers,
    private readonly entering: Entering,
  ) {}

  onModuleInit(): void {
    this.importers.register({ name: 'decisions', help: decisionsFormat, run: (text, report) => this.run(text, report) });
  }

  async run(text: string, report: ImportReport): Promise<void> {
    const lines = readDecisionsFile(text);
    const wrong = await this.wrongLines(lines);
    report.total(wrong.length > 0 ? wrong.length : lines.length);
    for (const { line, why } of wrong) report.refused(`line ${line}`, why);
    if (wrong.length > 0) return;
    for (let from = 0; from < lines.length; from += HANDFUL) {
      const taken = await this.entering.take(lines.slice(from, from + HANDFUL).map(({ input }) => input));
      // The version of an entered act is the digest of what it says: it cannot be contradicted.
      for (const fate of taken) report[fate === 'contradicted' ? 'unchanged' : fate]();
    }
  }

  private async wrongLines(lines: FileLine[]): Promise<{ line: number; why: string }[]> {
    const first = new Map<string, number>();
    const wrong: { line: number; why: string }[] = [];
    for (const { line, input } of lines) {
      const problems = await this.entering.problems(input);
      const reasons = problems.map(({ field, code, limit }) => sentenceOf({ code, field, value: limit === null ? String(Reflect.get(input, field) ?? '').slice(0, 60) : String(limit) }));
      const id = idOfEntered(input);
      const before = first.get(id);
      if (before === undefined) first.set(id, line);
      else reasons.push(sentenceOf({ code: 'number_twice', field: 'number', value: String(before) }));
      if (reasons.length > 0) wrong.push({ line, why: [...new Set(reasons)].join('; ') });
    }
    return wrong;
  }
}
