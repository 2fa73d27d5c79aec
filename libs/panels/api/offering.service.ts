import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, mayContribute } from '@isegoria/identity/contracts';
import { Clock, isThere, Transactions } from '@isegoria/kernel/api';
import type { OfferResult } from '@isegoria/panels/contracts';
import type { Model } from 'mongoose';
import { Lot } from './lot.service';
import { Moves } from './moves';
import { Offer, offerKey } from './offer.schema';
import { Panel } from './panel.schema';
import { PanelViews } from './panel-views';
import { cellOf, mayRead, offerRefusal, takesOffers } from './panels.rules';
import { noPanel, refuse } from './refusals';

/** What people do: they offer themselves, take that back, and answer when the lot has fallen on them. */
@Injectable()
export class Offering {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly moves: Moves,
    private readonly lot: Lot,
    private readonly views: PanelViews,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One person, once. The name on the list and the count of the panel are written together, and only while it is open: so the list is whole when it is closed. */
  async offer(citizen: Citizen, id: string): Promise<OfferResult> {
    const unconfirmed = mayContribute(citizen);
    if (unconfirmed) return unconfirmed;
    const panel = await this.moves.find(id);
    if (!panel || !mayRead(panel, citizen)) return noPanel;
    const key = offerKey(panel._id, citizen.personId);
    if (await this.offers.exists({ _id: key })) return this.saved(id, citizen);
    const now = this.clock.now();
    const refused = offerRefusal(panel, citizen, now);
    const cell = cellOf(panel, citizen, now);
    if (refused || cell === null) return refuse(refused ?? 'unknown');
    const isOn = await this.add(panel._id, { ...fresh, _id: key, panelId: panel._id, citizenId: citizen.id, ticket: ticketOf(randomBytes(8).toString('hex')), cell, offeredAt: now });
    if (!isOn) return this.offer(citizen, id);
    await this.moves.tell(panel._id);
    return this.saved(id, citizen);
  }

  async takeBack(citizen: Citizen, id: string): Promise<OfferResult> {
    const panel = await this.moves.find(id);
    if (!panel || !mayRead(panel, citizen)) return noPanel;
    if (!takesOffers(panel, this.clock.now())) return refuse('not_open');
    if (await this.remove(panel._id, offerKey(panel._id, citizen.personId))) await this.moves.tell(panel._id);
    return this.saved(id, citizen);
  }

  /** Takes somebody off an open list; answers whether they were on it. */
  async remove(panelId: string, key: string): Promise<boolean> {
    let isOff = false;
    await this.transactions.run(async (session) => {
      isOff = false;
      const open = await this.panels.findOneAndUpdate({ _id: panelId, stage: 'open' }, { $inc: { offers: -1 } }, { session }).lean<Panel>().exec();
      if (!open) return;
      const { deletedCount } = await this.offers.deleteOne({ _id: key }, { session }).exec();
      isOff = deletedCount > 0;
      if (!isOff) await this.panels.updateOne({ _id: panelId }, { $inc: { offers: 1 } }, { session }).exec();
    });
    return isOff;
  }

  /** Takes the seat or leaves it; the next one is asked at once. Said again, nothing changes. */
  async answer(citizen: Citizen, id: string, { accepts, showsName }: { accepts: boolean; showsName: boolean }): Promise<OfferResult> {
    const panel = await this.moves.find(id);
    if (!panel || !mayRead(panel, citizen)) return noPanel;
    const key = offerKey(panel._id, citizen.personId);
    const offer = await this.offers.findById(key).lean<Offer>().exec();
    const wanted = accepts ? 'accepted' : 'declined';
    if (offer?.state === 'declined' && !accepts) return this.saved(id, citizen);
    if (!offer || !answerable.includes(offer.state) || panel.stage === 'withdrawn') return refuse('not_drawn');
    const isLate = offer.state === 'drawn' && offer.answerBy !== null && offer.answerBy < this.clock.now();
    if (isLate) {
      await this.lot.fill(panel._id);
      return refuse('not_drawn');
    }
    const { matchedCount } = await this.offers.updateOne({ _id: key, state: offer.state }, { $set: { state: wanted, showsName: accepts && showsName } }).exec();
    if (matchedCount === 0) return this.answer(citizen, id, { accepts, showsName });
    await this.lot.fill(panel._id);
    await this.moves.tell(panel._id);
    return this.saved(id, citizen);
  }

  /** Answers whether they are on the list now; false where it was closed meanwhile, or another press was first. */
  private async add(panelId: string, offer: Offer): Promise<boolean> {
    let isOn = false;
    try {
      await this.transactions.run(async (session) => {
        isOn = false;
        const open = await this.panels.findOneAndUpdate({ _id: panelId, stage: 'open', closesAt: { $gt: this.clock.now() } }, { $inc: { offers: 1 } }, { session }).lean<Panel>().exec();
        if (!open) return;
        await this.offers.create([offer], { session });
        isOn = true;
      });
    } catch (error) {
      if (!isThere(error)) throw error;
      return false;
    }
    return isOn;
  }

  private async saved(id: string, citizen: Citizen): Promise<OfferResult> {
    const panel = await this.panels.findById(String(id)).lean<Panel>().orFail().exec();
    return { __typename: 'PanelSaved', panel: await this.views.one(panel, citizen) };
  }
}

/** Members may leave later, and change whether their name is shown. */
const answerable: readonly Offer['state'][] = ['drawn', 'accepted'];

/** What an offer is before anything happened to it. */
export const fresh = { state: 'offered' as const, rank: null, seat: null, answerBy: null, told: null, showsName: false };

/** Fifteen signs in a way that can be read aloud. Of random hexadecimal digits they are sixty bits: nobody guesses another's. */
export const ticketOf = (signs: string): string => signs.slice(0, 15).replace(/(.{5})(?=.)/g, '$1-');
