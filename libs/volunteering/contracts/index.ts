export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export * from './volunteer-input';
export { volunteerCallFields, volunteerShiftFields } from './volunteering.dataset';
export type * from './volunteering.events';
export type * from './volunteering.gen';
