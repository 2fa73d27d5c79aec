import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Subjects } from '@isegoria/kernel/api';
import type {
  Ballot, BallotBox, BallotWords, CastVoteResult, DeskBallot, DeskEntryShown, EnterBallotResult, GiveShareResult, MutationCastVoteArgs, MutationEnterBallotArgs, MutationGiveShareArgs, MutationSetBoxKeyArgs, MyVote, QueryBallotArgs, QueryBallotWordsArgs, QueryMyVotesArgs, WithdrawEntryResult,
  QueryTalliesArgs, SetBoxKeyResult, Tally,
} from '@isegoria/votes/contracts';
import { Ballots } from './ballots/ballots.service';
import { BallotWording } from './ballots/ballot-words';
import { Boxes } from './sealed/boxes.service';
import { CityClock } from './city-clock';
import { castElsewhere, secrecyOf } from './ballots/secrecy';
import { shownBallot } from './ballots/shown-ballot';
import { MemberLists } from './electorate/member-lists.service';
import { Desk } from './desk/desk.service';
import { Tallies } from './count/tallies.service';
import { Trustees } from './sealed/trustees.service';
import { Votes } from './votes.service';

const most = 100;

/** Voting's part of the public face. */
@Resolver()
export class VotesResolver {
  constructor(
    private readonly votes: Votes,
    private readonly ballots: Ballots,
    private readonly tallyBoard: Tallies,
    private readonly boxes: Boxes,
    private readonly trustees: Trustees,
    private readonly desk: Desk,
    private readonly lists: MemberLists,
    private readonly wording: BallotWording,
    private readonly subjects: Subjects,
    private readonly clock: CityClock,
  ) {}

  @Public()
  @Query()
  async ballot(@Args() { id }: QueryBallotArgs): Promise<Ballot | null> {
    const ballot = await this.ballots.find(id);
    if (!ballot) return null;
    const list = ballot.electorate?.list;
    const [box, card, titles] = await Promise.all([secrecyOf(ballot) === 'sealed' ? this.boxes.find(id) : null, this.subjects.card(ballot.subject), this.lists.titles(list ? [list] : [])]);
    return shownBallot(ballot, this.clock.now(), { card, listTitle: titles.get(list ?? '') ?? null, box: box && (await this.trustees.show(box)) });
  }

  @Public()
  @Query()
  async ballotWords(@Args() { ballotId }: QueryBallotWordsArgs): Promise<BallotWords[]> {
    const ballot = await this.ballots.find(ballotId);
    return ballot ? this.wording.of(ballot) : [];
  }

  @Public()
  @Query('boxes')
  boxList(): Promise<BallotBox[]> {
    return this.trustees.shown();
  }

  @Public()
  @Query()
  async tallies(@Args() { ids }: QueryTalliesArgs): Promise<Tally[]> {
    return [...(await this.tallyBoard.of(ids.slice(0, most))).values()];
  }

  @Public()
  @Query()
  myVotes(@CurrentCitizen() citizen: Citizen | null, @Args() { ballotIds }: QueryMyVotesArgs): Promise<MyVote[]> {
    return this.votes.of(citizen, ballotIds.slice(0, most));
  }

  /** What is more than its vote comes through the act of its own slice, which casts it and keeps the rest beside it. */
  @Mutation()
  async castVote(@CurrentCitizen() citizen: Citizen, @Args() vote: MutationCastVoteArgs): Promise<CastVoteResult> {
    const ballot = await this.ballots.find(vote.ballotId);
    if (ballot && castElsewhere.has(ballot.kind)) return { __typename: 'BallotUnknown', ballotId: vote.ballotId };
    return this.votes.cast(citizen, vote);
  }

  @Roles('official', 'administrator')
  @Query('deskBallots')
  openBallots(): Promise<DeskBallot[]> {
    return this.desk.ballotsNow();
  }

  @Roles('official', 'administrator')
  @Query('deskEntries')
  openEntries(@CurrentCitizen() citizen: Citizen): Promise<DeskEntryShown[]> {
    return this.desk.open(citizen);
  }

  @Roles('official', 'administrator')
  @Mutation()
  async enterBallot(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationEnterBallotArgs): Promise<EnterBallotResult> {
    const ballot = await this.ballots.find(input.ballotId);
    if (ballot && castElsewhere.has(ballot.kind)) return { __typename: 'BallotUnknown', ballotId: input.ballotId };
    return this.desk.enter(citizen, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  withdrawEntry(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<WithdrawEntryResult> {
    return this.desk.withdraw(citizen, id);
  }

  @Roles('administrator')
  @Mutation()
  setBoxKey(@Args() wanted: MutationSetBoxKeyArgs): Promise<SetBoxKeyResult> {
    return this.trustees.setKey(wanted);
  }

  @Mutation()
  giveShare(@CurrentCitizen() citizen: Citizen, @Args() given: MutationGiveShareArgs): Promise<GiveShareResult> {
    return this.trustees.give(citizen, given);
  }
}
