import { Injectable } from '@nestjs/common';

/** How an import tells what it does with each record. */
export interface ImportReport {
  total(records: number): void;
  added(): void;
  unchanged(): void;
  changed(): void;
  refused(record: string, why: string): void;
}

/** Brings records of an outside format in. Safe to run twice; a record comes in whole or not at all. */
export interface Importer {
  name: string;
  /** The format in a sentence or two, shown by `isegoria help`. */
  help: string;
  run(text: string, report: ImportReport): Promise<void>;
  /** Where the records can also be fetched from where they are kept: `import <name> --<option>` instead of a file. */
  source?: ImportSource;
  /** Reads the file itself, plain or gzipped, piece by piece: for files too large to be one text. */
  runFile?(path: string, report: ImportReport): Promise<void>;
}

/** A source that an import can ask by itself. */
export interface ImportSource {
  option: string;
  help: string;
  /** What follows the option on the command line is handed on as it stands. Throws a sentence where the source cannot be read. */
  run(words: readonly string[], report: ImportReport): Promise<void>;
}

/** The formats that `isegoria import <name>` reads, one a slice and kind of record. */
@Injectable()
export class Importers {
  private readonly importers = new Map<string, Importer>();

  register(importer: Importer): void {
    this.importers.set(importer.name, importer);
  }

  named(name: string): Importer | null {
    return this.importers.get(name) ?? null;
  }

  all(): Importer[] {
    return [...this.importers.values()];
  }
}
