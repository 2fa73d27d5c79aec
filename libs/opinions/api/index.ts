export { computeCommand } from './compute-command';
export { OpinionsModule } from './opinions.module';
