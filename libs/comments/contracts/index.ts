export { commentFields } from './comments.dataset';
export type { BallotsWanted, CommentPublished, CommentsCounted } from './comments.events';
export type * from './comments.gen';
export { commentLimits, editSchema, newCommentSchema } from './comments.inputs';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
