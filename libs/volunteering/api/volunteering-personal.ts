import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import { Clock } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { Holding } from './holding.service';
import { Offers } from './offers.service';
import { callPath, VolunteerCall } from './volunteer-call.schema';
import { VolunteerOffer } from './volunteer-offer.schema';

/** For what a person offered themself, what they proposed, and what they did as an official; and what becomes of it when they leave. */
@Injectable()
export class VolunteeringPersonal implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerOffer.name) private readonly volunteerOffers: Model<VolunteerOffer>,
    private readonly holding: Holding,
    private readonly offers: Offers,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const path = both('Η δράση', 'The call');
    this.personalData.register({
      name: 'volunteerOffers',
      about: both('Οι δηλώσεις συμμετοχής σου σε δράσεις εθελοντισμού', 'Your offers as a volunteer'),
      leaving: both('Σβήνονται. Όσες θέσεις έρχονται δίνονται σε όποιον περιμένει· από όσα έγιναν μένουν μόνο οι αριθμοί.', 'They are erased. Places that are to come go to whoever waits; of what was done only the numbers stay.'),
      keys: { path, isWaiting: both('Αν περίμενες για θέση', 'Whether you waited for a place'), isNamed: both('Αν διάλεξες να φαίνεται το όνομά σου', 'Whether you chose to be named'), came: both('Αν ήρθες, όπως το σημείωσε η υπηρεσία', 'Whether you came, as the department marked it'), minutes: both('Πόσα λεπτά', 'How many minutes'), at: both('Πότε δήλωσες', 'When you offered yourself') },
      entries: (person) => this.offered(person),
      forget: (person) => this.forgetOffers(person),
    });
    this.personalData.register({
      name: 'volunteerCalls',
      about: both('Οι δράσεις που πρότεινες', 'The calls that you proposed'),
      leaving: both('Όσες έγιναν δεκτές μένουν, χωρίς το όνομά σου. Οι άλλες σβήνονται.', 'What was taken on stays, without your name. The others are erased.'),
      keys: { path, title: both('Ο τίτλος', 'The title'), text: both('Το κείμενο', 'The text'), stage: both('Πού βρίσκεται', 'Where it stands'), decline: both('Γιατί δεν έγινε δεκτή', 'Why it was not taken on'), verdict: both('Τι αποφάσισε η εποπτεία', 'What moderators decided'), at: both('Πότε', 'When') },
      entries: (person) => this.proposed(person),
      forget: (person) => this.forgetCalls(person),
    });
    this.personalData.register({
      name: 'volunteeringWork',
      about: both('Δράσεις που έφτιαξες, ανέλαβες ή απέρριψες ως υπηρεσία', 'Calls that you made, took on or declined for your department'),
      leaving: staysAsAct,
      keys: { path, at: both('Πότε', 'When') },
      entries: (person) => this.worked(person),
      forget: nothingToForget,
    });
  }

  private async *offered({ id: citizenId }: Person) {
    for await (const { callId, isWaiting, isNamed, came, minutes, at } of this.volunteerOffers.find({ citizenId }).lean<VolunteerOffer>().cursor()) yield { path: callPath(callId), isWaiting, isNamed, came, minutes, at };
  }

  private async *proposed({ id: authorId }: Person) {
    for await (const { _id, title, text, stage, decline, verdict, createdAt: at } of this.calls.find({ authorId }).lean<VolunteerCall>().cursor()) yield { path: callPath(_id), title: title.el, text: text.el, stage, decline: decline?.reason ?? null, verdict, at };
  }

  private async *worked({ id }: Person) {
    for await (const { _id, createdAt: at } of this.calls.find({ createdBy: id }).lean<VolunteerCall>().cursor()) yield { path: callPath(_id), at };
  }

  /** What is to come goes by the usual door, so that who waits moves up; of what is over the numbers stand on the shift. */
  private async forgetOffers({ id: citizenId }: Person): Promise<void> {
    for await (const { shiftId } of this.volunteerOffers.find({ citizenId, endsAt: { $gt: this.clock.now() } }).lean<VolunteerOffer>().cursor()) await this.offers.release(shiftId, citizenId);
    await this.volunteerOffers.deleteMany({ citizenId, endsAt: { $lte: this.clock.now() } }).exec();
  }

  private async forgetCalls({ id: authorId }: Person): Promise<void> {
    for await (const { _id, stage } of this.calls.find({ authorId, stage: { $in: ['proposed', 'declined'] } }).lean<VolunteerCall>().cursor()) await this.holding.remove(_id, stage);
    await this.calls.updateMany({ authorId }, { $set: { authorId: '' } }).exec();
  }
}
