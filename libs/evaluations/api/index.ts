export { Choices } from './choices.service';
export { Decisions } from './decisions.service';
export { EvaluationsModule } from './evaluations.module';
export { EvaluationsRecount } from './evaluations-recount';
export { EvaluationsSeed } from './seed';
export { registerCommand } from './register/simulator/simulate-command';
export { Weighing } from './weighing.service';
