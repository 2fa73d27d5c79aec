export type { ReportSlot } from './argument';
export { Arguments, type ArgumentsProps } from './arguments';
