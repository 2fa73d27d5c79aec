import { Injectable } from '@nestjs/common';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { answerOf, castInput, type CastVoteResult, type MutationCastVoteArgs, type MyVote, padded, seal, writtenAll } from '@isegoria/votes/contracts';
import type { Ballot } from './ballots/ballot.schema';
import { Ballots } from './ballots/ballots.service';
import type { Cast } from './log/cast-batch.schema';
import { CastLog, type Outcome } from './log/cast-log';
import { CityClock } from './city-clock';
import { Pace } from './pace';
import { ProjectionStore } from './count/projection-store';
import { isByName } from './ballots/secrecy';
import { pressKey, voteId, voterKey } from './log/voter-key';
import { Voters } from './electorate/voters';
import { VotesJobs } from './votes.jobs';
import { refusal } from './votes.rules';
import { TooLate, within } from './log/within';

/** One vote of many, for seeds. */
export interface SeededVote extends MutationCastVoteArgs {
  citizen: Citizen;
}

const retryAfterSeconds = 5;
/** Longer than the log takes to give a vote up: who meets a silent store before the log waits no longer than those in it. */
const longestMs = 12_000;

/** The verbs of voting. */
@Injectable()
export class Votes {
  constructor(
    private readonly ballots: Ballots,
    private readonly log: CastLog,
    private readonly store: ProjectionStore,
    private readonly jobs: VotesJobs,
    private readonly pace: Pace,
    private readonly voters: Voters,
    private readonly clock: CityClock,
  ) {}

  /** Votes, changes the vote or withdraws it. Resolves when the vote is durable, or with the reason why it is not. */
  async cast(citizen: Citizen, input: MutationCastVoteArgs): Promise<CastVoteResult> {
    const problems = problemsOf(castInput, input);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const tooFast = await this.pace.take(citizen.id);
    if (tooFast) return { __typename: 'TooMany', ...tooFast };
    return soon(this.keep(citizen, input));
  }

  /** Many votes at once, in order, without a limit of pace, and counted when it resolves. For seeds; the rules hold here too. */
  async castMany(votes: readonly SeededVote[]): Promise<CastVoteResult[]> {
    const results: CastVoteResult[] = [];
    for (let at = 0; at < votes.length; at += 4000) {
      results.push(...(await Promise.all(votes.slice(at, at + 4000).map(async ({ citizen, ...input }) => this.keep(citizen, await this.asSent(input))))));
    }
    await this.jobs.catchUp();
    return results;
  }

  /** Votes that a demo city's people gave by name at a moment of its past, as one batch. They are counted a little later, as all votes are. */
  async castPast(votes: readonly SeededVote[], at: Date): Promise<void> {
    const ballots = await this.ballots.findMany(votes.map(({ ballotId }) => ballotId));
    const casts = votes.flatMap(({ citizen, ...input }) => {
      const ballot = ballots.get(input.ballotId);
      return ballot && isByName(ballot.kind) ? [castOf(citizen, voterKey(citizen.personId, ballot._id), ballot, input)] : [];
    });
    if (casts.length > 0) await this.log.appendPast(casts, at);
  }

  /** The citizen's own votes as they were last counted, in the order asked; of a visitor there are none. */
  async of(citizen: Citizen | null, ballotIds: readonly string[]): Promise<MyVote[]> {
    if (!citizen) return [];
    const ballots = await this.ballots.findMany(ballotIds);
    const names = ballotIds.map((ballotId) => this.nameOn(ballotId, ballots.get(ballotId), citizen));
    const ids = (await Promise.all(names)).map((name, at) => voteId(ballotIds[at] ?? '', name ?? ''));
    const { generation } = await this.store.checkpoint();
    const votes = await this.store.votes(generation, [...new Set(ids)]);
    return ballotIds.map((ballotId, at) => {
      const vote = votes.get(ids[at] ?? '');
      return { ballotId, answers: (vote?.answers ?? []).map(answerOf), isSealed: vote?.isSealed ?? false };
    });
  }

  /** Those among some persons whose vote counts on an open ballot, as last counted. For who keeps more beside the count of a ballot that is given by name. */
  async givenBy(ballotId: string, personIds: readonly string[]): Promise<Set<string>> {
    const { generation } = await this.store.checkpoint();
    const ids = new Map(personIds.map((personId) => [voteId(ballotId, voterKey(personId, ballotId)), personId]));
    const votes = await this.store.votes(generation, [...ids.keys()]);
    return new Set([...ids].flatMap(([id, personId]) => ((votes.get(id)?.answers.length ?? 0) > 0 ? [personId] : [])));
  }

  /** A seeded vote as a browser would have sent it: sealed, where its ballot goes into a box. */
  private async asSent(input: MutationCastVoteArgs): Promise<MutationCastVoteArgs> {
    const ballot = await this.ballots.find(input.ballotId);
    const box = ballot ? await this.voters.boxOf(ballot) : null;
    if (!ballot || !box?.publicKey || input.sealed) return input;
    const paper = padded(writtenAll(ballot.questions, input.answers), box.size);
    return { ...input, answers: [], sealed: await seal({ ballotId: ballot._id, publicKey: box.publicKey }, paper) };
  }

  private async keep(citizen: Citizen, input: MutationCastVoteArgs): Promise<CastVoteResult> {
    const ballot = await this.ballots.find(input.ballotId);
    if (!ballot) return { __typename: 'BallotUnknown', ballotId: input.ballotId };
    const box = await this.voters.boxOf(ballot);
    const refused = refusal(ballot, await this.voters.on(ballot, citizen), input, this.clock.now(), box);
    if (refused) return refused;
    const voter = this.voters.nameIn(ballot._id, box, citizen);
    if (voter === null) return { __typename: 'BallotClosed', closedAt: ballot.closesAt ?? this.clock.now() };
    const channel = await this.voters.channelOf(ballot, voter);
    if (channel) return { __typename: 'VotedElsewhere', channel };
    const outcome = await this.log.append(castOf(citizen, voter, ballot, input), ballot);
    // Nothing is promised of a vote that has no effect, as the officials' was first.
    const first = outcome.fate === 'kept' ? await this.voters.outdoneBy(ballot, voter, outcome.seq) : undefined;
    return first ? { __typename: 'VotedElsewhere', channel: first } : answer(input, ballot, outcome);
  }

  private async nameOn(ballotId: string, ballot: Ballot | undefined, citizen: Citizen): Promise<string | null> {
    return this.voters.nameIn(ballotId, ballot ? await this.voters.boxOf(ballot) : null, citizen);
  }
}

/** What goes into the log: no name but the ballot's own for this person, except where supporters are known by name. */
function castOf(citizen: Citizen, voter: string, ballot: Ballot, { ballotId, answers, nonce, sealed }: MutationCastVoteArgs): Cast {
  const given = writtenAll(ballot.questions, answers);
  const cast: Cast = { ballotId, voter, nonce: pressKey(nonce, given, sealed ?? ''), answers: given };
  if (ballot.byDistrict && citizen.districtId) cast.district = citizen.districtId;
  if (sealed) cast.sealed = sealed;
  if (isByName(ballot.kind)) cast.citizenId = citizen.id;
  return cast;
}

function answer({ ballotId, answers, nonce }: MutationCastVoteArgs, ballot: Ballot, outcome: Outcome): CastVoteResult {
  if (outcome.fate === 'kept') {
    const { seq, leaf, promise } = outcome;
    return { __typename: 'VoteCast', ballotId, seq, answers, receipt: nonce, leaf, promise };
  }
  if (outcome.fate === 'closed' && ballot.closesAt) return { __typename: 'BallotClosed', closedAt: ballot.closesAt };
  return { __typename: 'NotKept', retryAfterSeconds };
}

/** What became of the vote, or that nobody knows (yet). What still arrives counts once, as a retry would. */
function soon(kept: Promise<CastVoteResult>): Promise<CastVoteResult> {
  return within(kept, longestMs).catch((error: unknown) => {
    if (error instanceof TooLate) return { __typename: 'NotKept', retryAfterSeconds };
    throw error;
  });
}
