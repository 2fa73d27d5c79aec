export { ProcessesModule } from './processes.module';
export { type Current, Processes } from './processes.service';
export { ProcessesSeed } from './seed';
