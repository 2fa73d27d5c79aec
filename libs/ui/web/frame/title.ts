import { useEffect } from 'react';

/** The parts of the browser's title: «Πρόβλημα: Νέα πρόταση, σελίδα 2 – Ισηγορία». */
interface TitleParts {
  problem: string;
  title: string;
  note: string;
  site: string;
}

const parts: TitleParts = { problem: '', title: '', note: '', site: 'Ισηγορία' };

function write(change: Partial<TitleParts>): void {
  Object.assign(parts, change);
  const name = parts.title && parts.site ? `${parts.title}${parts.note} – ${parts.site}` : parts.title || parts.site;
  document.title = parts.problem + name;
}

/** Names the page in the browser's tab, history and bookmarks. */
export function useTitle(title: string): void {
  useEffect(() => write({ title }), [title]);
}

/** Adds to the title while it is shown: which page of a list, or that there is a problem. */
export function useTitlePart(part: 'problem' | 'note', text: string): void {
  useEffect(() => {
    write({ [part]: text });
    return () => write({ [part]: '' });
  }, [part, text]);
}

/** What the platform is called in this city. */
export const nameSite = (site: string): void => write({ site });
