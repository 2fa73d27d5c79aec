import { Injectable } from '@nestjs/common';
import { Clock } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { leafText } from '@isegoria/ledger/contracts';
import { answerOf, castInput, type CastVoteResult, type MutationCastVoteArgs, type MyVote, writtenAll } from '@isegoria/votes/contracts';
import type { Ballot } from './ballot.schema';
import { Ballots } from './ballots.service';
import type { Cast } from './cast-batch.schema';
import { CastLog, type Outcome } from './cast-log';
import { leafOf } from './leaves';
import { Pace } from './pace';
import { ProjectionStore } from './projection-store';
import { voteId, voterKey } from './voter-key';
import { VotesJobs } from './votes.jobs';
import { refusal } from './votes.rules';

/** One vote of many, for seeds. */
export interface SeededVote extends MutationCastVoteArgs {
  citizen: Citizen;
}

const retryAfterSeconds = 5;

/** The verbs of voting. */
@Injectable()
export class Votes {
  constructor(
    private readonly ballots: Ballots,
    private readonly log: CastLog,
    private readonly store: ProjectionStore,
    private readonly jobs: VotesJobs,
    private readonly pace: Pace,
    private readonly clock: Clock,
  ) {}

  /** Votes, changes the vote or withdraws it. Resolves when the vote is durable, or with the reason why it is not. */
  async cast(citizen: Citizen, input: MutationCastVoteArgs): Promise<CastVoteResult> {
    const problems = problemsOf(castInput, input);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const tooFast = await this.pace.take(citizen.id);
    if (tooFast) return { __typename: 'TooMany', ...tooFast };
    return this.keep(citizen, input);
  }

  /** Many votes at once, in order, without a limit of pace, and counted when it resolves. For seeds; the rules hold here too. */
  async castMany(votes: readonly SeededVote[]): Promise<CastVoteResult[]> {
    const results: CastVoteResult[] = [];
    for (let at = 0; at < votes.length; at += 4000) {
      results.push(...(await Promise.all(votes.slice(at, at + 4000).map(({ citizen, ...input }) => this.keep(citizen, input)))));
    }
    await this.jobs.catchUp();
    return results;
  }

  /** The citizen's own votes as they were last counted, in the order asked; of a visitor there are none. */
  async of(citizen: Citizen | null, ballotIds: readonly string[]): Promise<MyVote[]> {
    if (!citizen) return [];
    const ids = ballotIds.map((ballotId) => voteId(ballotId, voterKey(citizen.personId, ballotId)));
    const { generation } = await this.store.checkpoint();
    const votes = await this.store.votes(generation, [...new Set(ids)]);
    return ballotIds.map((ballotId, at) => {
      const vote = votes.get(ids[at] ?? '');
      return { ballotId, answers: (vote?.answers ?? []).map(answerOf), isSealed: vote?.isSealed ?? false };
    });
  }

  private async keep(citizen: Citizen, input: MutationCastVoteArgs): Promise<CastVoteResult> {
    const ballot = await this.ballots.find(input.ballotId);
    if (!ballot) return { __typename: 'BallotUnknown', ballotId: input.ballotId };
    const refused = refusal(ballot, citizen, input.answers, this.clock.now());
    if (refused) return refused;
    const cast = castOf(citizen, ballot, input);
    return answer(input, ballot, cast, await this.log.append(cast, ballot.closesAt));
  }
}

/** What goes into the log: no name but the ballot's own for this person, except where supporters are known by name. */
function castOf(citizen: Citizen, ballot: Ballot, { ballotId, answers, nonce }: MutationCastVoteArgs): Cast {
  const cast: Cast = { ballotId, voter: voterKey(citizen.personId, ballotId), nonce, answers: writtenAll(ballot.questions, answers) };
  return ballot.kind === 'support' ? { ...cast, citizenId: citizen.id } : cast;
}

function answer({ ballotId, answers, nonce }: MutationCastVoteArgs, ballot: Ballot, cast: Cast, outcome: Outcome): CastVoteResult {
  if (outcome.fate === 'kept') return { __typename: 'VoteCast', ballotId, seq: outcome.seq, answers, receipt: nonce, leaf: leafText(leafOf(cast, ballot)) };
  if (outcome.fate === 'closed' && ballot.closesAt) return { __typename: 'BallotClosed', closedAt: ballot.closesAt };
  return { __typename: 'NotKept', retryAfterSeconds };
}
