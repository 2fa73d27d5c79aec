export { opinionFields } from './opinions.dataset';
export type { OpinionsMapped } from './opinions.events';
export type * from './opinions.gen';
export { signText, type SignTold } from './sign-text';
export { newOpinionSchema, opinionLimits } from './opinions.inputs';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
