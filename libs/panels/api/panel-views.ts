import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { type MyPanelPart, type Panel as PanelView, type PanelCell, type PanelLabel, type PanelMember, traitsOf } from '@isegoria/panels/contracts';
import { groupWords } from '@isegoria/statistics/contracts';
import type { Model } from 'mongoose';
import { Offer, offerKey } from './offer.schema';
import type { Panel } from './panel.schema';
import { enterRefusal, mayEnter, offerRefusal, withdrawRefusal } from './panels.rules';

type City = Awaited<ReturnType<Organisation['city']>>;

/** Makes of what is stored what is shown. */
@Injectable()
export class PanelViews {
  constructor(
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  async of(panels: readonly Panel[], viewer: Citizen | null): Promise<PanelView[]> {
    const ids = panels.map(({ _id }) => _id);
    const [city, own] = await Promise.all([
      this.organisation.city(),
      viewer ? this.offers.find({ _id: { $in: ids.map((id) => offerKey(id, viewer.personId)) } }).lean<Offer[]>().exec() : [],
    ]);
    return panels.map((panel) => ({
      ...shown(panel),
      department: label(city.departments, panel.departmentId),
      districts: panel.districtIds.flatMap((id) => label(city.districts, id) ?? []),
      cells: panel.seed ? panel.cells.map((cell): PanelCell => ({ key: cell.cell, name: cellName(cell.cell, city), people: cell.people, offers: cell.offers, seats: cell.seats })) : [],
      mine: this.mine(panel, own.find(({ panelId }) => panelId === panel._id) ?? null, viewer),
    }));
  }

  async one(panel: Panel, viewer: Citizen | null): Promise<PanelView> {
    const [view] = await this.of([panel], viewer);
    if (!view) throw new Error('a view for each panel');
    return view;
  }

  /** Who has a seat or had one; a name only where a member wished it. */
  async members(panelId: string): Promise<PanelMember[]> {
    const asked = await this.offers.find({ panelId, seat: { $gte: 1 } }).sort({ seat: 1 }).lean<Offer[]>().exec();
    const names = await this.citizens.cards(asked.flatMap(({ state, showsName, citizenId }) => (state === 'accepted' && showsName && citizenId ? [citizenId] : [])));
    return asked.map(({ ticket, cell, state, rank, showsName, citizenId }) => ({ ticket, cell, state, rank: rank ?? 0, name: state === 'accepted' && showsName ? (names.get(citizenId ?? '')?.name ?? null) : null }));
  }

  private mine(panel: Panel, offer: Offer | null, viewer: Citizen | null): MyPanelPart {
    const now = this.clock.now();
    const isTheirs = speaksFor(viewer, panel.departmentId);
    return {
      state: offer?.state ?? null, ticket: offer?.ticket ?? null, cell: offer?.cell ?? null, answerBy: offer?.state === 'drawn' ? offer.answerBy : null, showsName: offer?.showsName ?? false,
      refused: viewer && !offer ? offerRefusal(panel, viewer, now) : null,
      canEdit: isTheirs && panel.stage === 'draft',
      canPublish: isTheirs && panel.stage === 'draft',
      canWithdraw: isTheirs && panel.stage !== 'withdrawn' && withdrawRefusal(panel.stage) === null,
      canEnter: viewer !== null && mayEnter(panel, viewer) && !offer && enterRefusal(panel, viewer, now) === null,
      hasEntry: panel.entry !== null && viewer !== null && mayEnter(panel, viewer),
    };
  }
}

export const panelPath = (id: string): string => `/panels/${id}`;
export const panelSubject = (id: string) => ({ kind: 'panel', id });

function shown(panel: Panel) {
  const { _id: id, stage, title, text, minimumAge, seats, balance, source, closesAt, drawsAt, answerDays, offers, accepted, publishedAt, closedAt, listDigest, numbers, seed, drawnAt, seatedAt, withdrawal, isDemo, revision } = panel;
  return { id, stage, title, text, minimumAge, seats, balance, source, closesAt, drawsAt, answerDays, offers, accepted, publishedAt, closedAt, listDigest, numbers, seed, drawnAt, seatedAt, withdrawal, isDemo, revision, subject: panelSubject(id), path: panelPath(id) };
}

/** A group in words: its age, its gender, its district, as far as it is told apart by them. */
function cellName(cell: string, { districts }: City): Localized {
  const names = new Map(districts.map(({ id, name }) => [id, name]));
  const traits = traitsOf(cell).map(({ value }) => groupWords([value], false, names));
  return { el: traits.map(({ el }) => el).join(', ') || 'Όλοι', en: traits.map(({ en }) => en).join(', ') || 'Everybody' };
}

function label(all: readonly { id: string; name: Localized }[], id: string | null): PanelLabel | null {
  const found = all.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
}
