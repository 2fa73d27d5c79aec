export { hasSentence, sentence, type Blanks, type Words } from './sentence';
/** The words of the parts and of the shell: for the tests of pages that stand on a `Stage`. Pages get them by `useWords('ui')`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
