import { Injectable } from '@nestjs/common';
import type { BallotWords as Words } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';

/** How an owner of ballots says their words: of each question and each option, in the order of the paper. */
export type Wording = (ballot: Ballot) => Promise<Omit<Words, '__typename'>[]>;

/** What stands on papers. A ballot knows its questions and options by their ids; their words are its owner's, who registers here while it initialises. */
@Injectable()
export class BallotWording {
  private readonly wordings = new Map<string, Wording>();

  /** @param subjectKind of whose ballots these are the words. */
  register(subjectKind: string, wording: Wording): void {
    this.wordings.set(subjectKind, wording);
  }

  async of(ballot: Ballot): Promise<Omit<Words, '__typename'>[]> {
    return (await this.wordings.get(ballot.subject.kind)?.(ballot)) ?? [];
  }
}
