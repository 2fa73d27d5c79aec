import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import type { Model } from 'mongoose';
import { initiativePath } from './initiative-views';
import { Initiative } from './initiative.schema';
import { SheetRecord } from './signing/sheet.schema';
import { SignatureRecord } from './signing/signature.schema';

const unsent: Initiative['stage'][] = ['draft', 'promoters'];

/** What a person wrote, carries and signed, and what they did as a clerk; and what becomes of it when they leave. */
@Injectable()
export class InitiativesPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    @InjectModel(SignatureRecord.name) private readonly signatures: Model<SignatureRecord>,
    @InjectModel(SheetRecord.name) private readonly sheets: Model<SheetRecord>,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'initiatives',
      about: both('Οι πρωτοβουλίες που έγραψες ή προωθείς', 'The initiatives that you wrote or promote'),
      leaving: both('Όσες δεν έχουν σταλεί σβήνονται. Οι άλλες μένουν, χωρίς το όνομά σου.', 'What was not sent is erased. The others stay, without your name.'),
      keys: {
        path: both('Η σελίδα της', 'Its page'), title: both('Ο τίτλος', 'The title'), text: both('Το κείμενο', 'The text'), why: both('Γιατί', 'Why'), stage: both('Πού βρίσκεται', 'Where it stands'),
        isAuthor: both('Αν την έγραψες εσύ', 'Whether you wrote it'), since: both('Από πότε την προωθείς', 'Since when you promote it'), refusals: both('Γιατί δεν έγινε δεκτή', 'Why it was not admitted'), verdict: both('Τι αποφάσισε η εποπτεία', 'What moderators decided'),
      },
      entries: (person) => this.carried(person),
      forget: (person) => this.leave(person),
    });
    this.personalData.register({
      name: 'signatures',
      about: both('Οι υπογραφές σου σε πρωτοβουλίες, με το όνομα που έγραψες', 'Your signatures under initiatives, with the name that you wrote'),
      leaving: both('Το όνομα σβήνεται, και από τον κατάλογο του ελέγχου. Η υπογραφή μένει μετρημένη, χωρίς πρόσωπο.', 'The name is erased, from the check list too. The signature stays counted, by nobody.'),
      keys: {
        path: both('Η πρωτοβουλία', 'The initiative'), fullName: both('Το όνομα που έγραψες', 'The name that you wrote'), birthYear: both('Το έτος γέννησης', 'The year of birth'), districtId: both('Η γειτονιά', 'The district'),
        showsName: both('Αν φαίνεται το όνομά σου', 'Whether your name is shown'), signedAt: both('Πότε υπέγραψες', 'When you signed'),
      },
      entries: (person) => this.signed(person),
      forget: async ({ id: citizenId }) => void (await this.signatures.deleteMany({ citizenId }).exec()),
    });
    this.personalData.register({
      name: 'initiativesWork',
      about: both('Φύλλα υπογραφών που μέτρησες και κατάλογοι που άνοιξες ως γραμματεία', 'Sheets of signatures that you counted and check lists that you opened as a clerk'),
      leaving: staysAsAct,
      keys: { what: both('Φύλλο ή κατάλογος', 'A sheet or a list'), path: both('Η πρωτοβουλία', 'The initiative'), at: both('Πότε', 'When') },
      entries: (person) => this.worked(person),
      forget: nothingToForget,
    });
  }

  private async *carried({ id }: Person) {
    for await (const { _id, title, text, why, stage, authorId, promoters, refusals, verdict } of this.initiatives.find({ 'promoters.citizenId': id }).lean<Initiative>().cursor()) {
      const since = promoters.find(({ citizenId }) => citizenId === id)?.at ?? null;
      yield { path: initiativePath(_id), title, text, why, stage, isAuthor: authorId === id, since, refusals: refusals.map(({ grounds, words, at }) => ({ grounds, words, at })), verdict };
    }
  }

  private async *signed({ id: citizenId }: Person) {
    for await (const { initiativeId, fullName, birthYear, districtId, showsName, signedAt } of this.signatures.find({ citizenId }).lean<SignatureRecord>().cursor()) {
      yield { path: initiativePath(initiativeId), fullName, birthYear, districtId, showsName, signedAt };
    }
  }

  private async *worked({ id }: Person) {
    for await (const { initiativeId, at } of this.sheets.find({ 'readings.byId': id }).lean<SheetRecord>().cursor()) yield { what: 'sheet', path: initiativePath(initiativeId), at };
    for await (const { _id, list } of this.initiatives.find({ 'list.openings.byId': id }, { list: 1 }).lean<Initiative>().cursor()) {
      for (const { at, byId } of list?.openings ?? []) if (byId === id) yield { what: 'list', path: initiativePath(_id), at };
    }
  }

  /** A text that nobody was asked to admit goes with its author; a promoter's place in one is free again. What was sent keeps the place, by nobody. */
  private async leave({ id }: Person): Promise<void> {
    await this.initiatives.deleteMany({ authorId: id, stage: { $in: unsent } }).exec();
    for await (const { _id, stage, authorId, promoters } of this.initiatives.find({ 'promoters.citizenId': id }, { stage: 1, authorId: 1, promoters: 1 }).lean<Initiative>().cursor()) {
      const others = promoters.filter(({ citizenId }) => citizenId !== id);
      const set = unsent.includes(stage) ? { promoters: others } : { promoters: promoters.map((one) => (one.citizenId === id ? { ...one, citizenId: '' } : one)), ...(authorId === id && { authorId: '' }) };
      await this.initiatives.updateOne({ _id }, { $set: set, $inc: { revision: 1 } }).exec();
    }
  }
}
