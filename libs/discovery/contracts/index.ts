export type { FoundOfKind } from './discovery.gen';
/** The feeds of the whole city. Each process has one more. */
export const feedNames = ['proposals', 'consultations', 'initiatives', 'debates', 'surveys', 'newsletters', 'meetings', 'volunteering', 'requests', 'decisions', 'answers', 'results'] as const;
export type FeedName = (typeof feedNames)[number];
export { pathOfPicture, pictureHeight, picturePath, pictureWidth, pictureWithin, readWidth } from './picture';
/** The slice's words, for heads, feeds and pictures. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
