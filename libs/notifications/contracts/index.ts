export type * from './notifications.gen';
export { citizenRoom, cityRoom, fromParams, toParams, wordsKey, type Params } from './params';
export { default as el } from './words.el.json';
