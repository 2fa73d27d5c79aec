export type * from './operations.gen';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
