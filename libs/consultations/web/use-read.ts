import { useKept } from '@isegoria/ui/web';
import { useEffect } from 'react';

const nothing: readonly string[] = [];

/** Which articles of a consultation were opened in this tab. Nobody else knows it, and it goes when one signs out. */
export const useRead = (consultationId: string): readonly string[] => useKept(`read:${consultationId}`, nothing)[0];

/** Notes that an article is being read, and answers what was. */
export function useReading(consultationId: string, articleId: string): readonly string[] {
  const [read, setRead] = useKept(`read:${consultationId}`, nothing);
  useEffect(() => setRead((before) => (before.includes(articleId) ? before : [...before, articleId])), [articleId, setRead]);
  return read;
}

/** The next of what is left, going on from where one is and beginning again at the front; null where nothing is left. */
export function nextLeft<One extends { id: string }>(all: readonly One[], isDone: (one: One) => boolean, hereId?: string): One | null {
  const here = all.findIndex(({ id }) => id === hereId);
  return [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0))].find((one) => !isDone(one)) ?? null;
}
