export {
  type AgeBand, ageBandOf, ageBands, type Citizen, type Gender, genders, hasRole, isVerified, mayContribute, ownPerson, type Refusal, type Role, roles, type SaidBy, speaksFor, verifiedBirthYear,
} from './citizen';
export { CITIZEN_OF_COOKIE, type CitizenOfCookie, connectOutcomes, refusedReasons } from './entrance';
export { birthYearForm, demographicsForm, emailForm, isObvious, joinForm, passkeyForm, passwordForm, profileForm, signUpForm } from './forms';
export type { CitizenBirthYearVerified, CitizenConfirmed, CitizenLeft, CitizenLetter, CitizenRolesChanged, CitizenSecondStepRemoved, CitizenSessionsEnded, CitizenSignedUp } from './identity.events';
export type * from './identity.gen';
export { safePath } from './next-path';
export { default as el } from './words.el.json';
