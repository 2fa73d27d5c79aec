export { DebatesModule } from './debates.module';
