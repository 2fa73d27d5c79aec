import { Injectable, type OnModuleInit } from '@nestjs/common';
// The import brings the declaration of the event.
import type { BallotsWanted } from '@isegoria/comments/contracts';
import { Events } from '@isegoria/kernel/api';
import { Ballots } from './ballots.service';

/** Opens the ballots that neighbours ask for: slices of the same tier, which may not call this one. */
@Injectable()
export class WantedBallots implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly ballots: Ballots,
  ) {}

  onModuleInit(): void {
    this.events.on('ballots.wanted', 'votes.open', ({ ballots }: BallotsWanted) => this.ballots.openMany(ballots));
  }
}
