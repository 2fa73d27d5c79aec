export { MonthsInNumbers } from './months';
export { ReportButton, type ReportButtonProps } from './report/report-button';
