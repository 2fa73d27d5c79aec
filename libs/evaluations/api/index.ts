export { EvaluationsModule } from './evaluations.module';
export { EvaluationsSeed } from './seed';
export { registerCommand } from './register/simulator/simulate-command';
