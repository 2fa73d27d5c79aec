import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { AmendmentPages } from './amendment-pages';
import { AmendmentRecord, AmendmentSchema } from './amendment.schema';
import { ArticleRecord, ArticleSchema } from './article.schema';
import { ArticleTexts } from './article-texts';
import { Consultation, ConsultationSchema, ConsultationText, ConsultationTextSchema } from './consultation.schema';
import { ConsultationLists } from './consultation-lists';
import { ConsultationViews } from './consultation-views';
import { ConsultationsResolver } from './consultations.resolver';
import { Reading } from './reading.service';

const collections = MongooseModule.forFeature([
  { name: Consultation.name, schema: ConsultationSchema },
  { name: ConsultationText.name, schema: ConsultationTextSchema },
  { name: ArticleRecord.name, schema: ArticleSchema },
  { name: AmendmentRecord.name, schema: AmendmentSchema },
]);

/** A text of the city under consultation: asked about article by article, and answered article by article. */
@Module({
  imports: [collections, IdentityModule, OrganisationModule],
  providers: [AmendmentPages, ArticleTexts, ConsultationLists, ConsultationViews, ConsultationsResolver, Reading],
})
export class ConsultationsModule {}
