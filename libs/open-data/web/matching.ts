import { fold } from '@isegoria/kernel/contracts';
import type { DatasetInList } from './documents';

/** What the address of the list asks for. */
export interface Asked {
  q: string;
  tag: string;
  format: string;
}

/** The datasets that hold every word, in either language and whatever its accents, and the tag and the format where they are asked for. */
export function matching(all: readonly DatasetInList[], { q, tag, format }: Asked): DatasetInList[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return all.filter((dataset) => {
    const said = fold([dataset.id, dataset.title, dataset.description, ...dataset.keywords].map((one) => (typeof one === 'string' ? one : `${one.el} ${one.en}`)).join(' '));
    return words.every((word) => said.includes(word)) && (!tag || dataset.keywords.some(({ en }) => en === tag)) && (!format || dataset.formats.includes(format));
  });
}
