import { Injectable } from '@nestjs/common';
import { Clock, log, publicUrl } from '@isegoria/kernel/api';
import { both, type Person, PersonalData, type PersonalPart } from './personal-data';

/** The name and version of the file's format: the keys of `file` and `end` are fixed by it, those of the parts are explained in the file. */
export const ownFileFormat = 'isegoria-own-data/1';

const about = both(
  'Όλα όσα κρατά η πλατφόρμα για σένα. Το «parts» εξηγεί κάθε μέρος, κάθε πεδίο και τι γίνεται αν φύγεις. Το «end» λέει αν το αρχείο είναι ολόκληρο.',
  'All that the platform keeps about you. “parts” explains each part, each key and what becomes of it if you leave. “end” says whether the file is whole.',
);

/** Text goes out in pieces of about so many characters. */
const pieceLength = 16_384;

/** A person's own file, written as it is read: one entry a line, never more than a piece of it in memory. */
@Injectable()
export class OwnFile {
  constructor(
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** The JSON text in pieces. A part that cannot be read to its end is named in `end`; what came of it stays. */
  async *of(person: Person): AsyncGenerator<string> {
    let piece = '';
    for await (const line of this.lines(person)) {
      piece += line;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }

  private async *lines(person: Person): AsyncGenerator<string> {
    const parts = this.personalData.all();
    const explained = Object.fromEntries(parts.map(({ name, about: holds, leaving, keys }) => [name, { about: holds, leaving, keys }]));
    yield `{\n"file": ${JSON.stringify({ format: ownFileFormat, city: publicUrl(), madeAt: this.clock.now(), about, parts: explained }, null, 1)}`;
    const entries: Record<string, number> = {};
    const unread: string[] = [];
    for (const part of parts) {
      yield `,\n${JSON.stringify(part.name)}: [`;
      let count = 0;
      try {
        for await (const entry of part.entries(person)) yield `${count++ === 0 ? '' : ','}\n${JSON.stringify(entry)}`;
      } catch (error) {
        unread.push(part.name);
        told(part, error);
      }
      entries[part.name] = count;
      yield ']';
    }
    yield `,\n"end": ${JSON.stringify({ isComplete: unread.length === 0, unread, entries })}\n}\n`;
  }
}

function told({ name }: PersonalPart, error: unknown): void {
  log.error({ part: name, error: error instanceof Error ? error.stack : String(error) }, 'a part of a person’s own file could not be read');
}
