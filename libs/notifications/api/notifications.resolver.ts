import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Subjects } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import type { FollowResult, StopMailResult } from '@isegoria/notifications/contracts';
import { Activity } from './activity.service';
import { Follows } from './follows.service';
import { Inbox } from './inbox.service';
import { Mails } from './mails.service';

@Resolver()
export class NotificationsResolver {
  constructor(
    private readonly happenings: Activity,
    private readonly follows: Follows,
    private readonly notices: Inbox,
    private readonly mails: Mails,
    private readonly subjects: Subjects,
  ) {}

  @Query()
  inbox(@CurrentCitizen() { id }: Citizen, @Args('first') first?: number, @Args('after') after?: string) {
    return this.notices.of(id, first, after);
  }

  @Query()
  unreadNotices(@CurrentCitizen() { id }: Citizen) {
    return this.notices.unread(id);
  }

  @Query()
  isFollowing(@CurrentCitizen() { id }: Citizen, @Args('subject') subject: Subject) {
    return this.follows.isFollowing(id, subject);
  }

  @Query()
  following(@CurrentCitizen() { id }: Citizen, @Args('first') first?: number, @Args('after') after?: string) {
    return this.follows.of(id, first, after);
  }

  @Query()
  async mailWishes(@CurrentCitizen() { id }: Citizen) {
    return { mail: await this.mails.wantsMail(id) };
  }

  @Query()
  @Public()
  activity(@Args('first') first?: number) {
    return this.happenings.last(first);
  }

  @Query()
  @Public()
  async outbox() {
    return (await this.mails.kept())?.map(({ _id: id, files, ...mail }) => ({ id, ...mail, files: files ?? [] })) ?? null;
  }

  @Mutation()
  async follow(@CurrentCitizen() { id }: Citizen, @Args('subject') subject: Subject): Promise<FollowResult> {
    const card = await this.subjects.card(subject);
    if (!card?.isPublic && card?.authorId !== id) return { __typename: 'NotFound', reason: 'unknown' };
    await this.follows.follow(id, subject, 'asked');
    return { __typename: 'FollowState', about: { ...subject }, isFollowing: true };
  }

  @Mutation()
  async unfollow(@CurrentCitizen() { id }: Citizen, @Args('subject') subject: Subject): Promise<FollowResult> {
    if (!this.subjects.knows(subject.kind)) return { __typename: 'NotFound', reason: 'unknown' };
    await this.follows.unfollow(id, subject);
    return { __typename: 'FollowState', about: { ...subject }, isFollowing: false };
  }

  @Mutation()
  readNotices(@CurrentCitizen() { id }: Citizen, @Args('ids') ids?: string[] | null) {
    return this.notices.read(id, ids);
  }

  @Mutation()
  setMailWishes(@CurrentCitizen() { id }: Citizen, @Args('mail') mail: boolean) {
    return this.mails.wish(id, mail);
  }

  @Mutation()
  @Public()
  async stopMail(@Args('citizenId') citizenId: string, @Args('token') token: string): Promise<StopMailResult> {
    const stopped = await this.mails.stop(citizenId, token);
    return stopped ? { __typename: 'MailWishes', mail: false } : { __typename: 'NotFound', reason: 'unknown' };
  }
}
