import { Injectable } from '@nestjs/common';
import type { Subject } from '@isegoria/kernel/contracts';

/** A text of a citizen that everybody may read now. */
export interface CityText {
  /** Its own id within its source. */
  id: string;
  text: string;
  /** Where it stands on the platform. */
  path: string;
  /** The key of the subject that it is, or is about. */
  about: string;
  /** How many people agree with it. */
  weight: number;
}

/** Where texts of citizens come from. What is hidden, withdrawn or waits is never among them. */
export interface TextSource {
  /** A slice's noun, such as `comment`. */
  kind: string;
  /** The public texts that are, or are about, these subjects; all of the city's where none is said. In batches, in a fixed order. */
  read(subjects: readonly Subject[] | null): AsyncIterable<CityText[]>;
  /** Those of the ids that are public at this moment. */
  byIds(ids: readonly string[]): Promise<CityText[]>;
}

@Injectable()
export class CityTexts {
  private readonly sources = new Map<string, TextSource>();

  register(source: TextSource): void {
    this.sources.set(source.kind, source);
  }

  all(): TextSource[] {
    return [...this.sources.values()];
  }

  named(kind: string): TextSource | null {
    return this.sources.get(kind) ?? null;
  }
}
