import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { hasRole, type Role } from '@isegoria/identity/contracts';
import { COUNCIL_ROLES, faceOf, type SittingDelta, type SittingDocument, sittingRoom, type SittingSectionDocument, TO_MEET, WAITING_SECTION } from '@isegoria/insights/contracts';
import { Briefings, Clock, type DocumentOccasion, Documents, excerptsOf, Figures, Kept, log, Subjects, titlesOf, type Viewer } from '@isegoria/kernel/api';
import { dateFormat, type DocumentPart, type Locale, type Localized, type PageDocument, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { insightsEnv } from '../insights.env';
import { Insights } from '../insights.service';
import { ItemThemes } from '../themes/item-themes.service';
import { SittingRecord, type ItemRecord, type Mark } from './sitting.schema';
import { marksOf } from './sittings.rules';

/** A page that a whole hall keeps open costs one count of a section in so long. */
const KEPT_MS = 1_000;
const MOST_KEPT = 400;

/** Who asks decides which figures there are: `council` sees those that the municipality keeps for it. */
export type Audience = 'council' | 'city';
export const audienceOf = (viewer: { roles: readonly string[] } | null): Audience => (viewer && hasRole({ roles: [...viewer.roles] as Role[] }, ...COUNCIL_ROLES) ? 'council' : 'city');

/** Makes the page of a sitting out of what the slices say of its subjects. */
@Injectable()
export class SittingDocuments implements OnModuleInit {
  private readonly kept = new Map<string, Kept<SittingSectionDocument>>();

  constructor(
    @InjectModel(SittingRecord.name) private readonly sittings: Model<SittingRecord>,
    private readonly briefings: Briefings,
    private readonly figures: Figures,
    private readonly insights: Insights,
    private readonly themes: ItemThemes,
    private readonly subjects: Subjects,
    private readonly documents: Documents,
    private readonly announcer: Announcer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.documents.register('sitting', { one: (id, viewer) => this.one(id, viewer), occasions: (from, to) => this.occasions(from, to) });
    this.documents.registerSubjects((subject, viewer) => this.about(subject, viewer));
  }

  /** The whole page. Null where there is no such sitting. */
  async one(id: string, viewer: Viewer | null): Promise<SittingDocument | null> {
    const record = await this.sittings.findById(id).lean<SittingRecord>().exec();
    return record && this.of(record, audienceOf(viewer));
  }

  /** Any public thing by itself, as an item about it would stand on a sitting's page; null where nothing is said of it. */
  private async about(subject: Subject, viewer: Viewer | null): Promise<PageDocument | null> {
    const card = await this.subjects.card(subject);
    if (!card?.isPublic) return null;
    const title = titlesOf(card);
    const section = await this.ofItem({ id: card.id, title, subjects: [{ kind: card.kind, id: card.id }] }, audienceOf(viewer));
    const lead = card.excerpt ? excerptsOf(card) : null;
    return section.parts.length > 0 ? { id: card.id, title, lead, at: section.at, path: card.path, sections: [section] } : null;
  }

  /** The sittings that are to begin, and those that ended. */
  private async occasions(from: Date, to: Date): Promise<DocumentOccasion[]> {
    const within = { $gte: from, $lte: to };
    const found = await this.sittings.find({ $or: [{ status: { $in: TO_MEET }, startsAt: within }, { status: 'closed', closedAt: within }] }).limit(200).lean<SittingRecord[]>().exec();
    return found.map(({ _id: id, status, startsAt, closedAt }) => (status === 'closed' ? { id, at: closedAt ?? startsAt, what: 'ended' } : { id, at: startsAt, what: 'begins' }));
  }

  async of(record: SittingRecord, audience: Audience): Promise<SittingDocument> {
    const ids = [...record.items.map(({ id }) => id), WAITING_SECTION];
    const sections = await Promise.all(ids.map((id) => this.section(record, id, audience)));
    const { _id: id, title, place, startsAt } = record;
    return { id, title, lead: { el: `${evening(startsAt, 'el')} · ${place}`, en: `${evening(startsAt, 'en')} · ${place}` }, at: this.clock.now(), path: `/council/sittings/${id}`, sections: sections.filter((section) => section !== null) };
  }

  /** One section, up to a second old; null where the agenda has no such item. */
  async section(record: SittingRecord, sectionId: string, audience: Audience): Promise<SittingSectionDocument | null> {
    const item = record.items.find(({ id }) => id === sectionId);
    if (!item && sectionId !== WAITING_SECTION) return null;
    const key = `${record._id} ${record.revision} ${sectionId} ${audience}`;
    const known = this.kept.get(key);
    if (known) return known.get();
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    const made = new Kept(() => (item ? this.ofItem(item, audience) : this.waiting(audience)), KEPT_MS);
    this.kept.set(key, made);
    return made.get();
  }

  /** How everything on the agenda stands at this moment, as the council sees it. */
  async marks(record: SittingRecord): Promise<Mark[]> {
    const sections = await Promise.all(record.items.map((item) => this.ofItem(item, 'council')));
    return sections.flatMap(({ id, parts }) => marksOf(id, parts));
  }

  /** Something of these sections changed: who asks next gets them as they are now. All of them where none is named. */
  forget(sittingId: string, sectionIds: readonly string[] = []): void {
    for (const [key, kept] of this.kept) {
      const [sitting, , section] = key.split(' ');
      if (sitting === sittingId && (sectionIds.length === 0 || sectionIds.includes(section ?? ''))) kept.drop();
    }
  }

  /** Tells the room which sections to ask for again. */
  tell(sittingId: string, sections: string[]): Promise<void> {
    const delta: SittingDelta = { sections, at: this.clock.now() };
    return this.announcer.announce(sittingRoom(sittingId), 'changed', { ...delta });
  }

  private async ofItem({ id, title, subjects }: ItemRecord, audience: Audience): Promise<SittingSectionDocument> {
    const now = this.clock.now();
    const found = await this.subjects.cards(subjects);
    const cards = subjects.flatMap((subject) => found.get(subjectKey(subject)) ?? []).filter(({ isPublic }) => isPublic);
    const said = cards.length === 0 ? [] : await Promise.all([...this.briefings.inOrder().map((briefing) => part(briefing.name, () => briefing.parts(cards, now))), part('themes', () => this.themes.parts(cards))]);
    return { id, title, lead: null, at: now, parts: shownTo(said.flat(), audience) };
  }

  private async waiting(audience: Audience): Promise<SittingSectionDocument> {
    const figures = this.figures.inOrder().filter((figure) => faceOf(figure) === 'waiting');
    const parts = await Promise.all(
      figures.map(({ id, title, note = null, chart, columns }) =>
        part(id, async () => [{ id, title, lead: null, measures: [], lines: [], tables: [{ id, title, note, chart, columns, rows: await this.insights.rows(id) }] }]),
      ),
    );
    return { id: WAITING_SECTION, title: waitingTitle, lead: null, at: this.clock.now(), parts: shownTo(parts.flat(), audience) };
  }
}

/** When it begins, by the city's clock. */
export const evening = (at: Date, locale: Locale): string => dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

const waitingTitle: Localized = { el: 'Τι περιμένει απάντηση', en: 'What waits for an answer' };

/** A slice that cannot say its part does not take the page with it. */
async function part(name: string, say: () => Promise<DocumentPart[]>): Promise<DocumentPart[]> {
  try {
    return await say();
  } catch (error) {
    log.error({ briefing: name, error: error instanceof Error ? error.stack : String(error) }, 'a part of a sitting’s page could not be made');
    return [];
  }
}

/** Without what the municipality keeps for its council: a whole part, or one table of it, by its id. */
function shownTo(parts: DocumentPart[], audience: Audience): DocumentPart[] {
  if (audience === 'council') return parts;
  const isKept = (id: string) => insightsEnv.COUNCIL_ONLY_FIGURES.includes(id);
  return parts.filter(({ id }) => !isKept(id)).map((one) => ({ ...one, tables: one.tables.filter(({ id }) => !isKept(id)) }));
}
