import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FilesModule } from '@isegoria/files/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { AreaOutcome, AreaOutcomeSchema } from './area-result.schema';
import { BudgetBallots } from './budget-ballots';
import { BudgetImporter } from './budget.importer';
import { Budget, BudgetSchema } from './budget.schema';
import { BudgetWords } from './budget-words';
import { BudgetSubject } from './budget.subject';
import { BudgetViews } from './budget-views';
import { BudgetingBriefing } from './budgeting.briefing';
import { BudgetingDataset } from './budgeting.dataset';
import { BudgetingFigures } from './budgeting.figures';
import { BudgetingJobs } from './budgeting.jobs';
import { BudgetingResolver } from './budgeting.resolver';
import { Budgets } from './budgets.service';
import { AreaCounting } from './counting.service';
import { PbController } from './pb.controller';
import { ProjectNews } from './project-news';
import { ProjectThread } from './project-thread';
import { ProjectViews } from './project-views';
import { Project, ProjectSchema } from './project.schema';
import { Projects } from './projects.service';
import { ResultViews } from './result-views';
import { BudgetingSeed } from './seed/budgeting.seed';
import { DemoProposals } from './seed/demo-proposals';
import { DemoWorks } from './seed/demo-works';
import { Works } from './works.service';

/** Participatory budgets, from the first project to the last stone. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: Budget.name, schema: BudgetSchema }, { name: Project.name, schema: ProjectSchema }, { name: AreaOutcome.name, schema: AreaOutcomeSchema }]),
    IdentityModule, OrganisationModule, RealtimeModule, NotificationsModule, FilesModule, LedgerModule, ProcessesModule, VotesModule,
  ],
  controllers: [PbController],
  providers: [AreaCounting, BudgetBallots, BudgetImporter, BudgetSubject, BudgetViews, BudgetingBriefing, BudgetingFigures, BudgetingJobs, BudgetingResolver, BudgetingSeed, Budgets, ProjectNews, ProjectThread, ProjectViews, Projects, ResultViews, Works, BudgetWords, BudgetingDataset, DemoProposals, DemoWorks],
  exports: [BudgetingJobs, BudgetingSeed],
})
export class BudgetingModule {}
