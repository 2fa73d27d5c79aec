import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { StatisticsModule } from '@isegoria/statistics/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActNews } from './decisions/act-news';
import { Acts } from './decisions/acts.service';
import { ActsOfPower } from './acts-of-power';
import { BreakdownFigures } from './figures/breakdown.figures';
import { BreakdownJobs } from './figures/breakdown.jobs';
import { BreakdownResolver } from './figures/breakdown.resolver';
import { Breakdown, BreakdownSchema } from './figures/breakdown.schema';
import { Breakdowns } from './figures/breakdowns.service';
import { Changes } from './decisions/changes.service';
import { Choice, ChoiceSchema } from './choices/choice.schema';
import { ChoiceDesk } from './choices/choice-desk.service';
import { ChoiceSeed } from './demo/choice.seed';
import { Choices } from './choices/choices.service';
import { CutOff } from './figures/cut-off';
import { ChoicesDataset } from './choices/choices.dataset';
import { ChoicesResolver } from './choices/choices.resolver';
import { ChoiceSubject } from './choices/choice.subject';
import { Decision, DecisionSchema } from './decisions/decision.schema';
import { DecisionSubject } from './decisions/decision.subject';
import { DecisionVersion, DecisionVersionSchema } from './decisions/decision-version.schema';
import { Decisions } from './decisions/decisions.service';
import { Evaluation, EvaluationSchema } from './evaluation.schema';
import { EvaluationNews } from './evaluation-news';
import { EvaluationRequest, EvaluationRequestSchema } from './evaluation-request.schema';
import { EvaluationThread } from './evaluation-thread';
import { EvaluationsPersonal } from './evaluations-personal';
import { EvaluationsRecount } from './figures/evaluations-recount';
import { EvaluationsBriefing } from './evaluations.briefing';
import { EvaluationsDataset } from './evaluations.dataset';
import { EvaluationsFigures } from './figures/evaluations.figures';
import { EvaluationsJobs } from './evaluations.jobs';
import { EvaluationsResolver } from './evaluations.resolver';
import { Evaluations } from './evaluations.service';
import { InFocus } from './in-focus.service';
import { Replies } from './replies/replies.service';
import { RepliesFigures } from './replies/replies.figures';
import { Reply, ReplySchema } from './replies/reply.schema';
import { Requests } from './requests.service';
import { DecisionsFileController } from './register/decisions-file.controller';
import { DecisionsFiles } from './register/decisions-files.service';
import { DecisionsImporter } from './register/decisions.importer';
import { DiavgeiaImporter } from './register/diavgeia.importer';
import { DecisionEntry, DecisionEntrySchema } from './register/decision-entry.schema';
import { Entering } from './register/entering.service';
import { RegisterImportRecord, RegisterImportSchema, RegisterRefusalRecord, RegisterRefusalSchema } from './register/register-import.schema';
import { RegisterImports } from './register/register-imports.service';
import { RegisterNameRecord, RegisterNameSchema } from './register/register-name.schema';
import { RegisterNames } from './register/register-names.service';
import { RegisterPages } from './register/register-pages.service';
import { RegisterResolver } from './register/register.resolver';
import { RegisterRuns } from './register/register-runs.service';
import { EvaluationsSeed } from './seed';
import { Settling } from './settling.service';
import { Weighing } from './figures/weighing.service';
import { WhoAnsweredDataset } from './figures/who-answered.dataset';

/** How acts come in: from the register, from files and from officials' hands. */
const register = [DecisionsFiles, DecisionsImporter, DiavgeiaImporter, Entering, RegisterImports, RegisterNames, RegisterPages, RegisterResolver, RegisterRuns];

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Decision.name, schema: DecisionSchema },
      { name: DecisionEntry.name, schema: DecisionEntrySchema },
      { name: DecisionVersion.name, schema: DecisionVersionSchema },
      { name: Choice.name, schema: ChoiceSchema },
      { name: Evaluation.name, schema: EvaluationSchema },
      { name: Breakdown.name, schema: BreakdownSchema },
      { name: EvaluationRequest.name, schema: EvaluationRequestSchema },
      { name: Reply.name, schema: ReplySchema },
      { name: RegisterImportRecord.name, schema: RegisterImportSchema },
      { name: RegisterNameRecord.name, schema: RegisterNameSchema },
      { name: RegisterRefusalRecord.name, schema: RegisterRefusalSchema },
    ]),
    IdentityModule,
    LedgerModule,
    NotificationsModule,
    OrganisationModule,
    ProcessesModule,
    CommentsModule,
    RealtimeModule,
    StatisticsModule,
    VotesModule,
  ],
  controllers: [DecisionsFileController],
  providers: [
    ...register, ActNews, Acts, ActsOfPower, BreakdownFigures, BreakdownJobs, BreakdownResolver, Breakdowns, Changes, ChoiceDesk, ChoiceSeed, Choices, ChoicesDataset, ChoicesResolver, ChoiceSubject, CutOff, Decisions, DecisionSubject, EvaluationNews, Evaluations, EvaluationsBriefing, EvaluationsDataset, EvaluationsFigures,
    EvaluationsJobs, EvaluationsPersonal, EvaluationsRecount, EvaluationsResolver, EvaluationsSeed, EvaluationThread, InFocus, Replies, RepliesFigures, Requests, Settling, Weighing, WhoAnsweredDataset,
  ],
  exports: [Acts, Choices, Decisions, EvaluationsRecount, Weighing],
})
export class EvaluationsModule {}
