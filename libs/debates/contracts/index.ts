export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export { drawnId as newDebateId } from '@isegoria/kernel/contracts';
export { conclusionInput, debateAnswerInput, debateId, debateInput, debateLimits } from './debate-input';
export { debateFields } from './debates.dataset';
export type * from './debates.events';
export type * from './debates.gen';
