import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import type { Ballot, CastVoteResult, MutationCastVoteArgs, MyVote, QueryBallotArgs, QueryMyVoteArgs, QueryMyVotesArgs, QueryTalliesArgs, Tally } from '@isegoria/votes/contracts';
import { Ballots } from './ballots.service';
import { shownBallot } from './shown-ballot';
import { Tallies } from './tallies.service';
import { Votes } from './votes.service';

const most = 100;

/** Voting's part of the public face. */
@Resolver()
export class VotesResolver {
  constructor(
    private readonly votes: Votes,
    private readonly ballots: Ballots,
    private readonly tallyBoard: Tallies,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Query()
  async ballot(@Args() { id }: QueryBallotArgs): Promise<Ballot | null> {
    const ballot = await this.ballots.find(id);
    return ballot && shownBallot(ballot, this.clock.now());
  }

  @Public()
  @Query()
  async tallies(@Args() { ids }: QueryTalliesArgs): Promise<Tally[]> {
    return [...(await this.tallyBoard.of(ids.slice(0, most))).values()];
  }

  @Public()
  @Query()
  async myVote(@CurrentCitizen() citizen: Citizen | null, @Args() { ballotId }: QueryMyVoteArgs): Promise<MyVote | null> {
    const [vote] = await this.votes.of(citizen, [ballotId]);
    return vote ?? null;
  }

  @Public()
  @Query()
  myVotes(@CurrentCitizen() citizen: Citizen | null, @Args() { ballotIds }: QueryMyVotesArgs): Promise<MyVote[]> {
    return this.votes.of(citizen, ballotIds.slice(0, most));
  }

  @Mutation()
  castVote(@CurrentCitizen() citizen: Citizen, @Args() vote: MutationCastVoteArgs): Promise<CastVoteResult> {
    return this.votes.cast(citizen, vote);
  }
}
