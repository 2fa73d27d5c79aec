export { TaxisnetModule } from './taxisnet.module';
