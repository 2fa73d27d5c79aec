import { Injectable } from '@nestjs/common';
import type { Subject } from '@isegoria/kernel/contracts';
import type { BallotWords as Words } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';

/** How an owner of ballots says their words: of each question and each option, in the order of the paper. */
export type Wording = (ballot: Ballot) => Promise<Omit<Words, '__typename'>[]>;

/** What stands on papers. A ballot knows its questions and options by their ids; their words are its owner's, who registers here while it initialises. */
@Injectable()
export class BallotWording {
  private readonly wordings = new Map<string, Wording>();
  private readonly desks = new Map<string, (id: string) => string>();

  /**
   * @param subjectKind of whose ballots these are the words.
   * @param desk the page on which officials enter such a ballot, by its subject's id, where its owner has one.
   */
  register(subjectKind: string, wording: Wording, desk?: (id: string) => string): void {
    this.wordings.set(subjectKind, wording);
    if (desk) this.desks.set(subjectKind, desk);
  }

  /** The page of its owner on which a ballot of this subject is entered; null where it is that of all ballots. */
  deskOf({ kind, id }: Subject): string | null {
    return this.desks.get(kind)?.(id) ?? null;
  }

  async of(ballot: Ballot): Promise<Omit<Words, '__typename'>[]> {
    return (await this.wordings.get(ballot.subject.kind)?.(ballot)) ?? [];
  }
}
