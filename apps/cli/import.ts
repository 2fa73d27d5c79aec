import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Importer, Importers, type ImportReport, unzipped } from '@isegoria/kernel/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Progress } from './progress';

/** `import <what> FILE`: brings records in, says of each refused one why. False when nothing could be brought in at all. */
export async function importFile(app: NestFastifyApplication, what: string, file: string): Promise<boolean> {
  const importer = importerOf(app, what);
  if (!importer) return false;
  const text = await (importer.runFile ? access(file).then(() => '') : textOf(file)).catch((failure: Error) => failure);
  if (text instanceof Error) {
    process.stderr.write(`The file ${file} cannot be read: ${'code' in text && text.code === 'ENOENT' ? 'there is none of this name' : text.message}.\n`);
    return false;
  }
  return bring(what, (report) => (importer.runFile ? importer.runFile(file, report) : importer.run(text, report)));
}

/** `import <what> --<option> …`: the same from where the records are kept. Null where the words name no source. */
export async function importFromSource(app: NestFastifyApplication, what: string, words: readonly string[]): Promise<boolean | null> {
  const source = app.get(Importers, { strict: false }).named(what)?.source;
  const at = source ? words.indexOf(`--${source.option}`) : -1;
  return source && at >= 0 ? bring(what, (report) => source.run(words.slice(at + 1), report)) : null;
}

function importerOf(app: NestFastifyApplication, what: string): Importer | null {
  const importers = app.get(Importers, { strict: false });
  const importer = importers.named(what);
  if (!importer) process.stderr.write(`There is no import called ${JSON.stringify(what)}. These are:\n${manual(importers)}\n`);
  return importer;
}

async function bring(what: string, run: (report: ImportReport) => Promise<void>): Promise<boolean> {
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  const progress = new Progress();
  let total = 0;
  const count = (name: keyof typeof counts) => {
    counts[name] += 1;
    // Refused lines come on top of the records that were announced; the end is shown once, below.
    progress.show(what, sumOf(counts), Math.max(total, sumOf(counts) + 1));
  };
  await run({
    total: (records) => void (total = records),
    added: () => count('added'),
    changed: () => count('changed'),
    unchanged: () => count('unchanged'),
    refused(record, why) {
      progress.end();
      process.stderr.write(`refused ${record}: ${why}\n`);
      count('refused');
    },
  });
  progress.show(what, sumOf(counts), sumOf(counts));
  progress.end();
  process.stdout.write(`${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused\n`);
  return counts.refused === 0 || counts.added + counts.changed + counts.unchanged > 0;
}

const sumOf = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, number) => sum + number, 0);

export const manual = (importers: Importers): string => importers.all().map(({ name, help, source }) => `  import ${name} FILE\n    ${help}${source ? `\n  import ${name} --${source.option}\n    ${source.help}` : ''}`).join('\n');

/** Reads a plain or gzipped file; which one it is, its first two bytes tell. A folder becomes a JSON object of its files' texts by name. */
async function textOf(file: string): Promise<string> {
  if ((await stat(file)).isDirectory()) return JSON.stringify(await textsOf(file));
  return unzipped(await readFile(file)).toString('utf8');
}

async function textsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  const texts = await Promise.all(names.map(async (name) => [name.replace(/\.gz$/, ''), await textOf(join(folder, name))] as const));
  return Object.fromEntries(texts);
}
