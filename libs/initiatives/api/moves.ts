import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, Unheard } from '@isegoria/kernel/api';
import { Announcer, StagedMoves } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Initiative } from './initiative.schema';

/** Every step in the life of an initiative. */
@Injectable()
export class Moves extends StagedMoves<Initiative> {
  constructor(@InjectModel(Initiative.name) initiatives: Model<Initiative>, announcer: Announcer, unheard: Unheard, clock: Clock) {
    super(initiatives, (id) => ({ kind: 'initiative', id }), { announcer, unheard, clock });
  }
}
