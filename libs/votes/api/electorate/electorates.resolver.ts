import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Subjects } from '@isegoria/kernel/api';
import { subjectKey } from '@isegoria/kernel/contracts';
import type {
  BallotElectorate, ChangeMembersResult, DeleteMemberListResult, MemberList, MutationChangeMembersArgs, MutationDeleteMemberListArgs, MutationMakeMemberListArgs, QueryMemberListArgs, QueryVotingRightArgs, SaveMemberListResult, VotingRight,
} from '@isegoria/votes/contracts';
import { Ballots } from '../ballots/ballots.service';
import { MemberLists } from './member-lists.service';
import { publicName } from '../ballots/shown-ballot';
import { VotingRights } from './voting-rights';

/** Who may vote in what: the part of the public face that is about people and not about votes. */
@Resolver()
export class ElectoratesResolver {
  constructor(
    private readonly ballots: Ballots,
    private readonly lists: MemberLists,
    private readonly rights: VotingRights,
    private readonly subjects: Subjects,
  ) {}

  @Roles('administrator')
  @Query()
  async electorates(): Promise<BallotElectorate[]> {
    const ballots = await this.ballots.withElectorate();
    const cards = await this.subjects.cards(ballots.map(({ subject }) => subject));
    const titles = await this.lists.titles(ballots.flatMap(({ electorate }) => electorate?.list ?? []));
    return ballots.flatMap(({ _id: ballotId, subject, kind, districts, electorate, opensAt, closesAt }) => {
      const listTitle = titles.get(electorate?.list ?? '') ?? null;
      return electorate ? [{ ballotId, ...publicName(cards.get(subjectKey(subject))), kind, districts, electorate: { ...electorate, listTitle }, opensAt, closesAt }] : [];
    });
  }

  @Roles('administrator')
  @Query()
  memberLists(): Promise<MemberList[]> {
    return this.lists.all();
  }

  @Roles('administrator')
  @Query()
  memberList(@Args() { id }: QueryMemberListArgs): Promise<MemberList | null> {
    return this.lists.one(id);
  }

  @Public()
  @Query()
  votingRight(@CurrentCitizen() citizen: Citizen | null, @Args() { ballotId }: QueryVotingRightArgs): Promise<VotingRight> {
    return this.rights.of(citizen, ballotId);
  }

  @Roles('administrator')
  @Mutation()
  makeMemberList(@Args() { title }: MutationMakeMemberListArgs): Promise<SaveMemberListResult> {
    return this.lists.make(title);
  }

  @Roles('administrator')
  @Mutation()
  changeMembers(@CurrentCitizen() citizen: Citizen, @Args() wanted: MutationChangeMembersArgs): Promise<ChangeMembersResult> {
    return this.lists.change(citizen, wanted);
  }

  @Roles('administrator')
  @Mutation()
  deleteMemberList(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationDeleteMemberListArgs): Promise<DeleteMemberListResult> {
    return this.lists.delete(citizen, id);
  }
}
