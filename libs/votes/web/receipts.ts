import { useSyncExternalStore } from 'react';
import type { SignedPromise } from '@isegoria/ledger/contracts';

/**
 * A citizen's receipt: the ledger's line that their vote became, and the ledger's word for it. It is kept in this browser only.
 * Of a secret or a sealed ballot the line holds a commitment: the receipt proves that the vote is in, and to nobody which one it is.
 */
export interface Receipt {
  ballotId: string;
  leaf: string;
  promise: SignedPromise;
}

const place = 'isegoria.receipts';
const most = 300;
const listeners = new Set<() => void>();
let known: { text: string | null; receipts: readonly Receipt[] } = { text: null, receipts: [] };

/** All receipts of this browser, the latest first. */
export function receipts(): readonly Receipt[] {
  const text = localStorage.getItem(place);
  if (text !== known.text) known = { text, receipts: readReceipts(text ?? '') };
  return known.receipts;
}

/** Puts a receipt down, once. Where the browser keeps nothing, the vote counts all the same. */
export function keepReceipt(receipt: Receipt): void {
  keepReceipts([receipt]);
}

/** Puts receipts of another device down beside one's own. Answers how many were new. */
export function keepReceipts(fresh: readonly Receipt[]): number {
  const own = new Set(receipts().map(({ leaf }) => leaf));
  const added = fresh.filter(({ leaf }) => leaf && !own.has(leaf));
  if (added.length > 0) write(JSON.stringify([...added, ...receipts()].slice(0, most)));
  return added.length;
}

/** For a browser that others use too. */
export function forgetReceipts(): void {
  write(null);
}

/** The receipts of a text that somebody pasted or a file held; none where it is something else. */
export function readReceipts(text: string): Receipt[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isReceipt).map(({ ballotId, leaf, promise }) => ({ ballotId, leaf, promise })) : [];
  } catch {
    return [];
  }
}

export function useReceipts(): readonly Receipt[] {
  return useSyncExternalStore(listen, receipts);
}

function write(text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(place);
    else localStorage.setItem(place, text);
  } catch {
    // A browser that is full, or keeps nothing: the receipt is lost, the vote is not.
  }
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener('storage', tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', tell);
  };
}

function isReceipt(value: unknown): value is Receipt {
  const has = (thing: unknown, key: string): thing is Record<string, unknown> => typeof thing === 'object' && thing !== null && key in thing;
  return has(value, 'ballotId') && typeof value['ballotId'] === 'string' && typeof value['leaf'] === 'string' && isPromise(value['promise']);
}

function isPromise(value: unknown): value is SignedPromise {
  if (typeof value !== 'object' || value === null) return false;
  const { leafHash, note, path, index, size } = value as Record<string, unknown>;
  return typeof leafHash === 'string' && typeof note === 'string' && Array.isArray(path) && path.every((step) => typeof step === 'string') && typeof index === 'number' && typeof size === 'number';
}
