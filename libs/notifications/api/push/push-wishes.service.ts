import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
import { type PushKind, pushKinds } from '@isegoria/notifications/contracts';
import { PushWish } from './device.schema';

/** Which notices a person wants on their devices: all of them until they say otherwise. */
@Injectable()
export class PushWishes implements OnModuleInit {
  constructor(
    @InjectModel(PushWish.name) private readonly wishes: Model<PushWish>,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'push-wishes',
      about: both('Ποιες ειδοποιήσεις δεν θέλεις στις συσκευές σου', 'Which notices you do not want on your devices'),
      leaving: both('Σβήνεται.', 'It is erased.'),
      keys: { off: both('Αυτές που δεν θέλεις', 'Those that you do not want') },
      entries: (person) => this.ownOf(person),
      forget: async ({ id }) => {
        await this.wishes.deleteOne({ _id: id }).exec();
      },
    });
  }

  async kinds(ownerId: string): Promise<PushKind[]> {
    const off = (await this.wishes.findById(ownerId).lean<PushWish>().exec())?.off ?? [];
    return pushKinds.filter((kind) => !off.includes(kind));
  }

  async wish(ownerId: string, kinds: readonly PushKind[]): Promise<void> {
    const off = pushKinds.filter((kind) => !kinds.includes(kind));
    await this.wishes.updateOne({ _id: ownerId }, { $set: { off } }, { upsert: true }).exec();
  }

  private async *ownOf({ id }: Person) {
    const wish = await this.wishes.findById(id).lean<PushWish>().exec();
    if (wish) yield { off: wish.off };
  }
}
