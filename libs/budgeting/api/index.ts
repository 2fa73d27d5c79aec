export { budgetCommand } from './budget.command';
export { decideOffLoop } from './decide-off-loop';
export type { Answer, Question } from './decided';
export { readPbFile } from './pb-file';
