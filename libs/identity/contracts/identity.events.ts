import type { Locale } from '@isegoria/kernel/contracts';
import type { Role } from './citizen';

/** Somebody made an account. Their address is not yet shown to be theirs. */
export interface CitizenSignedUp {
  citizenId: string;
  /** Whether they asked for the city's newsletter. */
  wantsNewsletter?: boolean;
  at: Date;
}

/** The address is theirs: from now on they contribute. */
export interface CitizenConfirmed {
  citizenId: string;
  at: Date;
}

/** An administrator gave or took roles, or a directory that the city trusts with it. */
export interface CitizenRolesChanged {
  citizenId: string;
  roles: Role[];
  departmentId: string | null;
  /** The administrator's number, or `way:` and the name of the directory. */
  by: string;
  at: Date;
}

/** An official saw a person's year of birth on a card. */
export interface CitizenBirthYearVerified {
  citizenId: string;
  by: string;
  at: Date;
}

/** An administrator took away somebody's passkeys and second step. */
export interface CitizenSecondStepRemoved {
  citizenId: string;
  by: string;
  at: Date;
}

/** Every session of this person ended (or all but one): doors that stay open, such as sockets, close too. */
export interface CitizenSessionsEnded {
  citizenId: string;
}

/** A person left. Their name is gone; what they wrote in public stays without it. */
export interface CitizenLeft {
  citizenId: string;
  /** Who stood behind the account, for slices that know people by a name made of this. */
  personId: string;
  at: Date;
}

/**
 * A letter that concerns the account itself and goes out whatever the person's wishes about mail are. Its words stand in
 * identity's catalogue under `mail.<name>`; `path` is the way back, with its secret. `key` makes sending it twice one letter.
 */
export interface CitizenLetter {
  key: string;
  name: 'confirm' | 'confirm_again' | 'reset' | 'known' | 'password_changed' | 'email_new' | 'email_taken' | 'email_asked' | 'email_changed' | 'left'
    | 'passkey_added' | 'passkey_removed' | 'second_step_on' | 'second_step_off' | 'second_step_removed' | 'recovery_code_used';
  to: { email: string; name: string; locale: Locale };
  path: string;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'citizen.signedUp': CitizenSignedUp;
    'citizen.confirmed': CitizenConfirmed;
    'citizen.rolesChanged': CitizenRolesChanged;
    'citizen.birthYearVerified': CitizenBirthYearVerified;
    'citizen.secondStepRemoved': CitizenSecondStepRemoved;
    'citizen.sessionsEnded': CitizenSessionsEnded;
    'citizen.left': CitizenLeft;
    'citizen.letter': CitizenLetter;
  }
}
