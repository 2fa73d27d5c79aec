export type * from './reports.gen';
export { EACH, filePath, FORMATS, keptFor, type ReportFormat, rhythmsOf } from './rhythms';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
