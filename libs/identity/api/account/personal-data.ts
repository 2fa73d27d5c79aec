import { Injectable } from '@nestjs/common';
import type { Citizen } from '@isegoria/identity/contracts';
import { Events } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';

/** Whose data it is: the account, and the verified person behind it, by whom some slices know people. */
export type Person = Pick<Citizen, 'id' | 'personId'>;

/**
 * What one slice keeps of a person: their part of their own file (GDPR, art. 15 and 20), and what becomes of it when they leave
 * (art. 17). Both stand in one place, so that nobody builds the one and forgets the other.
 */
export interface PersonalPart<T extends object = object> {
  /** Its key in the file. */
  name: string;
  /** What it holds, in a few words, for the page and the file. */
  about: Localized;
  /** What becomes of it when the person leaves, in a sentence. */
  leaving: Localized;
  /** What each key of an entry says; one that nobody explains does not compile. */
  keys: Record<KeyOf<T>, Localized>;
  /**
   * The entries, one by one, all of them. Read only as fast as they are taken, so that a person with very many costs time and not memory: a
   * cursor or pages inside, never a whole list. What the person may not know of others (a title that is hidden from them) is left out.
   */
  entries(person: Person): AsyncIterable<T>;
  /** What goes wrong for others if the person leaves now, a sentence each: they read it before they leave. Most parts have nothing to say. */
  warnings?(person: Person): Promise<Localized[]>;
  /** Lets the person go. It runs twice at least: at once, and again when what was on its way has arrived. The account is nobody's by then. */
  forget(person: Person): Promise<void>;
}

/** The keys of whatever entries a part has, also where not all have the same. */
type KeyOf<T> = T extends unknown ? keyof T & string : never;

/** Where each slice says what it keeps about a person. */
@Injectable()
export class PersonalData {
  private readonly parts = new Map<string, PersonalPart>();

  constructor(private readonly events: Events) {}

  register<T extends object>(part: PersonalPart<T>): void {
    if (this.parts.has(part.name)) throw new Error(`Two parts of a person’s file are called ${part.name}.`);
    this.parts.set(part.name, part);
    this.events.later('citizen.left', `personal-data.${part.name}`, ({ citizenId, personId }) => part.forget({ id: citizenId, personId }));
  }

  /** What every part warns of, before this person leaves. */
  async warnings(person: Person): Promise<Localized[]> {
    return (await Promise.all(this.all().map((part) => part.warnings?.(person) ?? []))).flat();
  }

  /** In the order of the file: what everybody has before what only offices bring. */
  all(): PersonalPart[] {
    const isOffice = ({ leaving }: PersonalPart) => leaving === staysAsAct;
    return [...this.parts.values()].sort((a, b) => Number(isOffice(a)) - Number(isOffice(b)));
  }
}

/** The same in the city's two languages. */
export function both(el: string, en: string): Localized {
  return { el, en };
}

/** What stands on record because somebody used a power of the city: who leaves takes the name along, not the act. */
export const staysAsAct = both(
  'Μένει ως πράξη εξουσίας, με τον αριθμό ενός λογαριασμού που δεν υπάρχει πια και χωρίς όνομα.',
  'It stays as an act of power, under the number of an account that is no more, and without a name.',
);

/** For what nobody has to let go of again. */
export const nothingToForget = (): Promise<void> => Promise.resolve();
