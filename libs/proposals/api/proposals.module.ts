import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { FilesModule } from '@isegoria/files/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActsOfPower } from './told/acts-of-power';
import { Answers } from './answers.service';
import { Drafts } from './drafts.service';
import { FollowThrough } from './told/follow-through';
import { Hearing } from './hearing.service';
import { ProposalsImporter } from './import/proposals.importer';
import { InvitationViews } from './merging/invitation-views';
import { Invitations } from './merging/invitations.service';
import { JoiningAftermath } from './merging/joining-aftermath';
import { Joining } from './merging/joining.service';
import { Lineage } from './merging/lineage.service';
import { MergeInvitation, MergeInvitationSchema, MergeNo, MergeNoSchema } from './merging/merge-invitation.schema';
import { MergingNews } from './merging/merging-news';
import { MergingPersonal } from './merging/merging-personal';
import { MergingLinks } from './merging/merging.links';
import { MergingResolver } from './merging/merging.resolver';
import { MergingSeed } from './merging/merging.seed';
import { Merging } from './merging/proposal-merging.service';
import { Voices } from './merging/voices.service';
import { News } from './told/news.service';
import { ProposalFields } from './proposal-fields';
import { ProposalLists } from './proposal-lists';
import { ProposalViews } from './proposal-view';
import { Proposal, ProposalSchema } from './proposal.schema';
import { ProposalSubject } from './proposal.subject';
import { ProposalThread } from './told/proposal-thread';
import { ProposalsBriefing } from './told/proposals.briefing';
import { ProposalsDataset } from './told/proposals.dataset';
import { ProposalFigures } from './told/proposals.figures';
import { ProposalsPersonal } from './proposals-personal';
import { ProposalsResolver } from './proposals.resolver';
import { ProposalsService } from './proposals.service';
import { ProposalsSeed } from './seed/proposals.seed';
import { Similar } from './similar/similar.service';

/** From an idea to an official answer. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: Proposal.name, schema: ProposalSchema }, { name: MergeInvitation.name, schema: MergeInvitationSchema }, { name: MergeNo.name, schema: MergeNoSchema }]),
    IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, FilesModule, ProcessesModule, VotesModule, CommentsModule,
  ],
  providers: [
    ActsOfPower, ProposalViews, ProposalLists, ProposalFields, FollowThrough, Drafts, ProposalsService, Answers, News, Hearing, ProposalSubject, ProposalThread, ProposalsBriefing, ProposalFigures, Similar, ProposalsSeed, ProposalsImporter, ProposalsPersonal, ProposalsResolver, ProposalsDataset,
    Lineage, Voices, MergingSeed, JoiningAftermath, Joining, InvitationViews, Invitations, Merging, MergingNews, MergingLinks, MergingPersonal, MergingResolver,
  ],
  exports: [ProposalLists, ProposalsSeed],
})
export class ProposalsModule {}
