import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Account } from './account.schema';
import { BirthYearCheckRecord } from '../people/birth-year-check.schema';
import { shownPasskey } from '../passkeys/passkeys.service';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from './personal-data';
import { RoleChangeRecord } from '../people/role-change.schema';
import { SecondStepRemovalRecord } from '../second-step/second-step-removal.schema';
import { Tokens } from './tokens.service';

const when = both('Πότε', 'When');

/** What identity keeps of a person: the account, and who gave or saw what of it. */
@Injectable()
export class IdentityPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Account.name) private readonly accounts: Model<Account>,
    @InjectModel(RoleChangeRecord.name) private readonly roleChanges: Model<RoleChangeRecord>,
    @InjectModel(BirthYearCheckRecord.name) private readonly checks: Model<BirthYearCheckRecord>,
    @InjectModel(SecondStepRemovalRecord.name) private readonly removals: Model<SecondStepRemovalRecord>,
    private readonly tokens: Tokens,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.registerAccount();
    this.registerRoleChanges();
    this.registerChecks();
    this.registerRemovals();
  }

  private registerAccount(): void {
    this.personalData.register({
      name: 'account',
      about: both('Ο λογαριασμός σου: όνομα, e-mail, περιοχή, ό,τι είπες για σένα', 'Your account: name, e-mail, district, what you said of yourself'),
      leaving: both('Σβήνεται αμέσως· μετά από λίγα λεπτά δεν υπάρχει ούτε ο αριθμός του.', 'It is erased at once; some minutes later not even its number is there.'),
      keys: {
        id: both('Ο αριθμός του λογαριασμού', 'The account’s number'),
        personId: both('Ο άνθρωπος πίσω από τον λογαριασμό, όπως μετριέται μία φορά', 'The person behind the account, as counted once'),
        name: both('Όνομα, όπως φαίνεται δίπλα σε ό,τι γράφεις', 'Name, as shown beside what you write'),
        email: both('E-mail', 'E-mail'),
        hasPassword: both('Αν έχει κωδικό· ο ίδιος ο κωδικός δεν κρατιέται', 'Whether there is a password; the password itself is not kept'),
        ways: both('Άλλοι τρόποι σύνδεσης, και από πότε', 'Other ways to sign in, and since when'),
        passkeys: both('Κλειδιά πρόσβασης: πώς τα ονόμασες, από πότε, πότε μπήκες τελευταία με το καθένα', 'Passkeys: what you called them, since when, when you last came in by each'),
        secondStepSince: both('Από πότε ζητάμε και δεύτερο βήμα', 'Since when a second step is asked for'),
        roles: both('Ρόλοι', 'Roles'),
        departmentId: both('Η υπηρεσία για την οποία μιλάς', 'The department that you speak for'),
        districtId: both('Περιοχή', 'District'),
        birthYear: both('Έτος γέννησης', 'Year of birth'),
        birthYearBy: both('Ποιος το είπε: εσύ (self) ή έγγραφα (verified)', 'Who said it: you (self) or papers (verified)'),
        gender: both('Φύλο', 'Gender'),
        genderBy: both('Ποιος το είπε', 'Who said it'),
        locale: both('Γλώσσα των μηνυμάτων', 'Language of mails'),
        createdAt: both('Πότε έγινε ο λογαριασμός', 'When the account was made'),
        confirmedAt: both('Πότε επιβεβαιώθηκε το e-mail', 'When the address was confirmed'),
        agreedAt: both('Πότε συμφώνησες με τον κώδικα συμπεριφοράς', 'When you agreed to the code of conduct'),
      },
      entries: (person) => this.accountOf(person),
      forget: ({ id }) => this.tokens.endAll(id),
    });
  }

  private registerRoleChanges(): void {
    this.personalData.register({
      name: 'roleChanges',
      about: both('Ρόλοι που σου έδωσαν ή πήραν, και όσοι έδωσες εσύ', 'Roles that were given to you or taken, and those that you gave'),
      leaving: staysAsAct,
      keys: {
        at: when,
        isAboutMe: both('Αν αφορά εσένα· αλλιώς τον ρόλο τον άλλαξες εσύ', 'Whether it is about you; else you changed somebody’s roles'),
        before: both('Ρόλοι πριν', 'Roles before'),
        after: both('Ρόλοι μετά', 'Roles after'),
        departmentId: both('Υπηρεσία', 'Department'),
      },
      entries: (person) => this.rolesOf(person),
      forget: nothingToForget,
    });
  }

  private registerChecks(): void {
    this.personalData.register({
      name: 'birthYearChecks',
      about: both('Πότε είδαν την ταυτότητά σου για το έτος γέννησης, και όσες είδες εσύ', 'When officials saw your card for the year of birth, and those that you saw'),
      leaving: both('Ό,τι είδαν για σένα μένει χωρίς εσένα. Ό,τι είδες ως υπάλληλος μένει ως πράξη, χωρίς όνομα.', 'What was seen of you stays without you. What you saw as an official stays as an act, without a name.'),
      keys: { at: when, isAboutMe: both('Αν αφορά τη δική σου ταυτότητα', 'Whether it was your card') },
      entries: (person) => this.checksOf(person),
      forget: async ({ id }) => {
        await this.checks.updateMany({ citizenId: id }, { $set: { citizenId: '' } }).exec();
      },
    });
  }

  private registerRemovals(): void {
    this.personalData.register({
      name: 'secondStepRemovals',
      about: both('Πότε αφαιρέθηκαν τα κλειδιά πρόσβασης και το δεύτερο βήμα σου, και όσα αφαίρεσες εσύ', 'When your passkeys and second step were taken away, and those that you took away'),
      leaving: both('Ό,τι αφορά εσένα μένει χωρίς εσένα. Ό,τι αφαίρεσες ως διαχειριστής μένει ως πράξη, χωρίς όνομα.', 'What is about you stays without you. What you took away as an administrator stays as an act, without a name.'),
      keys: { at: when, isAboutMe: both('Αν αφορά τον δικό σου λογαριασμό', 'Whether it is about your account') },
      entries: (person) => this.removalsOf(person),
      forget: async ({ id }) => {
        await this.removals.updateMany({ citizenId: id }, { $set: { citizenId: '' } }).exec();
      },
    });
  }

  private async *accountOf({ id }: Person) {
    const account = await this.accounts.findById(id).lean<Account>().exec();
    if (!account) return;
    const { personId, name, email, password, ways = [], passkeys = [], secondStep, roles, departmentId, districtId, birthYear, birthYearBy = null, gender = null, genderBy = null, locale, createdAt, confirmedAt, agreedAt } = account;
    yield { id, personId, name, email, hasPassword: password !== null, ways: ways.map((way) => ({ name: way.name, since: way.since })), passkeys: passkeys.map(shownPasskey), secondStepSince: secondStep?.since ?? null, roles, departmentId, districtId, birthYear, birthYearBy, gender, genderBy, locale, createdAt, confirmedAt, agreedAt };
  }

  private async *rolesOf({ id }: Person) {
    const found = this.roleChanges.find({ $or: [{ citizenId: id }, { by: id }] }).lean<RoleChangeRecord>().cursor();
    for await (const { at, citizenId, before, after, departmentId } of found) yield { at, isAboutMe: citizenId === id, before, after, departmentId };
  }

  private async *checksOf({ id }: Person) {
    for await (const { at, citizenId } of this.checks.find({ $or: [{ citizenId: id }, { by: id }] }).lean<BirthYearCheckRecord>().cursor()) yield { at, isAboutMe: citizenId === id };
  }

  private async *removalsOf({ id }: Person) {
    for await (const { at, citizenId } of this.removals.find({ $or: [{ citizenId: id }, { by: id }] }).lean<SecondStepRemovalRecord>().cursor()) yield { at, isAboutMe: citizenId === id };
  }
}
