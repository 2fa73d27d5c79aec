import { Fragment, type ReactNode } from 'react';

/** How each marked part of a sentence is drawn. */
export type Marks = Record<string, (text: string) => ReactNode>;

const MARKED = /<([a-z]+)>(.*?)<\/\1>/gs;

/** A sentence in which `<name>…</name>` is drawn by its mark. What has no mark stays text: words can never bring in HTML. */
export function rich(sentence: string, marks: Marks): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of sentence.matchAll(MARKED)) {
    const [whole, name = '', text = ''] = match;
    const mark = marks[name];
    parts.push(sentence.slice(from, match.index), mark ? <Fragment key={match.index}>{mark(text)}</Fragment> : whole);
    from = match.index + whole.length;
  }
  return [...parts, sentence.slice(from)];
}
