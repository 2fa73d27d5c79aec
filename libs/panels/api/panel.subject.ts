import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { partsOf } from '@isegoria/organisation/contracts';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Panel } from './panel.schema';
import { panelPath, panelSubject } from './panel-views';
import { mayRead } from './panels.rules';
import { isPublic } from './reading.service';

/** What others need of a panel: to name it, find it, link it, follow and watch it. Nobody argues about it here. */
@Injectable()
export class PanelSubject implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.subjects.register('panel', {
      cards: (ids) => this.cards(ids),
      find: (words, most) => foundIn(this.panels, words, { where: isPublic, sort: { publishedAt: -1, _id: -1 }, most }),
    });
    this.rooms.open('panel', async (citizen, id) => {
      const panel = await this.panels.findById(id, { publishedAt: 1, departmentId: 1 }).lean<Panel>().exec();
      return panel !== null && mayRead(panel, citizen);
    });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.panels.find({ _id: { $in: [...new Set(ids.map(String))] } }).lean<Panel[]>().exec();
    return found.map(({ _id: id, title, text, departmentId, districtIds: districts, publishedAt, withdrawal, createdAt }) => ({
      ...panelSubject(id), title: title.el, excerpt: excerpt(text.el), english: { title: title.en, excerpt: excerpt(text.en) }, path: panelPath(id), authorId: null, departmentId, isPublic: publishedAt !== null, within: withdrawal ? [] : partsOf({ districts }), acceptsComments: false, createdAt,
    }));
  }
}
