import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, Unheard, type UnheardEvent } from '@isegoria/kernel/api';
import type { PanelStage } from '@isegoria/panels/contracts';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Panel } from './panel.schema';
import { panelSubject } from './panel-views';

interface Move {
  to: PanelStage;
  set?: Partial<Panel>;
  told?: UnheardEvent;
}

/** Every step in the life of a panel: one conditional write from where it was seen to stand, with what is to be told of it. Of two who make one at once, the second gets null and looks again. */
@Injectable()
export class Moves implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.panels);
  }

  find(id: string): Promise<Panel | null> {
    return this.panels.findById(String(id)).lean<Panel>().exec();
  }

  async make({ _id, stage, revision }: Panel, { to, set = {}, told }: Move): Promise<Panel | null> {
    const write = { $set: { ...set, stage: to, touchedAt: this.clock.now() }, ...(told && { $push: { unheard: told } }), $inc: { revision: 1 } };
    const moved = await this.panels.findOneAndUpdate({ _id, stage, revision }, write, { returnDocument: 'after' }).lean<Panel>().exec();
    if (moved) await this.tell(_id);
    return moved;
  }

  /** Tells what was written with a change, and has every open page ask again. */
  async tell(id: string): Promise<void> {
    await this.unheard.tell(this.panels, id);
    await this.announcer.announce(panelSubject(id), 'changed', {});
  }
}
