import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { publicStages } from '@isegoria/initiatives/contracts';
import { Briefings, type CityText, CityTexts, excerpt, gathered, idsOfKind, Participation, type SubjectCard } from '@isegoria/kernel/api';
import type { DocumentPart, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { initiativePath } from '../initiative-views';
import { Initiative } from '../initiative.schema';
import { totalOf } from '../initiatives.rules';
import { publicIn } from '../reading.service';

/** What initiatives tell those who decide on one: how many signed, how many of them are valid, what is asked; their texts, for what the city speaks of; and who takes part. */
@Injectable()
export class InitiativesBriefing implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly briefings: Briefings,
    private readonly texts: CityTexts,
    private readonly participation: Participation,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'initiatives', order: 16, parts: (subjects) => this.parts(subjects) });
    this.texts.register({ kind: 'initiative', read: (subjects) => this.read(subjects), byIds: (ids) => this.textsOf(ids) });
    this.participation.register({ name: 'initiatives', authors: async (since) => (await this.initiatives.distinct('authorId', { ...publicIn(publicStages), opensAt: { $gte: since } }).exec()).filter(Boolean) });
  }

  private async *read(subjects: readonly Subject[] | null): AsyncGenerator<CityText[]> {
    const about = subjects === null ? {} : { _id: { $in: idsOfKind(subjects, 'initiative') } };
    for await (const portion of gathered(this.initiatives.find({ ...publicIn(publicStages), ...about }).sort({ _id: 1 }).lean<Initiative>().cursor())) yield portion.map(textOf);
  }

  private async textsOf(ids: readonly string[]): Promise<CityText[]> {
    return (await this.initiatives.find({ ...publicIn(publicStages), _id: { $in: [...ids] } }).lean<Initiative[]>().exec()).map(textOf);
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const found = await this.initiatives.find({ ...publicIn(publicStages), _id: { $in: idsOfKind(subjects, 'initiative') } }).lean<Initiative[]>().exec();
    return found.map((initiative): DocumentPart => {
      const { _id, title, text, asks, check } = initiative;
      return {
        id: `initiatives.${_id}`,
        title: { el: 'Πρωτοβουλία πολιτών', en: 'Citizens’ initiative' },
        lead: { el: title, en: title },
        measures: [
          { id: 'signatures', label: { el: 'Υπογραφές', en: 'Signatures' }, value: totalOf(initiative) },
          { id: 'needed', label: { el: 'Χρειάζονται', en: 'Needed' }, value: asks.needed },
          ...(check ? [{ id: 'valid', label: { el: 'Έγκυρες', en: 'Valid' }, value: check.valid }] : []),
        ],
        tables: [],
        lines: [
          { text: { el: excerpt(text, 600), en: excerpt(text, 600) }, note: null, path: initiativePath(_id), tone: 'quote' as const },
          { text: asks.follows, note: asks.name, path: null, tone: 'plain' as const },
        ],
      };
    });
  }
}

const textOf = (initiative: Initiative): CityText =>
  ({ id: initiative._id, text: `${initiative.title}\n${initiative.text}`, path: initiativePath(initiative._id), about: `initiative:${initiative._id}`, weight: totalOf(initiative) });
