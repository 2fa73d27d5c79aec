import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Events, Importers, Jobs, Projections, Seeds, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { Rooms } from '@isegoria/realtime/api';
import { AnswerLog } from './answer-log';
import { Cartographer } from './cartographer';
import { SignRecord, StatementRecord } from './opinion.schema';
import { OpinionsImporter } from './opinions.importer';
import { OpinionsSeed } from './seed';
import { StatementStanding } from './statement-standing';

/** Where opinions meet the rest of the city: what they hear, what they answer for, what they do later. */
@Injectable()
export class OpinionsLinks implements OnModuleInit {
  constructor(
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    @InjectModel(SignRecord.name) private readonly signs: Model<SignRecord>,
    private readonly standing: StatementStanding,
    private readonly cartographer: Cartographer,
    private readonly log: AnswerLog,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly projections: Projections,
    private readonly importers: Importers,
    private readonly importer: OpinionsImporter,
    private readonly seeds: Seeds,
    private readonly seed: OpinionsSeed,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.subjects.register('opinion', { cards: (ids) => this.cardsOfStatements(ids) });
    this.subjects.register('opinion-signs', { cards: (ids) => this.cardsOfSigns(ids) });
    this.subjects.register('conversation', this.importer);
    this.rooms.open('conversation');
    this.events.on('moderation.decided', 'opinions.decide', (decided) => this.standing.decide(decided));
    this.jobs.every('opinions.map', 30_000, () => this.cartographer.drawDue());
    this.jobs.every('opinions.enter', 60_000, () => this.standing.enterTheForgotten());
    this.projections.register({ name: 'opinions', rebuild: (progress) => this.rebuild(progress) });
    this.importers.register(this.importer);
    this.seeds.register(this.seed);
  }

  private async rebuild(progress: (done: number, total: number) => void): Promise<void> {
    for (const subject of await this.log.rebuild(progress)) {
      this.cartographer.forget(subject);
      await this.cartographer.due(subject);
    }
  }

  /** A statement is called by what it is about, and is answered on that subject's page of opinions. */
  private async cardsOfStatements(ids: string[]): Promise<SubjectCard[]> {
    const records = await this.statements.find({ _id: { $in: ids } }).lean<StatementRecord[]>().exec();
    const abouts = await this.abouts(records);
    return records.flatMap(({ _id, subject, authorId, text, visibility, createdAt }) => {
      const about = abouts.get(subject);
      return about ? [{ ...pageOf(about, text), kind: 'opinion', id: _id, authorId, isPublic: visibility === 'public' && about.isPublic, createdAt }] : [];
    });
  }

  private async cardsOfSigns(ids: string[]): Promise<SubjectCard[]> {
    const records = await this.signs.find({ _id: { $in: ids } }).lean<SignRecord[]>().exec();
    const abouts = await this.abouts(records);
    return records.flatMap(({ _id, subject, at }) => {
      const about = abouts.get(subject);
      return about ? [{ ...pageOf(about, ''), kind: 'opinion-signs', id: _id, authorId: null, isPublic: false, createdAt: at }] : [];
    });
  }

  private abouts(records: { subject: string }[]): Promise<Map<string, SubjectCard>> {
    return this.subjects.cards(records.map(({ subject }) => parseSubject(subject)).filter((subject) => subject !== null));
  }
}

const pageOf = ({ title, english, kind, id }: SubjectCard, excerpt: string) => ({
  title, excerpt, ...(english && { english: { title: english.title, excerpt } }), path: `/opinions/${kind}/${id}`, acceptsComments: false, about: { kind, id },
});
