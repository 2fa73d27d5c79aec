export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export * from './meeting-input';
export { meetingFields, meetingPollFields, meetingQuestionFields } from './meetings.dataset';
export type * from './meetings.events';
export type * from './meetings.gen';
