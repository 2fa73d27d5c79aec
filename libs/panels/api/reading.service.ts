import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { ofOwnDesk } from '@isegoria/identity/api';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { pageOf, type Sort } from '@isegoria/kernel/api';
import { type DrawFile, listText, type PanelMember, type PanelPage, type Panel as PanelView, type QueryPanelsArgs } from '@isegoria/panels/contracts';
import type { Model } from 'mongoose';
import { Moves } from './moves';
import { Offer } from './offer.schema';
import { Panel } from './panel.schema';
import { PanelViews } from './panel-views';
import { mayRead } from './panels.rules';

export const isPublic = { publishedAt: { $ne: null } };
const newest: Sort = [['publishedAt', -1], ['_id', -1]];

/** Reads panels for whoever may: the public ones everybody, a draft its department. */
@Injectable()
export class PanelReading {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly moves: Moves,
    private readonly views: PanelViews,
  ) {}

  async public({ stage, first, after }: QueryPanelsArgs, viewer: Citizen | null): Promise<PanelPage> {
    const page = await pageOf<Panel>(this.panels, { filter: { ...isPublic, ...(stage && { stage }) }, sort: newest, first, after });
    return { ...page, items: await this.views.of(page.items, viewer) };
  }

  async one(id: string, viewer: Citizen | null): Promise<PanelView | null> {
    const panel = await this.moves.find(id);
    return panel && mayRead(panel, viewer) ? this.views.one(panel, viewer) : null;
  }

  async members(id: string, viewer: Citizen | null): Promise<PanelMember[]> {
    const panel = await this.moves.find(id);
    return panel?.seed && mayRead(panel, viewer) ? this.views.members(panel._id) : [];
  }

  /** Drafts of an official's department, and what waits for its numbers; of a clerk's, all that waits. */
  async desk(official: Citizen, first?: number | null, after?: string | null): Promise<PanelPage> {
    const all = hasRole(official, 'administrator');
    const own = ofOwnDesk(official);
    const drawing = hasRole(official, 'clerk') || all ? { stage: 'drawing' } : { stage: 'drawing', ...own };
    const drafts = hasRole(official, 'official', 'administrator') ? [{ stage: 'draft', ...own }] : [];
    const page = await pageOf<Panel>(this.panels, { filter: { $or: [drawing, ...drafts] }, sort: [['touchedAt', -1], ['_id', -1]], first, after });
    return { ...page, items: await this.views.of(page.items, official) };
  }

  /** All that the draw of a panel is checked by; null before it is drawn. */
  async drawFile(id: string): Promise<DrawFile | null> {
    const panel = await this.moves.find(id);
    if (!panel?.seed || panel.listDigest === null || panel.numbers === null) return null;
    const { _id: panelId, seats, listDigest, cells, numbers, seed } = panel;
    const all = await this.offers.find({ panelId }, { ticket: 1, cell: 1, seat: 1 }).sort({ seat: 1 }).lean<Offer[]>().exec();
    const asked = all.filter(({ seat }) => seat !== null).map(({ ticket, cell }) => ({ ticket, cell }));
    return { panel: panelId, seats, listDigest, list: listText(all), cells, numbers, seed, asked };
  }
}
