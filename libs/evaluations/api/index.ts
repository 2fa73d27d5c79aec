export { EvaluationsModule } from './evaluations.module';
export { EvaluationsSeed } from './seed';
