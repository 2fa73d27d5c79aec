import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, Citizens } from '@isegoria/identity/api';
import { Events, Subjects, titlesOf } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { Inbox } from '@isegoria/notifications/api';
import { trusteesNeeded } from '@isegoria/votes/contracts';
import { Ballots } from '../ballots/ballots.service';
import { Box } from './box.schema';

/**
 * A trustee may leave the city like anybody; their share of a key leaves with them. They read before what that does to a box that is not open, and afterwards
 * the administrators hear how many trustees it has left. Whose share was given already takes nothing along.
 */
@Injectable()
export class TrusteesLeaving implements OnModuleInit {
  constructor(
    @InjectModel(Box.name) private readonly boxes: Model<Box>,
    private readonly ballots: Ballots,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly inbox: Inbox,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.later('citizen.left', 'votes.trustees-leaving', ({ citizenId }) => this.tell(citizenId));
  }

  /** What the person reads before they leave, a sentence for each box that needs their share. */
  async warnings(citizenId: string): Promise<Localized[]> {
    const needing = await this.needing(citizenId);
    return Promise.all(needing.map(async (box) => {
      const [{ el, en }, left] = [await this.titleOf(box), await this.leftWithout(citizenId, box)];
      if (left < trusteesNeeded) return both(`Κρατάς μερίδιο του κλειδιού για την κάλπη «${el}». Αν φύγεις πριν ανοίξει, δεν θα μπορεί να ανοίξει ποτέ και οι ψήφοι της χάνονται.`, `You keep a share of the key of the box “${en}”. If you leave before it opens, it can never be opened, and its votes are lost.`);
      return both(`Κρατάς μερίδιο του κλειδιού για την κάλπη «${el}». Αν φύγεις πριν ανοίξει, μένουν ${left} μερίδια και χρειάζονται ${trusteesNeeded}: πες το πρώτα στον δήμο.`, `You keep a share of the key of the box “${en}”. If you leave before it opens, ${left} shares are left and ${trusteesNeeded} are needed: tell the municipality first.`);
    }));
  }

  /** The administrators hear of each number of trustees that a box comes down to once, however often this runs. */
  private async tell(citizenId: string): Promise<void> {
    const administrators = (await this.citizens.withRole('administrator')).map(({ id }) => id);
    for (const box of await this.needing(citizenId)) {
      const left = await this.leftWithout(citizenId, box);
      const ballot = await this.ballots.find(box._id);
      if (!ballot) continue;
      const name = left < trusteesNeeded ? 'votes.boxLost' : 'votes.trusteeLeft';
      await this.inbox.tell({ to: administrators, about: ballot.subject, name, params: { title: await this.titleOf(box), left, needed: trusteesNeeded }, mail: true, key: `votes.trustees:${box._id}:${left}` });
    }
  }

  /** Boxes that are not open and have no share of this person yet. */
  private needing(citizenId: string): Promise<Box[]> {
    return this.boxes.find({ 'trustees.citizenId': citizenId, result: null, 'given.citizenId': { $ne: citizenId } }).lean<Box[]>().exec();
  }

  /** How many shares can still come together without this person: those of who is there, and the one that was given. */
  private async leftWithout(citizenId: string, { trustees, given }: Box): Promise<number> {
    const others = trustees.filter((trustee) => trustee.citizenId !== citizenId);
    const there = await Promise.all(others.map(async (trustee) => trustee.citizenId === given?.citizenId || (await this.citizens.find(trustee.citizenId)) !== null));
    return there.filter(Boolean).length;
  }

  private async titleOf({ _id }: Box): Promise<Localized> {
    const ballot = await this.ballots.find(_id);
    const card = ballot && (await this.subjects.card(ballot.subject));
    return card ? titlesOf(card) : { el: _id, en: _id };
  }
}
