import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Jobs, Turns, unheard } from '@isegoria/kernel/api';
import { portions } from '@isegoria/kernel/contracts';
import { digest } from '@isegoria/ledger/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { type CellCount, drawn, type Listed, listText, nextFor, peopleOf, type Quota, quotasOf, seedOf } from '@isegoria/panels/contracts';
import { Populations } from '@isegoria/statistics/api';
import type { Model } from 'mongoose';
import { everyCell } from './every-cell';
import { Moves } from './moves';
import { Offer } from './offer.schema';
import { Panel } from './panel.schema';

const lookMs = 15_000;
const forgetMs = 3_600_000;
const dayMs = 86_400_000;
/** So long after a draw it is known who of those without a seat had offered themselves: they may still be asked. */
const keptDays = 365;

/**
 * The lot. Each step is decided by what is written already, may come twice, and is gone on with where a process died: the list is closed by one write, its digest is made of what stands
 * then, the seed is one write, and who has which seat follows from it.
 */
@Injectable()
export class Lot implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly moves: Moves,
    private readonly populations: Populations,
    private readonly organisation: Organisation,
    private readonly turns: Turns,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('panels.lot', lookMs, () => this.goOn());
    this.jobs.every('panels.forget', forgetMs, () => this.forget());
  }

  /** Closes what is over, and goes on with what was begun: lists without a digest, seats that nobody was given, answers that did not come. */
  async goOn(): Promise<void> {
    const now = this.clock.now();
    const due = await this.panels.find({ stage: 'open', closesAt: { $lte: now } }).limit(100).lean<Panel[]>().exec();
    await eachLeft('panels to close', due, (panel) => this.close(panel));
    const listless = await this.panels.find({ stage: 'drawing', listDigest: null }).limit(100).lean<Panel[]>().exec();
    await eachLeft('lists to close', listless, (panel) => this.closeList(panel));
    const late = await this.offers.distinct('panelId', { state: 'drawn', answerBy: { $lte: now } }).exec();
    const begun = await this.panels.find({ stage: 'seating' }, { _id: 1 }).sort({ drawnAt: 1 }).limit(200).lean<{ _id: string }[]>().exec();
    const ids = new Set([...late, ...begun.map(({ _id }) => _id)]);
    await eachLeft('panels', [...ids].map((_id) => ({ _id })), ({ _id }) => this.fill(_id));
  }

  /** From this write on nobody comes onto the list or leaves it. */
  async close(panel: Panel): Promise<void> {
    const { _id: id, title, closesAt, offers } = panel;
    const at = closesAt ?? this.clock.now();
    // How many there are is told as the transaction of the last one left it.
    const moved = await this.moves.make(panel, { to: 'drawing', set: { closedAt: at }, told: unheard('panel.closed', { id, title, offers, at }) });
    if (moved) await this.closeList(moved);
  }

  /** The digest of the list and the people of each group, as both stand when it is closed. It is in the ledger before anybody can know the numbers. */
  async closeList({ _id, balance, seats }: Panel): Promise<void> {
    const list = await this.offers.find({ panelId: _id }, { ticket: 1, cell: 1 }).lean<Offer[]>().exec();
    const [population, { districts }] = await Promise.all([this.populations.current(), this.organisation.city()]);
    const counts = everyCell(balance, districts.map(({ id }) => id), list).map(({ cell, offers }): CellCount => ({ cell, offers, people: population ? peopleOf(cell, population) : null }));
    const set = { listDigest: digest(listText(list)), cells: quotasOf(counts.filter(({ offers, people }) => offers > 0 || (people ?? 0) > 0), seats), offers: list.length };
    const { modifiedCount } = await this.panels.updateOne({ _id, stage: 'drawing', listDigest: null }, { $set: set, $inc: { revision: 1 } }).exec();
    if (modifiedCount > 0) await this.moves.tell(_id);
  }

  /** The seats are drawn by this one write; giving them out follows. Answers whether it was this one; false: somebody was first. */
  async draw(panel: Panel, numbers: string, enteredBy: string[]): Promise<boolean> {
    const { _id: id, title, listDigest, cells } = panel;
    if (listDigest === null) return false;
    const at = this.clock.now();
    const moved = await this.moves.make(panel, { to: 'seating', set: { numbers, seed: seedOf(listDigest, numbers), enteredBy, entry: null, drawnAt: at }, told: unheard('panel.drawn', { id, title, seats: seatsOf(cells), at }) });
    if (!moved) return false;
    await this.fill(id);
    return true;
  }

  /** Gives out the seats that nobody has: by the draw, then in the place of those who left theirs. One after the other in the whole city, so that no seat is given twice. */
  async fill(id: string): Promise<void> {
    await this.turns.take(`panel ${id}`, async () => {
      const panel = await this.moves.find(id);
      if (!panel?.seed || (panel.stage !== 'seating' && panel.stage !== 'seated')) return;
      await this.rank(panel, panel.seed);
      await this.offers.updateMany({ panelId: id, state: 'drawn', answerBy: { $lte: this.clock.now() } }, { $set: { state: 'lapsed' } }).exec();
      await this.seat(panel, panel.seed);
      await this.panels.updateOne({ _id: id }, { $set: { accepted: await this.offers.countDocuments({ panelId: id, state: 'accepted' }).exec() } }).exec();
      await this.settle(panel);
    });
    await this.jobs.nudge('panels.tell');
  }

  /** Everybody's place in the order, once. */
  private async rank({ _id: panelId, cells }: Panel, seed: string): Promise<void> {
    if (!(await this.offers.exists({ panelId, rank: null }))) return;
    const list = await this.offers.find({ panelId }, { ticket: 1, cell: 1 }).lean<Offer[]>().exec();
    for (const part of portions(drawn(list, cells, seed), 500)) {
      await this.offers.bulkWrite(part.map(({ ticket, rank }) => ({ updateOne: { filter: { panelId, ticket }, update: { $set: { rank } } } })));
    }
  }

  /** A seat each to those who are next, until as many are asked or have accepted as there are seats. */
  private async seat(panel: Panel, seed: string): Promise<void> {
    const { _id: panelId, cells, answerDays } = panel;
    const all = await this.offers.find({ panelId }, { ticket: 1, cell: 1, rank: 1, state: 1, seat: 1, citizenId: 1 }).lean<Offer[]>().exec();
    const waiting = all.filter(({ state }) => state === 'offered');
    const asked = all.filter(({ state }) => state === 'drawn' || state === 'accepted');
    const seats = seatsOf(cells);
    let next = all.reduce((most, { seat }) => Math.max(most, seat ?? 0), 0) + 1;
    const answerBy = new Date(this.clock.now().getTime() + answerDays * dayMs);
    const give = async (one: Offer): Promise<void> => {
      waiting.splice(waiting.indexOf(one), 1);
      // Who has left the city is passed over, and it shows.
      const isHere = one.citizenId !== null;
      await this.offers.updateOne({ _id: one._id, state: 'offered' }, { $set: { state: isHere ? 'drawn' : 'lapsed', seat: next, answerBy: isHere ? answerBy : null } }).exec();
      next += 1;
      if (isHere) asked.push(one);
    };
    // By the draw: in each group those whose place is within its seats.
    for (const { cell, seats: own } of cells) {
      for (const one of waiting.filter((each) => each.cell === cell && (each.rank ?? 0) <= own).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) await give(one);
    }
    // In the place of those who left theirs: the next of the same group, in the order in which the seats fell free.
    while (asked.length < seats && waiting.length > 0) {
      const found = nextFor(freeCell(asked, waiting, cells), waiting, seed);
      const one = waiting.find(({ ticket }) => ticket === found?.ticket);
      if (!one) break;
      await give(one);
    }
  }

  /** Everybody who was asked has answered: the panel is complete, or as complete as it gets. */
  private async settle(panel: Panel): Promise<void> {
    if (panel.stage !== 'seating') return;
    const { _id: id, title, cells } = panel;
    if (await this.offers.exists({ panelId: id, state: 'drawn' })) return;
    const accepted = await this.offers.countDocuments({ panelId: id, state: 'accepted' }).exec();
    const at = this.clock.now();
    const fresh = await this.moves.find(id);
    if (fresh) await this.moves.make(fresh, { to: 'seated', set: { seatedAt: at }, told: unheard('panel.seated', { id, title, accepted, seats: seatsOf(cells), at }) });
  }

  /** Who of those without a seat had offered themselves is forgotten a year after the draw, and at once where there was none. */
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptDays * dayMs);
    const over = await this.panels.find({ forgottenAt: null, $or: [{ drawnAt: { $lte: before } }, { stage: 'withdrawn' }] }, { _id: 1 }).limit(100).lean<{ _id: string }[]>().exec();
    await eachLeft('lists to forget', over, async ({ _id }) => {
      await this.offers.updateMany({ panelId: _id, state: { $ne: 'accepted' } }, { $set: { citizenId: null } }).exec();
      await this.panels.updateOne({ _id }, { $set: { forgottenAt: this.clock.now() } }).exec();
    });
  }
}

/** How many seats the draw had to give: fewer than the call names where fewer offered themselves. */
const seatsOf = (cells: readonly Quota[]): number => cells.reduce((sum, { seats }) => sum + seats, 0);

/** A group in which a seat is free and somebody waits for it; none where the groups with free seats have nobody left: then it is anybody's. */
function freeCell(asked: readonly Listed[], waiting: readonly Listed[], cells: readonly { cell: string; seats: number }[]): string {
  const of = (all: readonly Listed[], cell: string): number => all.filter((one) => one.cell === cell).length;
  return cells.find(({ cell, seats }) => of(asked, cell) < seats && of(waiting, cell) > 0)?.cell ?? '';
}
