import { Injectable } from '@nestjs/common';
import type { DocumentPart, PageDocument, Subject } from '@isegoria/kernel/contracts';
import type { SubjectCard, Viewer } from './subjects';

/** What a slice tells those who must decide on some subjects: tables, figures, words. Only what everybody may see. */
export interface Briefing {
  name: string;
  /** Where its parts stand among the others'. */
  order: number;
  /** The parts about these subjects at this moment; none where the slice has nothing to say of them. */
  parts(subjects: readonly SubjectCard[], now: Date): Promise<DocumentPart[]>;
}

/** Every slice that briefs. */
@Injectable()
export class Briefings {
  private readonly briefings = new Map<string, Briefing>();

  register(briefing: Briefing): void {
    this.briefings.set(briefing.name, briefing);
  }

  inOrder(): Briefing[] {
    return [...this.briefings.values()].sort((a, b) => a.order - b.order);
  }
}

/** A moment that reports go by: something that a page is of is to begin, or has ended. */
export interface DocumentOccasion {
  /** The page's. */
  id: string;
  at: Date;
  what: 'begins' | 'ended';
}

/** How a slice gives a page of its own as a document, for whoever makes files of it. Null where this reader sees no such page. */
export interface DocumentSource {
  one(id: string, viewer: Viewer | null): Promise<PageDocument | null>;
  /** What begins or ended between two moments; left out by pages that stand for nothing of the kind. */
  occasions?(from: Date, to: Date): Promise<DocumentOccasion[]>;
}

/** The pages that can be had as documents, by kind. */
@Injectable()
export class Documents {
  private readonly sources = new Map<string, DocumentSource>();
  private ofSubjects: ((subject: Subject, viewer: Viewer | null) => Promise<PageDocument | null>) | null = null;

  register(kind: string, source: DocumentSource): void {
    this.sources.set(kind, source);
  }

  /** How a thing without a page of this sort is given: what the slices have to say of it. */
  registerSubjects(make: (subject: Subject, viewer: Viewer | null) => Promise<PageDocument | null>): void {
    this.ofSubjects = make;
  }

  async one(kind: string, id: string, viewer: Viewer | null): Promise<PageDocument | null> {
    const source = this.sources.get(kind);
    return (source ? await source.one(id, viewer) : await this.ofSubjects?.({ kind, id }, viewer)) ?? null;
  }

  kinds(): string[] {
    return [...this.sources.keys()];
  }

  async occasions(from: Date, to: Date): Promise<DocumentOccasion[]> {
    return (await Promise.all([...this.sources.values()].map((source) => source.occasions?.(from, to) ?? []))).flat();
  }
}
