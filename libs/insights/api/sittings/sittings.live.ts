import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Events, Subjects } from '@isegoria/kernel/api';
import { type EventMap, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { Rooms } from '@isegoria/realtime/api';
import { WAITING_SECTION } from '@isegoria/insights/contracts';
import { Gathering } from '../gathering';
import { SittingDocuments } from './sitting-documents.service';
import { Sittings } from './sittings.service';
import { itemsAbout } from './sittings.rules';

const GATHER_MS = 700;

/** Tells the pages of the sittings that meet now which of their sections have news; never what, for each reader asks for their own. */
@Injectable()
export class SittingsLive implements OnModuleInit, OnModuleDestroy {
  private readonly touched = new Map<string, Subject>();
  private waitingChanged = false;
  private readonly gathering = new Gathering(GATHER_MS, () => this.tell(), 'a sitting was not told of news');

  constructor(
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly subjects: Subjects,
    private readonly sittings: Sittings,
    private readonly documents: SittingDocuments,
  ) {}

  onModuleInit(): void {
    this.rooms.open('sitting');
    for (const name of ['ballot.counted', 'comments.counted', 'opinions.mapped'] as const) this.events.on(name, 'sittings.live', ({ subject }) => this.note(subject));
    for (const name of ['proposal.published', 'proposal.answered', 'proposal.withdrawn', 'proposal.merged', 'proposal.separated'] as const) this.events.on(name, 'sittings.live', (proposal) => this.duty(proposal));
    this.events.on('moderation.decided', 'sittings.live', ({ item }) => this.note(item));
  }

  onModuleDestroy(): Promise<void> {
    return this.gathering.stop();
  }

  private duty({ id }: Pick<EventMap['proposal.answered'], 'id'>): void {
    this.waitingChanged = true;
    this.note({ kind: 'proposal', id });
  }

  private note(subject: Subject): void {
    this.touched.set(subjectKey(subject), subject);
    this.gathering.soon();
  }

  private async tell(): Promise<void> {
    const subjects = [...this.touched.values()];
    const waiting = this.waitingChanged ? [WAITING_SECTION] : [];
    this.touched.clear();
    this.waitingChanged = false;
    const sittings = await this.sittings.open();
    if (sittings.length === 0) return;
    const keys = new Set([...subjects, ...(await this.abouts(subjects))].map(subjectKey));
    for (const { _id, items } of sittings) {
      const sections = [...itemsAbout(items, keys), ...waiting];
      if (sections.length === 0) continue;
      this.documents.forget(_id, sections);
      await this.documents.tell(_id, sections);
    }
  }

  /** What an argument or a statement is about is what the agenda names. */
  private async abouts(subjects: Subject[]): Promise<Subject[]> {
    const cards = await this.subjects.cards(subjects);
    return [...cards.values()].flatMap(({ about }) => about ?? []);
  }
}
