export { IntegrityModule } from './integrity.module';
