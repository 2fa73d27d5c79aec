export { OrganisationModule } from './organisation.module';
export { Organisation } from './organisation.service';
export { OrganisationSeed } from './seed';
