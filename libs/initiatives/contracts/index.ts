export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export { drawnId as newInitiativeId } from '@isegoria/kernel/contracts';
export { statementOf } from './statement';
export { initiativeFields, signatureDayFields } from './initiatives.dataset';
export type * from './initiatives.events';
export type * from './initiatives.gen';
export {
  answerInitiativeInput, decisionInput, initiativeDraft, initiativeId, initiativeLimits, initiativePublic, kindId, kindInput, neededOf, sheetInput, signInput, verifyInput, withdrawInput,
} from './initiative-input';
export { isCarried, isPublicStage, publicStages, stagesOf } from './initiative-stage';
