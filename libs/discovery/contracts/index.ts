export { pathOfPicture, pictureHeight, picturePath, pictureWidth, pictureWithin, readWidth } from './picture';
/** The slice's words, for heads, feeds and pictures. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
