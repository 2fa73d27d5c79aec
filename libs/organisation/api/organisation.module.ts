import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CityChanges } from './city-changes.service';
import { CitySubject } from './city.subject';
import { models } from './city.schema';
import { OrganisationResolver } from './organisation.resolver';
import { Organisation } from './organisation.service';
import { OrganisationSeed } from './seed';

@Module({
  imports: [MongooseModule.forFeature(models)],
  providers: [Organisation, CityChanges, CitySubject, OrganisationResolver, OrganisationSeed],
  exports: [Organisation, OrganisationSeed],
})
export class OrganisationModule {}
