import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { publicStages } from '@isegoria/initiatives/contracts';
import { excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { partsOf } from '@isegoria/organisation/contracts';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { initiativePath } from './initiative-views';
import { Initiative } from './initiative.schema';
import { isPublic, mayRead } from './initiatives.rules';
import { publicIn } from './reading.service';

/** What others need of an initiative: to name it, link it, argue about it, follow, report and watch it, and to put it on an agenda. */
@Injectable()
export class InitiativeSubject implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.subjects.register('initiative', {
      cards: (ids) => this.cards(ids),
      find: (words, most) => foundIn(this.initiatives, words, { where: publicIn(publicStages), sort: { signatures: -1, _id: -1 }, most }),
    });
    this.rooms.open('initiative', async (citizen, id) => {
      const initiative = await this.initiatives.findById(id).lean<Initiative>().exec();
      return initiative !== null && mayRead(initiative, citizen);
    });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.initiatives.find({ _id: { $in: ids.map(String) } }, { terms: 0 }).lean<Initiative[]>().exec();
    return found.map((initiative) => {
      const { _id: id, title, text, authorId, stage, categoryId, districtId, withdrawal, createdAt } = initiative;
      const isShown = isPublic(initiative);
      return { kind: 'initiative', id, title, excerpt: excerpt(text), path: initiativePath(id), authorId: authorId || null, departmentId: null, isPublic: isShown, within: withdrawal ? [] : partsOf({ districts: [districtId], categories: [categoryId] }), acceptsComments: isShown && stage === 'collecting', commentMode: 'public', createdAt };
    });
  }
}
