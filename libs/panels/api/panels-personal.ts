import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { both, nothingToForget, type Person, PersonalData, staysAsAct } from '@isegoria/identity/api';
import type { Model } from 'mongoose';
import { Lot } from './lot.service';
import { Offer } from './offer.schema';
import { Offering } from './offering.service';
import { Panel } from './panel.schema';
import { panelPath } from './panel-views';

const about = { title: both('Η ομάδα', 'The panel'), path: both('Η σελίδα της', 'Its page') };

/** For which panels a person offered themselves, and what an official did with them. */
@Injectable()
export class PanelsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly offering: Offering,
    private readonly lot: Lot,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'panelOffers',
      about: both('Για ποιες κληρωτές ομάδες δήλωσες συμμετοχή', 'For which panels you offered yourself'),
      leaving: both('Από ανοιχτό κατάλογο σβήνεσαι. Σε κλειστό μένει ο αριθμός σου, χωρίς εσένα· θέση που είχες περνά στον επόμενο.', 'You are taken off an open list. On a closed one your number stays, without you; a seat that you had goes to the next one.'),
      keys: { ...about, ticket: both('Ο αριθμός σου', 'Your number'), cell: both('Η ομάδα πληθυσμού σου', 'Your group'), state: both('Τι έγινε', 'What became of it'), showsName: both('Αν φαίνεται το όνομά σου', 'Whether your name is shown'), at: both('Πότε δήλωσες', 'When you offered yourself') },
      entries: (person) => this.offered(person),
      forget: (person) => this.forget(person),
    });
    this.personalData.register({
      name: 'panelsWork',
      about: both('Κληρωτές ομάδες που ξεκίνησες ως υπηρεσία, και αριθμοί που έγραψες', 'Panels that you began for your department, and numbers that you entered'),
      leaving: staysAsAct,
      keys: { ...about, what: both('Τι έκανες', 'What you did'), at: both('Πότε', 'When') },
      entries: (person) => this.worked(person),
      forget: nothingToForget,
    });
  }

  private async *offered({ id: citizenId }: Person) {
    for await (const { panelId, ticket, cell, state, showsName, offeredAt } of this.offers.find({ citizenId }).lean<Offer>().cursor()) {
      const panel = await this.panels.findById(panelId, { title: 1 }).lean<Panel>().exec();
      yield { title: panel?.title ?? null, path: panelPath(panelId), ticket, cell, state, showsName, at: offeredAt };
    }
  }

  private async *worked({ id }: Person) {
    for await (const { _id, title, createdBy, createdAt, drawnAt, entry } of this.panels.find({ $or: [{ createdBy: id }, { enteredBy: id }, { 'entry.byId': id }] }).lean<Panel>().cursor()) {
      if (createdBy === id) yield { title, path: panelPath(_id), what: 'began', at: createdAt };
      else yield { title, path: panelPath(_id), what: 'entered', at: drawnAt ?? entry?.at ?? null };
    }
  }

  private async forget({ id: citizenId }: Person): Promise<void> {
    for (const { _id, panelId, state } of await this.offers.find({ citizenId }).lean<Offer[]>().exec()) {
      if (await this.offering.remove(panelId, _id)) continue;
      const leaves = state === 'drawn' || state === 'accepted';
      await this.offers.updateOne({ _id }, { $set: { citizenId: null, showsName: false, ...(leaves && { state: 'declined' }) } }).exec();
      if (leaves) await this.lot.fill(panelId);
    }
  }
}
