import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { eachLeft, Events, excerpt, Jobs } from '@isegoria/kernel/api';
import { dateFormat, type Localized } from '@isegoria/kernel/contracts';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import type { Model } from 'mongoose';
import { Offer } from './offer.schema';
import { Panel } from './panel.schema';
import { panelSubject } from './panel-views';

type Params = Parameters<Inbox['tell']>[0]['params'];
const tellMs = 15_000;

/** Tells the city what becomes of a panel, those who offered themselves too, and each on whom the lot fell. Each piece of news has its key: heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    @InjectModel(Offer.name) private readonly offers: Model<Offer>,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.events.later('panel.published', 'panels.news', ({ id, title, at }) => this.tell(id, 'published', { title }, at));
    this.events.later('panel.closed', 'panels.news', ({ id, title, offers, at }) => this.tell(id, 'closed', { title, offers }, at));
    this.events.later('panel.drawn', 'panels.news', ({ id, title, seats, at }) => this.tell(id, 'drawn', { title, seats }, at, true));
    this.events.later('panel.seated', 'panels.news', ({ id, title, accepted, at }) => this.tell(id, 'seated', { title, accepted }, at, true));
    this.events.later('panel.withdrawn', 'panels.news', ({ id, title, reason, at }) => this.tell(id, 'withdrawn', { title, text: excerpt(reason, 160) }, at));
    this.jobs.every('panels.tell', tellMs, () => this.tellSeats());
  }

  /** Those on whom the lot fell, and those whose seat went on because they did not answer. */
  async tellSeats(): Promise<void> {
    const left = await this.offers.find({ citizenId: { $type: 'string' }, $or: [{ state: 'drawn', told: null }, { state: 'lapsed', told: { $ne: 'lapsed' } }] }).limit(200).lean<Offer[]>().exec();
    const titles = new Map((await this.panels.find({ _id: { $in: [...new Set(left.map(({ panelId }) => panelId))] } }, { title: 1 }).lean<Panel[]>().exec()).map(({ _id, title }) => [_id, title]));
    await eachLeft('seats', left, async ({ _id, panelId, citizenId, ticket, state, answerBy }) => {
      const title = titles.get(panelId);
      if (!title || !citizenId) return;
      const name = state === 'drawn' ? 'seat' : 'lapsed';
      const until: Localized = answerBy ? { el: day(answerBy, 'el'), en: day(answerBy, 'en') } : { el: '', en: '' };
      await this.inbox.tell({ to: [citizenId], about: panelSubject(panelId), name: `panels.${name}`, params: { title, until }, isPersonal: true, mail: state === 'drawn', key: `panel.${name}:${panelId}:${ticket}` });
      await this.offers.updateOne({ _id, state }, { $set: { told: state } }).exec();
    });
  }

  private async tell(id: string, name: string, params: Params, at: Date, mail = false): Promise<void> {
    const about = panelSubject(id);
    const key = `panel.${name}:${id}`;
    await this.activity.record({ about, name: `panels.${name}`, params, at, key });
    const listed = name === 'published' ? [] : await this.offers.find({ panelId: id, citizenId: { $type: 'string' } }, { citizenId: 1 }).lean<Offer[]>().exec();
    const to = [...new Set([...(await this.follows.followers(about)), ...listed.flatMap(({ citizenId }) => citizenId ?? [])])];
    await this.inbox.tell({ to, about, name: `panels.${name}`, params, mail, key });
  }
}

const day = (at: Date, locale: 'el' | 'en'): string => dateFormat(locale, { day: 'numeric', month: 'long' }).format(at);
