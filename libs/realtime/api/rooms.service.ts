import { Injectable } from '@nestjs/common';
import type { Citizen } from '@isegoria/identity/contracts';
import type { Subject } from '@isegoria/kernel/contracts';

/** Says whether this citizen (null: a visitor) may watch the subject of this id. */
export type RoomGuard = (citizen: Citizen | null, id: string) => boolean | Promise<boolean>;

const anyone: RoomGuard = () => true;

/** Which kinds of subject can be watched. A kind that nobody opened is closed. */
@Injectable()
export class Rooms {
  private readonly guards = new Map<string, RoomGuard>();

  /** Opens a kind. Without a guard anybody may watch: what is announced there must be public. */
  open(kind: string, guard: RoomGuard = anyone): void {
    this.guards.set(kind, guard);
  }

  async may(citizen: Citizen | null, { kind, id }: Subject): Promise<boolean> {
    return (await this.guards.get(kind)?.(citizen, id)) ?? false;
  }
}
