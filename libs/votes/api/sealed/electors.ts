import type { Connection } from 'mongoose';

/** That somebody took part in a box that was opened. It has nothing in common with any ballot of it. */
export interface Elector {
  _id: string;
  /** Under which name its box's electors are kept. */
  set: string;
  /** Empty where the person has left. */
  personId: string | null;
}

export function electorsOf(connection: Connection) {
  return connection.collection<Elector>('box_electors');
}
