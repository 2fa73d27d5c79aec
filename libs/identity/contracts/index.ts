export { hasRole, isVerified, mayContribute, ownPerson, roles, type Citizen, type Refusal, type Role } from './citizen';
export { CITIZEN_OF_COOKIE, type CitizenOfCookie } from './entrance';
export { emailForm, isObvious, passwordForm, profileForm, signUpForm } from './forms';
export type { CitizenConfirmed, CitizenLeft, CitizenLetter, CitizenRolesChanged, CitizenSessionsEnded, CitizenSignedUp } from './identity.events';
export type * from './identity.gen';
export { safePath } from './next-path';
