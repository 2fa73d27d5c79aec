export { BudgetsDocument } from './documents';
