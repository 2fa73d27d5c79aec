import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { operationOf, textOf } from './graphql';

const placeOf = <Data, Variables>(document: TypedDocumentNode<Data, Variables>) => `isegoria:kept:${operationOf(document).name}`;

/** Keeps an answer on this device. One that finds no room is not kept. */
export function keepAnswer<Data, Variables>(document: TypedDocumentNode<Data, Variables>, data: Data): Data {
  try {
    localStorage.setItem(placeOf(document), JSON.stringify({ asked: textOf(document), data }));
  } catch {
    // The page goes on without.
  }
  return data;
}

/** What was kept of the same question, word for word: an answer of another version's has other fields. */
export function keptAnswer<Data, Variables>(document: TypedDocumentNode<Data, Variables>): Data | undefined {
  try {
    const { asked, data } = JSON.parse(localStorage.getItem(placeOf(document)) ?? '{}') as { asked?: string; data?: Data };
    return asked === textOf(document) ? data : undefined;
  } catch {
    return undefined;
  }
}
