import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type DatedMoment, idsOfKind, Threads } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Panel } from './panel.schema';
import { panelSubject } from './panel-views';
import { isPublic } from './reading.service';

/** What happened, or is to happen, to panels, for the thread from idea to delivery. */
@Injectable()
export class PanelThread implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.threads.register('panels', { moments: (subjects) => this.moments(subjects), links: () => Promise.resolve([]) });
  }

  private async moments(subjects: readonly Subject[]): Promise<DatedMoment[]> {
    const found = await this.panels.find({ _id: { $in: idsOfKind(subjects, 'panel') }, ...isPublic }).lean<Panel[]>().exec();
    return found.flatMap(({ _id, publishedAt, closesAt, drawsAt, drawnAt, seatedAt, withdrawal }) => {
      const moment = (name: string, at: Date | null | undefined, title: Localized): DatedMoment[] => (at ? [{ id: `panel:${_id}:${name}`, at, title, about: panelSubject(_id) }] : []);
      // What was taken back before its time did not happen.
      const unless = (at: Date | null) => (at && withdrawal && withdrawal.at < at ? null : at);
      return [
        ...moment('published', publishedAt, { el: 'Αρχίζουν οι δηλώσεις συμμετοχής', en: 'People may offer themselves' }),
        ...moment('closed', unless(closesAt), { el: 'Κλείνει ο κατάλογος', en: 'The list is closed' }),
        ...moment('drawn', drawnAt ?? unless(drawsAt), { el: 'Κλήρωση', en: 'The draw' }),
        ...moment('seated', seatedAt, { el: 'Η ομάδα συμπληρώθηκε', en: 'The panel is complete' }),
        ...moment('withdrawn', withdrawal?.at, { el: 'Ο δήμος απέσυρε την πρόσκληση', en: 'The municipality took the call back' }),
      ];
    });
  }
}
