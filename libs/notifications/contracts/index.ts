export type * from './notifications.gen';
export { deviceForm, mostDevices, pushKinds } from './device';
export { type DigestSpan, digestKind, digestPath, digestRhythms, digestSubject, lastEdition, nextEdition, spanOf, usualRhythm } from './digest';
export { grouped } from './news-groups';
export { citizenRoom, cityRoom, fromParams, toParams, wordsKey, type Params } from './params';
export { default as el } from './words.el.json';
export type { PushNotice } from './push-notice';
