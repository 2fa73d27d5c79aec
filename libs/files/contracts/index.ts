export type { DescribePictureResult, Picture } from './files.gen';
export { pictureLimits, pictureTypes, type PictureRefusal } from './limits';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
