import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { speaksFor } from '@isegoria/identity/contracts';
import { excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { partsOf } from '@isegoria/organisation/contracts';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Survey } from '../survey.schema';
import { isPublic } from '../survey-lists';
import { surveyPath, surveySubject } from '../survey-views';

/** What others need of a survey: to name it, find it, link it, follow and watch it. Nobody argues about it. */
@Injectable()
export class SurveySubject implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.subjects.register('survey', {
      cards: (ids) => this.cards(ids),
      find: (words, most) => foundIn(this.surveys, words, { where: isPublic, sort: { publishedAt: -1, _id: -1 }, most }),
    });
    this.rooms.open('survey', async (citizen, id) => {
      const survey = await this.surveys.findById(id, { publishedAt: 1, departmentId: 1 }).lean<Survey>().exec();
      return survey !== null && (survey.publishedAt !== null || speaksFor(citizen, survey.departmentId));
    });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.surveys.find({ _id: { $in: [...new Set(ids.map(String))] } }).lean<Survey[]>().exec();
    return found.map(({ _id: id, title, purpose, departmentId, districtIds: districts, publishedAt, withdrawal, createdAt }) => ({
      ...surveySubject(id), title: title.el, excerpt: excerpt(purpose.el), english: { title: title.en, excerpt: excerpt(purpose.en) }, path: surveyPath(id),
      authorId: null, departmentId, isPublic: publishedAt !== null, within: withdrawal ? [] : partsOf({ districts }), acceptsComments: false, createdAt,
    }));
  }
}
