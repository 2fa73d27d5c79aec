import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule } from '@isegoria/identity/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { Acts } from './acts.service';
import { Decision, DecisionSchema } from './decision.schema';
import { DecisionSubject } from './decision.subject';
import { DecisionVersion, DecisionVersionSchema } from './decision-version.schema';
import { Decisions } from './decisions.service';
import { DiavgeiaImporter } from './diavgeia.importer';
import { Evaluation, EvaluationSchema } from './evaluation.schema';
import { EvaluationsDataset } from './evaluations.dataset';
import { EvaluationsFigures } from './evaluations.figures';
import { EvaluationsJobs } from './evaluations.jobs';
import { EvaluationsResolver } from './evaluations.resolver';
import { Evaluations } from './evaluations.service';
import { EvaluationsSeed } from './seed';

@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Decision.name, schema: DecisionSchema },
      { name: DecisionVersion.name, schema: DecisionVersionSchema },
      { name: Evaluation.name, schema: EvaluationSchema },
    ]),
    IdentityModule,
    OrganisationModule,
    ProcessesModule,
    CommentsModule,
    RealtimeModule,
    VotesModule,
  ],
  providers: [Acts, Decisions, DecisionSubject, DiavgeiaImporter, Evaluations, EvaluationsDataset, EvaluationsFigures, EvaluationsJobs, EvaluationsResolver, EvaluationsSeed],
  exports: [Acts, Decisions],
})
export class EvaluationsModule {}
