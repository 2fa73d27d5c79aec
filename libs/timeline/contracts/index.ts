export type { Moment, Thread, Timeline } from './timeline.gen';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
