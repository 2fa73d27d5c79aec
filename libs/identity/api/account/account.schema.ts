import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { indexWhere } from '@isegoria/kernel/api';
import type { Citizen, Gender, Role, SaidBy } from '@isegoria/identity/contracts';
import type { Locale } from '@isegoria/kernel/contracts';
import { secondStepEnv } from '../second-step/second-step.env';
import { rolesNow } from '../second-step/second-step.rules';

/** Another site that leads into an account. */
export interface ConnectedWay {
  /** `linkOf` the site's number of the person. */
  key: string;
  name: string;
  since: Date;
  /** The roles that it gave, and so may take. */
  gave: Role[];
}

/** A passkey that leads into an account. The secret never leaves the device; this is what its answers are checked by. */
export interface KeptPasskey {
  /** The credential's own id, and its public key (COSE), in base64url. */
  id: string;
  key: string;
  /** What the device counted at its last answer; always 0 where it does not count. One that goes back comes from a copy. */
  counter: number;
  transports: string[];
  name: string;
  since: Date;
  usedAt: Date | null;
}

/** Codes of a phone, asked for after the password. */
export interface KeptSecondStep {
  /** Wrapped with the city's secret. */
  secret: string;
  since: Date;
  /** The half minute of the last code that was taken: none works twice. */
  lastMoment: number;
  /** Hashes of the recovery codes that are left. */
  codes: string[];
}

/** A person's account. */
@Schema({ versionKey: false, collection: 'citizens' })
export class Account {
  @Prop({ type: String, required: true }) _id!: string;
  @Prop({ type: String, required: true }) personId!: string;
  @Prop({ type: String, required: true }) name!: string;
  /** In lower case; null where there is none, and of who has left. */
  @Prop({ type: String, default: null }) email!: string | null;
  /** argon2id, with its own salt and cost; null where the person signs in elsewhere, or left. */
  @Prop({ type: String, default: null }) password!: string | null;
  /** The sites that it is connected with, each at most once; not there where there are none. In the account itself, so that one write decides which is the last way in. */
  @Prop({ type: [Object], default: undefined }) ways?: ConnectedWay[];
  /** In the account itself like the ways, so that one write decides how many there are and who leaves takes them along. */
  @Prop({ type: [Object], default: undefined }) passkeys?: KeptPasskey[];
  @Prop({ type: Object }) secondStep?: KeptSecondStep;
  @Prop({ type: [String], required: true }) roles!: Role[];
  @Prop({ type: String, default: null }) departmentId!: string | null;
  @Prop({ type: String, default: null }) districtId!: string | null;
  @Prop({ type: Number, default: null }) birthYear!: number | null;
  /** Not there in accounts of the time when only a register could say it. */
  @Prop({ type: String }) birthYearBy?: SaidBy | null;
  @Prop({ type: String, default: null }) gender?: Gender | null;
  @Prop({ type: String, default: null }) genderBy?: SaidBy | null;
  @Prop({ type: String, default: 'el' }) locale!: Locale;
  @Prop({ type: Date, default: null }) confirmedAt!: Date | null;
  /** Grows when every session of the person must end; a session of a former epoch is nobody's. */
  @Prop({ type: Number, default: 0 }) epoch!: number;
  /** Folded words of name and address, by which an administrator finds the person. */
  @Prop({ type: [String], default: [] }) findable!: string[];
  /** When the person agreed to the code of conduct. */
  @Prop({ type: Date, default: null }) agreedAt!: Date | null;
  @Prop({ type: Date, required: true }) createdAt!: Date;
  @Prop({ type: Date, default: null }) leftAt!: Date | null;
  /** Of an account that was left: the person whom the slices still have to forget. */
  @Prop({ type: String }) leaving?: string;
  /** Made for the demo city: nobody signs in as them. */
  @Prop({ type: Boolean }) made?: boolean;
}

export const AccountSchema = SchemaFactory.createForClass(Account);
indexWhere(AccountSchema, { email: 1 }, { field: 'email', holds: 'text', unique: true });
AccountSchema.index({ personId: 1 }, { unique: true });
indexWhere(AccountSchema, { 'ways.key': 1 }, { field: 'ways.key', holds: 'text', unique: true });
indexWhere(AccountSchema, { 'passkeys.id': 1 }, { field: 'passkeys.id', holds: 'text', unique: true });
AccountSchema.index({ districtId: 1, _id: 1 });
AccountSchema.index({ roles: 1, _id: 1 });
AccountSchema.index({ findable: 1, _id: 1 });
AccountSchema.index({ made: 1, _id: 1 });
indexWhere(AccountSchema, { leftAt: 1 }, { field: 'leftAt', holds: 'date' });

/** An address as it is kept. */
export const emailOf = (text: string): string => text.trim().toLowerCase();

/** The account as the rules see it, with the roles that count now. */
export function citizenOf(account: Account): Citizen {
  const { _id: id, personId, name, departmentId, districtId, locale, confirmedAt, birthYear = null, gender = null, genderBy = null } = account;
  const birthYearBy = account.birthYearBy ?? (birthYear === null ? null : 'verified');
  return { id, personId, name, ...rolesNow(account, secondStepEnv.SECOND_STEP), departmentId, districtId, birthYear, birthYearBy, gender, genderBy, locale, confirmed: confirmedAt !== null };
}
