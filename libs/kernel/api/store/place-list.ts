import type { ClientSession, Collection } from 'mongoose';
import type { Transactions } from './transactions';

/** Something that has places: how many (null: no limit), how many have one and how many wait, and the next number of who comes. */
export interface HasPlaces {
  places: number | null;
  registered: number;
  waiting: number;
  tickets: number;
}

/** Somebody on the list of it: with a place, or waiting for one in the order of their tickets. The `_id` is made of the thing and the person, so that nobody stands on it twice. */
export interface PlaceHolder {
  _id: string;
  isWaiting: boolean;
  ticket: number;
}

/** A model, of which only the collection is used: its documents may be of any kind. */
interface Held {
  collection: Collection;
}

/** Where a list stands: the things, who is on their lists, and the field by which somebody names the thing. */
interface Stores {
  things: Held;
  holders: Held;
  of: string;
}

/** Whether who comes now gets a place at once: nobody overtakes those who wait. */
export function hasRoom({ places, registered, waiting }: Pick<HasPlaces, 'places' | 'registered' | 'waiting'>): boolean {
  return places === null || (registered < places && waiting === 0);
}

/** How many of those who wait get a place now. */
export function freePlaces({ places, registered, waiting }: Pick<HasPlaces, 'places' | 'registered' | 'waiting'>): number {
  return places === null ? waiting : Math.max(0, Math.min(waiting, places - registered));
}

/**
 * Places, and a fair waiting list. How many have a place and how many wait is written on the thing in the same transaction as the person: so no place is given
 * twice, and none is lost, whoever presses when. Those who wait move up in the order in which they came.
 */
export class PlaceList<Thing extends HasPlaces, Holder extends PlaceHolder> {
  /** Of this process: whose turn it is at each thing. Others are met in the store. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly stores: Stores,
    private readonly transactions: Transactions,
  ) {}

  /** Takes a place, or one in the waiting list; says why not. Who is on the list already stays where they are. */
  take<R>(id: string, holder: Omit<Holder, 'isWaiting' | 'ticket'>, refusal: (thing: Thing) => R | null): Promise<R | null> {
    const { things, holders, of } = this.stores;
    return this.inTurn(id, async () => {
      let refused: R | null = null;
      await this.transactions.run(async (session) => {
        refused = null;
        const thing = await this.held(id, session);
        if (!thing || (await holders.collection.findOne({ _id: holder._id as never }, { session, projection: { _id: 1 } }))) return;
        refused = refusal(thing);
        if (refused) return;
        const isWaiting = !hasRoom(thing);
        await holders.collection.insertOne({ ...holder, [of]: id, isWaiting, ticket: thing.tickets } as never, { session });
        await things.collection.updateOne({ _id: id as never }, { $inc: isWaiting ? { waiting: 1 } : { registered: 1 } }, { session });
      });
      return refused;
    });
  }

  /** Takes somebody off the list, where `where` still holds of them; null where nobody was taken off. `also` is written of the thing with it. */
  giveBack(id: string, holderId: string, { where = {}, also }: { where?: object; also?: (gone: Holder, session: ClientSession) => Promise<void> } = {}): Promise<Holder | null> {
    const { things, holders } = this.stores;
    return this.inTurn(id, async () => {
      let gone: Holder | null = null;
      await this.transactions.run(async (session) => {
        await this.held(id, session);
        gone = (await holders.collection.findOneAndDelete({ ...where, _id: holderId as never }, { session })) as Holder | null;
        if (!gone) return;
        await things.collection.updateOne({ _id: id as never }, { $inc: gone.isWaiting ? { waiting: -1 } : { registered: -1 } }, { session });
        await also?.(gone, session);
      });
      return gone;
    });
  }

  /** Gives the free places to those who wait, and answers who got one. `isOpen` says whether any are given now, `change` what is written of each besides. */
  moveUp(id: string, isOpen: (thing: Thing) => boolean, change: (holder: Holder, thing: Thing) => Record<string, object>): Promise<string[]> {
    const { things, holders, of } = this.stores;
    return this.inTurn(id, async () => {
      let moved: string[] = [];
      await this.transactions.run(async (session) => {
        moved = [];
        const thing = await this.held(id, session);
        const free = thing && isOpen(thing) ? freePlaces(thing) : 0;
        if (!thing || free === 0) return;
        const next = (await holders.collection.find({ [of]: id, isWaiting: true }, { session }).sort({ ticket: 1 }).limit(free).toArray()) as unknown as Holder[];
        for (const holder of next) {
          const { $set = {}, ...rest } = change(holder, thing);
          await holders.collection.updateOne({ _id: holder._id as never }, { ...rest, $set: { ...$set, isWaiting: false } } as never, { session });
        }
        await things.collection.updateOne({ _id: id as never }, { $inc: { registered: next.length, waiting: -next.length } }, { session });
        moved = next.map(({ _id }) => _id);
      });
      return moved;
    });
  }

  /** The thing, and nobody else's transaction may count its places until ours is through. */
  private async held(id: string, session: ClientSession): Promise<Thing | null> {
    return (await this.stores.things.collection.findOneAndUpdate({ _id: id as never }, { $inc: { tickets: 1 } }, { session, returnDocument: 'after' })) as unknown as Thing | null;
  }

  /** One after the other in this process: two hundred who press at once would otherwise undo each other's transactions. */
  private inTurn<T>(id: string, run: () => Promise<T>): Promise<T> {
    const mine = (this.turns.get(id) ?? Promise.resolve()).then(run, run);
    this.turns.set(id, mine);
    const settle = () => void (this.turns.get(id) === mine && this.turns.delete(id));
    mine.then(settle, settle);
    return mine;
  }
}
