export { CatalogueSeed } from './demo/catalogue.seed';
export { RequestsModule } from './requests.module';
