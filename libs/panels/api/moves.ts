import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, Unheard } from '@isegoria/kernel/api';
import { Announcer, StagedMoves } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Panel } from './panel.schema';
import { panelSubject } from './panel-views';

/** Every step in the life of a panel. */
@Injectable()
export class Moves extends StagedMoves<Panel> {
  constructor(@InjectModel(Panel.name) panels: Model<Panel>, announcer: Announcer, unheard: Unheard, clock: Clock) {
    super(panels, panelSubject, { announcer, unheard, clock });
  }
}
