export { NewslettersModule } from './newsletters.module';
