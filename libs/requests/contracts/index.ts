export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export {
  contactInput, correctionInput, noteInput, passInput, requestLimits, requestNonce, type ServiceFields, serviceInput, type ServiceRequestFields, serviceRequestInput, sourceInput, type StepFields, stepInput, templateInput, withdrawalInput, wordInput,
} from './request-input';
export { affectedToReopen, dueAfter, endedStatuses, everyDesk, isEnded, isHeld, isLate, isOpen, open311Status, openStatuses, requestSteps, stepsAfter, wordDays, wordUntil } from './request-status';
export { filledIn, namesDay, saysWords, stepProblems } from './step-rules';
export { requestFields, requestServiceFields } from './requests.dataset';
export type * from './requests.events';
export type * from './requests.gen';
