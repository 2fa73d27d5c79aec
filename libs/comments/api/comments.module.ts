import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentCounts } from './comment-counts';
import { CommentNotices } from './comment-notices';
import { CommentPages } from './comment-pages';
import { CommentStanding } from './comment-standing';
import { CommentCount, CommentCountSchema, CommentEdition, CommentEditionSchema, CommentRecord, CommentSchema } from './comment.schema';
import { Comments } from './comments';
import { CommentsBriefing } from './comments.briefing';
import { CommentsDataset } from './comments.dataset';
import { CommentsPersonal } from './comments-personal';
import { CommentsLinks } from './comments.links';
import { CommentsResolver } from './comments.resolver';
import { CommentsService } from './comments.service';
import { CommentsSeed } from './seed';
import { Sightings } from './sightings';

const collections = MongooseModule.forFeature([
  { name: CommentRecord.name, schema: CommentSchema },
  { name: CommentEdition.name, schema: CommentEditionSchema },
  { name: CommentCount.name, schema: CommentCountSchema },
]);

/** Arguments for and against, on any subject. */
@Module({
  imports: [collections],
  providers: [CommentCounts, CommentNotices, CommentPages, CommentStanding, Comments, CommentsBriefing, CommentsLinks, CommentsPersonal, CommentsResolver, CommentsSeed, CommentsService, Sightings, CommentsDataset],
  exports: [Comments],
})
export class CommentsModule {}
