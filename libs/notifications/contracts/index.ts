export type * from './notifications.gen';
export { citizenRoom, cityRoom, fromParams, toParams, wordsKey, type Params } from './params';
