import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import { Clock, inBoth, isThere, oneLine, plain, terms, unheard } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import {
  type DiscardPanelResult, type EnterNumbersResult, numbersForm, panelDraft, panelId, type PanelInput, plainNumbers, publicProblems, type PublishPanelResult, type SavePanelResult, withdrawalForm, type WithdrawPanelResult,
} from '@isegoria/panels/contracts';
import type { Model } from 'mongoose';
import { Lot } from './lot.service';
import { Moves } from './moves';
import { Offer, offerKey } from './offer.schema';
import { Panel } from './panel.schema';
import { PanelViews } from './panel-views';
import { enterRefusal, mayEnter, mayRead, withdrawRefusal } from './panels.rules';
import { invalid, noPanel, otherDepartment, refuse } from './refusals';

/** What officials do with a panel: they write its call, publish it, take it back, and enter the numbers that decide. Nobody chooses a person. */
@Injectable()
export class PanelDesk {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly moves: Moves,
    private readonly lot: Lot,
    private readonly views: PanelViews,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  /** Saves a draft; what is public does not change. Of two who change it at once the second is told. */
  async save(official: Citizen, { id, revision, input }: { id: string; revision?: number | null; input: PanelInput }): Promise<SavePanelResult> {
    const before = await this.moves.find(id);
    if (before && !speaksFor(official, before.departmentId)) return before.publishedAt ? otherDepartment('save', official.id, id) : noPanel;
    if (before && before.stage !== 'draft') return refuse('frozen');
    if (before && before.revision !== revision) return refuse('changed');
    const departmentId = hasRole(official, 'administrator') ? (input.departmentId ?? null) : official.departmentId;
    const problems = [...(before ? [] : problemsOf(panelId, id).map((problem) => ({ ...problem, field: 'id' }))), ...problemsOf(panelDraft, input), ...(await this.organisation.unknown({ departmentId, districtIds: input.districtIds }, before))];
    if (problems.length > 0) return invalid(problems);
    const fields = fieldsOf(input, departmentId);
    const now = this.clock.now();
    if (!before) {
      const record = { ...blank, ...fields, _id: id, createdBy: official.id, createdAt: now, touchedAt: now };
      try {
        await this.panels.collection.insertOne(record as never);
      } catch (error) {
        if (!isThere(error)) throw error;
        return this.save(official, { id, revision, input });
      }
      return this.saved(id, official);
    }
    const changed = await this.panels.updateOne({ _id: id, stage: 'draft', revision: before.revision }, { $set: { ...fields, touchedAt: now }, $inc: { revision: 1 } }).exec();
    return changed.matchedCount === 0 ? this.save(official, { id, revision, input }) : this.saved(id, official);
  }

  /** Public for good: people offer themselves from now on. */
  async publish(official: Citizen, id: string, revision: number): Promise<PublishPanelResult> {
    const before = await this.moves.find(id);
    const refused = this.stranger(official, before, 'publish');
    if (refused || !before) return refused ?? noPanel;
    if (before.stage !== 'draft') return this.saved(id, official);
    if (before.revision !== revision) return refuse('changed');
    const now = this.clock.now();
    const { departmentId, closesAt, title } = before;
    const problems = publicProblems(before, now);
    if (problems.length > 0 || !departmentId || !closesAt) return invalid(problems);
    const moved = await this.moves.make(before, { to: 'open', set: { publishedAt: now }, told: unheard('panel.published', { id, title, departmentId, closesAt, at: now }) });
    return moved ? this.saved(id, official) : this.publish(official, id, revision);
  }

  async discard(official: Citizen, id: string): Promise<DiscardPanelResult> {
    const before = await this.moves.find(id);
    if (!before || !mayRead(before, official)) return noPanel;
    if (before.stage !== 'draft') return refuse('published');
    const { deletedCount } = await this.panels.deleteOne({ _id: id, stage: 'draft' }).exec();
    return deletedCount > 0 ? { __typename: 'PanelDiscarded', id } : this.discard(official, id);
  }

  async withdraw(official: Citizen, id: string, reason: string): Promise<WithdrawPanelResult> {
    const before = await this.moves.find(id);
    const refused = this.stranger(official, before, 'withdraw');
    if (refused || !before) return refused ?? noPanel;
    if (before.stage === 'withdrawn') return this.saved(id, official);
    const late = withdrawRefusal(before.stage);
    if (late) return refuse(late);
    const problems = problemsOf(withdrawalForm, { reason });
    if (problems.length > 0) return invalid(problems);
    const withdrawal = { reason: plain(reason), at: this.clock.now() };
    const moved = await this.moves.make(before, { to: 'withdrawn', set: { withdrawal }, told: unheard('panel.withdrawn', { id, title: before.title, ...withdrawal }) });
    return moved ? this.saved(id, official) : this.withdraw(official, id, reason);
  }

  /** The public numbers. They stand when a second official has entered the same; where the two differ, both begin again. */
  async enter(official: Citizen, id: string, typed: string): Promise<EnterNumbersResult> {
    const before = await this.moves.find(id);
    if (!before?.publishedAt) return noPanel;
    const problems = problemsOf(numbersForm, { numbers: typed });
    if (problems.length > 0) return invalid(problems);
    const numbers = plainNumbers(plain(typed));
    const now = this.clock.now();
    const refused = enterRefusal(before, official, now);
    const isSaid = refused === 'same_person' ? before.entry?.numbers === numbers : refused === 'drawn' && mayEnter(before, official) && before.numbers === numbers;
    if (isSaid) return this.entered(id, official);
    if (refused === 'department') return otherDepartment('enter', official.id, id);
    if (refused) return refuse(refused);
    if (await this.offers.exists({ _id: offerKey(id, official.personId) })) return refuse('volunteer');
    const { entry } = before;
    if (!entry) {
      const moved = await this.moves.make(before, { to: 'drawing', set: { entry: { numbers, byId: official.id, at: now } } });
      return moved ? this.entered(id, official) : this.enter(official, id, typed);
    }
    if (entry.numbers !== numbers) {
      const moved = await this.moves.make(before, { to: 'drawing', set: { entry: null } });
      return moved ? refuse('differs') : this.enter(official, id, typed);
    }
    const isDrawn = await this.lot.draw(before, numbers, [entry.byId, official.id]);
    return isDrawn ? this.entered(id, official) : this.enter(official, id, typed);
  }

  private async entered(id: string, official: Citizen): Promise<EnterNumbersResult> {
    const panel = await this.panels.findById(id).lean<Panel>().orFail().exec();
    return { __typename: 'PanelNumbersEntered', panel: await this.views.one(panel, official), isDrawn: panel.seed !== null };
  }

  /** Who may not act on it: it is not there for them, or it is another department's. */
  private stranger(official: Citizen, panel: Panel | null, act: string) {
    if (!panel || !mayRead(panel, official)) return noPanel;
    return speaksFor(official, panel.departmentId) ? null : otherDepartment(act, official.id, panel._id);
  }

  private async saved(id: string, official: Citizen) {
    const panel = await this.panels.findById(id).lean<Panel>().orFail().exec();
    return { __typename: 'PanelSaved' as const, panel: await this.views.one(panel, official) };
  }
}

/** What a new panel is before anything happened to it. */
export const blank = {
  stage: 'draft' as const, offers: 0, publishedAt: null, closedAt: null, listDigest: null, cells: [], entry: null, numbers: null, seed: null, enteredBy: [], accepted: 0, drawnAt: null, seatedAt: null, withdrawal: null, forgottenAt: null, revision: 1, isDemo: false,
};

export function fieldsOf({ title, text, districtIds, minimumAge, seats, balance, source, closesAt, drawsAt, answerDays }: PanelInput, departmentId: string | null) {
  const words = { title: inBoth(title, oneLine), text: inBoth(text, plain), source: inBoth(source, oneLine) };
  return {
    ...words, departmentId, districtIds: [...new Set(districtIds)], minimumAge: minimumAge ?? null, seats, balance: [...new Set(balance)].sort(), closesAt: closesAt ?? null, drawsAt: drawsAt ?? null, answerDays,
    terms: terms([words.title.el, words.title.en, words.text.el, words.text.en].join(' ')).slice(0, 500),
  };
}
