export { CatalogueSeed } from './demo/catalogue.seed';
export { open311Door } from './open311/open311.door';
export { RequestsModule } from './requests.module';
