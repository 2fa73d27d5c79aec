export { signFields, spanFields } from './integrity.dataset';
export type * from './integrity.events';
export type * from './integrity.gen';
export { method, signsRoom, thresholds, watchedKinds } from './method';
export { findings, wordInput, wordLimits } from './word-input';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
