export { type DeskRefusal, type ForATime, ForATimeDesk, type ForATimeRules, openingOf } from './for-a-time-desk';
export { ProcessesModule } from './processes.module';
export { type Current, Processes } from './processes.service';
export { ProcessesSeed } from './seed';
