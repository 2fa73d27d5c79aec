import { sittingRoom } from '@isegoria/insights/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { graph, useGraph, type Answer } from '@isegoria/ui/web';
import { useEffect, useRef, useState } from 'react';
import { SittingQuery, SittingSectionQuery, SittingViewQuery, type Sitting, type SittingSection, type SittingView } from './documents';

/** Counts are moved in the store a little after they are told of: what has news is asked for at once, and once more when it is sure to be there. */
const SURE_MS = 2_500;
/** So long a section that just changed is marked. */
const FRESH_MS = 6_000;

export interface LiveSitting {
  sitting: Answer<{ sitting: Sitting | null }>;
  view: Answer<{ view: SittingView | null }>;
  /** Sections that changed just now. */
  fresh: ReadonlySet<string>;
}

/** A sitting and its page, kept in step while the page is open: of what has news only that section is asked for again. */
export function useSitting(id: string): LiveSitting {
  const sitting = useGraph(SittingQuery, { id }, { staleMs: 2_000 });
  const view = useGraph(SittingViewQuery, { id }, { staleMs: 2_000 });
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const later = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => () => later.current.forEach(clearTimeout), []);
  const after = (ms: number, act: () => void) => void later.current.add(setTimeout(act, ms));

  const all = () => {
    void sitting.refetch();
    void view.refetch();
  };
  const some = (ids: readonly string[]) => {
    for (const sectionId of ids) {
      graph(SittingSectionQuery, { id, sectionId })
        .then(({ section }) => section && view.update((data) => withSection(data, section)))
        .catch(() => undefined);
    }
  };
  useRoom(sittingRoom(id), {
    onDelta: (_name, payload) => {
      const ids = sectionsOf(payload);
      if (ids.length === 0) return all();
      some(ids);
      after(SURE_MS, () => some(ids));
      setFresh((known) => new Set([...known, ...ids]));
      after(FRESH_MS, () => setFresh((known) => new Set([...known].filter((one) => !ids.includes(one)))));
    },
    onMissed: all,
  });
  return { sitting, view, fresh };
}

function sectionsOf(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null || !('sections' in payload) || !Array.isArray(payload.sections)) return [];
  return payload.sections.filter((id): id is string => typeof id === 'string');
}

/** An answer that was overtaken by a later one changes nothing. */
export function withSection(data: { view: SittingView | null }, section: SittingSection): { view: SittingView | null } {
  if (!data.view) return data;
  const sections = data.view.sections.map((known) => (known.id === section.id && known.at <= section.at ? section : known));
  return { view: { ...data.view, at: section.at > data.view.at ? section.at : data.view.at, sections } };
}
