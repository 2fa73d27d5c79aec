import { digest } from '@isegoria/ledger/contracts';
import { drawn, listOf, listText, type Quota, quotasOf, seedOf } from './draw';

/** All that a draw is checked by, as the city publishes it: one file. */
export interface DrawFile {
  panel: string;
  seats: number;
  /** As it stands in the ledger since before the numbers were known. */
  listDigest: string;
  /** A line for each on the list: ticket, blank, group. */
  list: string;
  cells: readonly Quota[];
  numbers: string;
  seed: string;
  /** Who has a seat or had one. */
  asked: readonly { ticket: string; cell: string }[];
}

export interface Checked {
  listed: number;
  isList: boolean;
  isSeed: boolean;
  isQuotas: boolean;
  /** Tickets that have a seat out of turn, or were passed over. */
  wrong: string[];
}

/** Draws again from the list and the numbers, and holds what the city says against that. In each group those must have been asked who come first; at least as many as it has seats. */
export function checkDraw({ seats, listDigest, list, cells, numbers, seed, asked }: DrawFile): Checked {
  const listed = listOf(list);
  const quotas = quotasOf(cells.map(({ cell, people }) => ({ cell, people, offers: listed.filter((one) => one.cell === cell).length })), seats);
  const order = drawn(listed, quotas, seedOf(listDigest, numbers));
  const isAsked = new Set(asked.map(({ ticket }) => ticket));
  const count = (cell: string): number => asked.filter((one) => one.cell === cell).length;
  const wrong = order.filter(({ ticket, cell, rank, hasSeat }) => isAsked.has(ticket) !== (hasSeat || rank <= count(cell))).map(({ ticket }) => ticket);
  const unknown = asked.filter(({ ticket, cell }) => !listed.some((one) => one.ticket === ticket && one.cell === cell)).map(({ ticket }) => ticket);
  return {
    listed: listed.length,
    isList: digest(listText(listed)) === listDigest && listText(listed) === list,
    isSeed: seedOf(listDigest, numbers) === seed,
    isQuotas: cells.length === quotas.length && cells.every(({ cell, seats: own }) => quotas.some((one) => one.cell === cell && one.seats === own)) && listed.every(({ cell }) => cells.some((one) => one.cell === cell)),
    wrong: [...new Set([...wrong, ...unknown])],
  };
}
