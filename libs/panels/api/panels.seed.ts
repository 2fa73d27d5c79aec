import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { type Citizen, genders } from '@isegoria/identity/contracts';
import { type SeedContext, Seeds } from '@isegoria/kernel/api';
import { type Localized, portions } from '@isegoria/kernel/contracts';
import { digest } from '@isegoria/ledger/contracts';
import { Activity } from '@isegoria/notifications/api';
import type { PanelInput } from '@isegoria/panels/contracts';
import type { Model } from 'mongoose';
import { ActsOfPower } from './acts-of-power';
import { blank, fieldsOf } from './desk.service';
import { Lot } from './lot.service';
import { Offer, offerKey } from './offer.schema';
import { fresh, ticketOf } from './offering.service';
import { Panel } from './panel.schema';
import { panelSubject } from './panel-views';
import { cellOf } from './panels.rules';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** When the numbers of the national lottery are out, by UTC. */
const lotteryHour = 20;

interface DemoPanel extends Omit<PanelInput, 'closesAt' | 'drawsAt'> {
  id: string;
  /** Days from now. */
  published: number;
  closes: number;
  draws: number;
  /** How many offered themselves, in a city of full size. */
  people: number;
  numbers?: string;
}

const source: Localized = { el: 'Οι πέντε αριθμοί και ο τζόκερ της πρώτης κλήρωσης ΤΖΟΚΕΡ μετά το κλείσιμο του καταλόγου, με τη σειρά που ανακοινώνονται.', en: 'The five numbers and the joker of the first draw of the national lottery TZOKER after the list is closed, in the order in which they are announced.' };

const demoPanels: DemoPanel[] = [
  {
    id: 'demo-panel-shade', published: -74, closes: -45, draws: -42, people: 420, numbers: '4 11 23 38 41 7', departmentId: 'environment', districtIds: [], minimumAge: null, seats: 24, balance: ['ageBand', 'districtId'], answerDays: 7,
    title: { el: 'Σκιά και δροσιά: ποιοι δρόμοι πρώτα;', en: 'Shade and cool: which streets first?' },
    text: {
      el: 'Εικοσιτέσσερις κάτοικοι, τρία Σάββατα, ένα ερώτημα: από πού αρχίζουμε να φυτεύουμε.\n\nΗ ομάδα ακούει γεωπόνους, καταστηματάρχες και ανθρώπους που περπατούν με μπαστούνι, και γράφει μια σύσταση. Το Δημοτικό Συμβούλιο απαντά σε κάθε σημείο της μέσα σε δύο μήνες. Κάθε μέλος παίρνει αποζημίωση 60 € την ημέρα.',
      en: 'Twenty-four residents, three Saturdays, one question: where we begin to plant.\n\nThe panel hears foresters, shopkeepers and people who walk with a stick, and writes a recommendation. The council answers each point of it within two months. Each member is paid 60 € a day.',
    },
    source,
  },
  {
    id: 'demo-panel-harbour', published: -9, closes: 16, draws: 19, people: 260, departmentId: 'technical', districtIds: [], minimumAge: 16, seats: 30, balance: ['ageBand', 'gender'], answerDays: 7,
    title: { el: 'Το παλιό λιμάνι σε είκοσι χρόνια', en: 'The old harbour in twenty years' },
    text: {
      el: 'Τριάντα κάτοικοι σκέφτονται μαζί για το παλιό λιμάνι: τι μένει, τι φεύγει, τι γίνεται με τα αυτοκίνητα και με τα καΐκια.\n\nΗ ομάδα συναντιέται τέσσερα Σάββατα τον χειμώνα. Η σύστασή της μπαίνει στην ημερήσια διάταξη του Δημοτικού Συμβουλίου, που απαντά γραπτά. Υπάρχει φύλαξη για παιδιά και διερμηνεία στη νοηματική.',
      en: 'Thirty residents think together about the old harbour: what stays, what goes, what becomes of cars and of caiques.\n\nThe panel meets on four Saturdays in winter. Its recommendation comes onto the agenda of the council, which answers in writing. There is care for children and sign language.',
    },
    source,
  },
];

/** Two panels of the demo city: one that is complete, one that people may offer themselves for. Safe to run twice: every id is the same at every run. */
@Injectable()
export class PanelsSeed implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly lot: Lot,
    private readonly acts: ActsOfPower,
    private readonly citizens: Citizens,
    private readonly activity: Activity,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'panels', order: 58, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    const people = await this.citizens.sample();
    if (people.length === 0) return;
    for (const demo of demoPanels) await this.found(demo, people, context);
    context.progress('panels', demoPanels.length, demoPanels.length);
  }

  private async found(demo: DemoPanel, people: readonly Citizen[], context: SeedContext): Promise<void> {
    const { id, numbers } = demo;
    // The record comes whole with its last step: a seed that was cut off begins again.
    if (await this.panels.exists({ _id: id, ...(numbers ? { stage: 'seated' } : { stage: 'open', offers: { $gt: 0 } }) })) return;
    const at = (days: number, utcHour = 10): Date => new Date(Math.floor((context.now.getTime() + days * dayMs) / dayMs) * dayMs + utcHour * hourMs);
    const [official, clerk] = await Promise.all([this.official(demo.departmentId ?? ''), this.citizens.withRole('clerk')]);
    const { published, closes, draws, people: _many, id: _id, numbers: _numbers, ...input } = demo;
    const fields = fieldsOf({ ...input, closesAt: at(closes), drawsAt: at(draws, lotteryHour) }, demo.departmentId ?? null);
    const record = { ...blank, ...fields, stage: 'open' as const, publishedAt: at(published), createdBy: official, createdAt: at(published - 5), touchedAt: at(published), isDemo: true };
    await this.panels.replaceOne({ _id: id }, record, { upsert: true }).exec();
    const panel = await this.panels.findById(id).lean<Panel>().orFail().exec();
    const list = this.list(panel, people, demo, context);
    await this.offers.deleteMany({ panelId: id }).exec();
    for (const part of portions(list, 500)) await this.offers.collection.insertMany(part as never[]);
    await this.panels.updateOne({ _id: id }, { $set: { offers: list.length } }).exec();
    if (numbers) await this.draw(id, numbers, [official, clerk[0]?.id ?? official], { closed: at(closes), drawn: at(draws, lotteryHour + 1), seated: at(draws + 7) }, context);
    await this.acts.record(id);
    await this.tell(demo, list.length, at);
  }

  /** Drawn as every panel is; then nearly everybody takes their seat, and the next ones those that were left. */
  private async draw(id: string, numbers: string, enteredBy: string[], { closed, drawn, seated }: { closed: Date; drawn: Date; seated: Date }, { random }: SeedContext): Promise<void> {
    await this.lot.close(await this.panels.findById(id).lean<Panel>().orFail().exec());
    await this.lot.draw(await this.panels.findById(id).lean<Panel>().orFail().exec(), numbers, enteredBy);
    for (let asked = await this.asked(id); asked.length > 0; asked = await this.asked(id)) {
      for (const { _id } of asked) await this.offers.updateOne({ _id }, { $set: { state: random() < 0.12 ? 'declined' : 'accepted', showsName: random() < 0.4, told: 'drawn' } }).exec();
      await this.lot.fill(id);
    }
    await this.panels.updateOne({ _id: id }, { $set: { closedAt: closed, drawnAt: drawn, seatedAt: seated, touchedAt: seated }, $unset: { unheard: 1 } }).exec();
  }

  private asked(panelId: string): Promise<Offer[]> {
    return this.offers.find({ panelId, state: 'drawn' }).sort({ seat: 1 }).lean<Offer[]>().exec();
  }

  private list(panel: Panel, people: readonly Citizen[], { people: many }: DemoPanel, { now, random, scale }: SeedContext): Offer[] {
    const first = Math.floor(random() * people.length);
    const count = Math.min(Math.max(Math.round(many * scale), 60), people.length);
    return Array.from({ length: count }, (_, at) => people[(first + at * 7) % people.length])
      .filter((citizen, at, all) => citizen !== undefined && all.indexOf(citizen) === at)
      .flatMap((citizen, at) => {
        const cell = citizen && cellOf(panel, { ...citizen, gender: citizen.gender ?? genders[at % 2] ?? null }, now);
        if (!citizen || !cell) return [];
        const ticket = ticketOf(digest(`${panel._id} ${citizen.id}`).replace(/[^a-z0-9]/gi, '').toLowerCase());
        return [{ ...fresh, _id: offerKey(panel._id, citizen.personId), panelId: panel._id, citizenId: citizen.id, ticket, cell, offeredAt: panel.publishedAt ?? now }];
      });
  }

  /** The city's stream of the last weeks. */
  private async tell({ id, title, published, closes, draws, seats, numbers }: DemoPanel, offers: number, at: (days: number) => Date): Promise<void> {
    const moment = (name: string, days: number, more: Record<string, number> = {}) => ({ name, days, params: { title, ...more } });
    const drawn = numbers ? [moment('closed', closes, { offers }), moment('drawn', draws, { seats }), moment('seated', draws + 7, { accepted: seats })] : [];
    const moments = [moment('published', published), ...drawn].filter(({ days }) => days > -40);
    await this.activity.recordMany(moments.map(({ name, days, params }) => ({ about: panelSubject(id), name: `panels.${name}`, params, at: at(days), key: `panel.${name}:${id}` })));
  }

  private async official(departmentId: string): Promise<string> {
    return (await this.citizens.withRole('official')).find((one) => one.departmentId === departmentId)?.id ?? 'demo';
  }
}
