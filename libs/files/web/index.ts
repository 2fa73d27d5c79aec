export { PictureInput, type PictureInputProps } from './picture-input';
export type { UploadedPicture } from './upload';
