import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule } from '@isegoria/identity/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActNews } from './act-news';
import { Acts } from './acts.service';
import { Decision, DecisionSchema } from './decision.schema';
import { DecisionSubject } from './decision.subject';
import { DecisionVersion, DecisionVersionSchema } from './decision-version.schema';
import { Decisions } from './decisions.service';
import { Evaluation, EvaluationSchema } from './evaluation.schema';
import { EvaluationsFigures } from './evaluations.figures';
import { EvaluationsJobs } from './evaluations.jobs';
import { EvaluationsResolver } from './evaluations.resolver';
import { Evaluations } from './evaluations.service';
import { DecisionsImporter } from './register/decisions.importer';
import { DiavgeiaImporter } from './register/diavgeia.importer';
import { Entering } from './register/entering.service';
import { RegisterImportRecord, RegisterImportSchema, RegisterRefusalRecord, RegisterRefusalSchema } from './register/register-import.schema';
import { RegisterImports } from './register/register-imports.service';
import { RegisterNameRecord, RegisterNameSchema } from './register/register-name.schema';
import { RegisterNames } from './register/register-names.service';
import { RegisterPages } from './register/register-pages.service';
import { RegisterResolver } from './register/register.resolver';
import { RegisterRuns } from './register/register-runs.service';
import { EvaluationsSeed } from './seed';

/** How acts come in: from the register, from files and from officials' hands. */
const register = [DecisionsImporter, DiavgeiaImporter, Entering, RegisterImports, RegisterNames, RegisterPages, RegisterResolver, RegisterRuns];

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Decision.name, schema: DecisionSchema },
      { name: DecisionVersion.name, schema: DecisionVersionSchema },
      { name: Evaluation.name, schema: EvaluationSchema },
      { name: RegisterImportRecord.name, schema: RegisterImportSchema },
      { name: RegisterNameRecord.name, schema: RegisterNameSchema },
      { name: RegisterRefusalRecord.name, schema: RegisterRefusalSchema },
    ]),
    IdentityModule,
    NotificationsModule,
    OrganisationModule,
    ProcessesModule,
    CommentsModule,
    RealtimeModule,
    VotesModule,
  ],
  providers: [...register, ActNews, Acts, Decisions, DecisionSubject, Evaluations, EvaluationsFigures, EvaluationsJobs, EvaluationsResolver, EvaluationsSeed],
  exports: [Acts, Decisions],
})
export class EvaluationsModule {}
