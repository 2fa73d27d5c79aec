export { budgetCommand } from './budget.command';
export { readPbFile } from './pb-file';
export { BudgetingJobs } from './city/budgeting.jobs';
export { BudgetingModule } from './city/budgeting.module';
export { BudgetingSeed } from './city/seed/budgeting.seed';
