import mercurius, { type MercuriusCommonOptions } from 'mercurius';
import { keepNewest } from '../store/newest';

const kept = { texts: 1000, longest: 8000 };
const texts = new Map<string, string>();

/** The text of a query that was sent before, by the SHA-256 of it; null where it is not known here (any more). */
export function persistedQuery(hash: string): string | null {
  return texts.get(hash) ?? null;
}

/**
 * A hash in place of a text that was sent before (Apollo's protocol of automatic persisted queries). Kept in this process: a client
 * that meets another is told `PersistedQueryNotFound` and sends the text once more, as the protocol has it. What strangers can fill
 * is bounded, in number and in length; the oldest go first; a longer text is answered and not kept.
 */
export const persistedQueries: NonNullable<MercuriusCommonOptions['persistedQueryProvider']> = {
  ...mercurius.persistedQueryDefaults.automatic(1),
  getQueryFromHash: (hash: string): Promise<string> => {
    const text = texts.get(hash);
    if (text !== undefined) remember(hash, text);
    return Promise.resolve(text ?? '');
  },
  saveQuery: (hash: string, text: string): Promise<void> => {
    if (text.length <= kept.longest) remember(hash, text);
    return Promise.resolve();
  },
};

function remember(hash: string, text: string): void {
  keepNewest(texts, hash, text, kept.texts);
}
