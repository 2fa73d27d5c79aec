import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type {
  AddCommentResult, Comment, CommentPage, Discussion, EditCommentResult, MutationAddCommentArgs, MutationEditCommentArgs, QueryCommentsArgs, QueryDiscussionArgs,
  QueryRepliesArgs, QuerySpokenAboutArgs, WithdrawCommentResult,
} from '@isegoria/comments/contracts';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { GraphContext } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import { CommentPages, type Reader } from './comment-pages';
import { CommentsService } from './comments.service';

@Resolver()
export class CommentsResolver {
  constructor(
    private readonly service: CommentsService,
    private readonly pages: CommentPages,
  ) {}

  @Public()
  @Query('comments')
  list(@Args() args: QueryCommentsArgs, @CurrentCitizen() citizen: Citizen | null, @Context() context: GraphContext): Promise<CommentPage> {
    return this.pages.list(args, readerOf(citizen, context));
  }

  @Public()
  @Query()
  replies(@Args() args: QueryRepliesArgs, @CurrentCitizen() citizen: Citizen | null, @Context() context: GraphContext): Promise<CommentPage> {
    return this.pages.replies(args.commentId, args, readerOf(citizen, context));
  }

  @Public()
  @Query()
  discussion(@Args() { subject }: QueryDiscussionArgs, @CurrentCitizen() citizen: Citizen | null): Promise<Discussion | null> {
    return this.pages.discussion(subject, citizen?.id ?? null);
  }

  @Query()
  spokenAbout(@CurrentCitizen() citizen: Citizen, @Args() { subjects }: QuerySpokenAboutArgs): Promise<Subject[]> {
    return this.pages.spokenAbout(citizen.id, subjects);
  }

  @Public()
  @Query()
  comment(@Args('id') id: string, @CurrentCitizen() citizen: Citizen | null): Promise<Comment | null> {
    return this.pages.one(id, citizen?.id ?? null);
  }

  @Mutation()
  addComment(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationAddCommentArgs): Promise<AddCommentResult> {
    return this.service.add(citizen, input);
  }

  @Mutation()
  editComment(@CurrentCitizen() citizen: Citizen, @Args() { id, text }: MutationEditCommentArgs): Promise<EditCommentResult> {
    return this.service.edit(citizen, id, text);
  }

  @Mutation()
  withdrawComment(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<WithdrawCommentResult> {
    return this.service.withdraw(citizen, id);
  }
}

function readerOf(citizen: Citizen | null, { req }: GraphContext): Reader {
  return { citizenId: citizen?.id ?? null, sightingKey: citizen?.id ?? req.ip };
}
