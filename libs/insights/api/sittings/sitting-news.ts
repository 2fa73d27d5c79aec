import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isToMeet, type SittingAnnounced, type SittingMinuted, type SittingMoved, type SittingRearranged } from '@isegoria/insights/contracts';
import { Clock, Events, type SubjectCard, Subjects, titlesOf } from '@isegoria/kernel/api';
import { type Localized, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { evening } from './sitting-documents.service';
import type { SittingRecord } from './sitting.schema';
import { Sittings } from './sittings.service';

/** What became of a sitting, as its followers and the city's stream are told. */
interface News {
  name: string;
  params: Record<string, Localized>;
  mail: boolean;
  key: string;
  at: Date;
}

/** Tells those who follow a sitting, and those who follow something on its agenda, what they wait for. Told twice is told once. */
@Injectable()
export class SittingNews implements OnModuleInit {
  constructor(
    private readonly sittings: Sittings,
    private readonly subjects: Subjects,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.later('sitting.announced', 'sittings.news', (announced) => this.announced(announced));
    this.events.later('sitting.moved', 'sittings.news', (moved) => this.moved(moved), ({ status }) => status === 'cancelled' || status === 'postponed');
    this.events.later('sitting.rearranged', 'sittings.news', (rearranged) => this.rearranged(rearranged));
    this.events.later('sitting.minuted', 'sittings.news', (minuted) => this.minuted(minuted));
  }

  /** Who follows several of the subjects hears of the first one: it is one sitting. Of one whose day went by before it was entered nobody is told. */
  private async announced({ id, subjects, revision, at }: SittingAnnounced): Promise<void> {
    const sitting = await this.sittings.byId(id);
    if (!sitting || sitting.status === 'cancelled' || (isToMeet(sitting.status) && sitting.startsAt < this.clock.now())) return;
    const about = { kind: 'sitting', id };
    const named = { title: sitting.title, when: whenOf(sitting.startsAt) };
    await this.activity.record({ about, name: 'insights.announced', params: named, at, key: `sitting.announced:${id}` });
    const heard = new Set<string>();
    for (const card of await this.publicOf(subjects)) {
      const to = (await this.follows.followers(card)).filter((citizenId) => !heard.has(citizenId));
      for (const citizenId of to) heard.add(citizenId);
      await this.inbox.tell({ to, about, name: 'insights.announced', params: { ...named, subject: titlesOf(card) }, mail: true, key: `sitting.announced:${id}:${revision}` });
    }
  }

  private async moved({ id, status, at }: SittingMoved): Promise<void> {
    const sitting = await this.sittings.byId(id);
    const key = `sitting.${status}:${id}:${at.getTime()}`;
    const postponement = sitting?.postponements?.find((one) => one.at.getTime() === at.getTime());
    if (sitting && status === 'cancelled') return this.tell(sitting, { name: 'insights.cancelled', params: { when: whenOf(sitting.startsAt) }, mail: true, key, at });
    if (!sitting || !postponement) return;
    // A later postponement is told by itself: the day named here is the one that holds.
    const params = { from: whenOf(postponement.from), when: whenOf(sitting.startsAt), reason: postponement.reason };
    await this.tell(sitting, { name: 'insights.postponed', params, mail: true, key, at });
  }

  /** Place and hour are named as they hold now: of two changes in a row each is told, and none says what is over. */
  private async rearranged({ id, revision, at }: SittingRearranged): Promise<void> {
    const sitting = await this.sittings.byId(id);
    if (!sitting || !isToMeet(sitting.status) || sitting.startsAt < this.clock.now()) return;
    const params = { when: whenOf(sitting.startsAt), place: { el: sitting.place, en: sitting.place } };
    await this.tell(sitting, { name: 'insights.rearranged', params, mail: true, key: `sitting.rearranged:${id}:${revision}`, at });
  }

  private async minuted({ id, at }: SittingMinuted): Promise<void> {
    const sitting = await this.sittings.byId(id);
    if (sitting?.minutesUrl) await this.tell(sitting, { name: 'insights.minutes', params: {}, mail: false, key: `sitting.minutes:${id}:${at.getTime()}`, at });
  }

  /** Who follows the sitting and something on its agenda hears of it once. */
  private async tell(sitting: SittingRecord, { mail, at, ...news }: News): Promise<void> {
    const about = { kind: 'sitting', id: sitting._id };
    const told = { ...news, about, params: { title: sitting.title, ...news.params } };
    const on = await this.publicOf(sitting.items.flatMap(({ subjects }) => subjects));
    const followers = await Promise.all([about, ...on].map((subject) => this.follows.followers(subject)));
    await this.inbox.tell({ ...told, to: followers.flat(), mail });
    await this.activity.record({ ...told, at });
  }

  /** What is hidden brings nobody news, and is named to nobody. */
  private async publicOf(subjects: Subject[]): Promise<SubjectCard[]> {
    const cards = await this.subjects.cards(subjects);
    return [...new Set(subjects.map(subjectKey))].flatMap((key) => cards.get(key) ?? []).filter(({ isPublic }) => isPublic);
  }
}

const whenOf = (at: Date): Localized => ({ el: evening(at, 'el'), en: evening(at, 'en') });
