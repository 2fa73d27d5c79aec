import type { InitiativeDraftInput } from '@isegoria/initiatives/contracts';
import { type ResultOf, useAct, useKept } from '@isegoria/ui/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SaveDraftDocument } from '../documents';

export interface Written {
  kindId: string;
  title: string;
  text: string;
  why: string;
  categoryId: string;
  districtId: string;
}

type Saved = ResultOf<typeof SaveDraftDocument>['saveInitiative'];
export type Theirs = Extract<Saved, { __typename: 'InitiativeDraftOvertaken' }>['initiative'];

/** How saving went. `overtaken`: another page wrote meanwhile, `by` what stands now. */
export type Saving = { state: 'idle' } | { state: 'saving' } | { state: 'saved'; at: string } | { state: 'unsaved'; reason: string | null } | { state: 'overtaken'; by: Theirs };

const pauseMs = 1200;

export const inputOf = (written: Written): InitiativeDraftInput => ({ ...written, categoryId: written.categoryId || null, districtId: written.districtId || null });

export const writtenOf = ({ title, text, why, category, district, terms }: Pick<Theirs, 'title' | 'text' | 'why' | 'category' | 'district' | 'terms'>): Written =>
  ({ kindId: terms.kindId, title, text, why, categoryId: category?.id ?? '', districtId: district?.id ?? '' });

/** A draft that saves itself: at once in this tab, with the city when its writer pauses. Which version it follows is kept with it; what another page wrote meanwhile is not written over. */
export function useDraft(id: string, start: Written, revision: number | null) {
  const [{ written, follows }, setKept, forget] = useKept<{ written: Written; follows: number | null }>(`initiative:${id}`, { written: start, follows: revision });
  const [save] = useAct(SaveDraftDocument);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const saved = useRef(JSON.stringify(start));
  const current = useRef(follows);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const follow = useCallback((next: number) => {
    current.current = next;
    setKept((before) => ({ ...before, follows: next }));
  }, [setKept]);

  const attempt = useCallback(async (): Promise<boolean> => {
    setSaving({ state: 'saving' });
    const answer = (await save({ id, revision: current.current, input: inputOf(written) }))?.saveInitiative;
    if (answer?.__typename === 'InitiativeDraftSaved') {
      saved.current = JSON.stringify(written);
      follow(answer.revision);
      setSaving({ state: 'saved', at: answer.savedAt });
      return true;
    }
    if (answer?.__typename === 'InitiativeDraftOvertaken') setSaving({ state: 'overtaken', by: answer.initiative });
    else setSaving({ state: 'unsaved', reason: answer && 'reason' in answer ? answer.reason : null });
    return false;
  }, [id, save, follow, written]);

  /** Saves now, one save after the other. */
  const saveNow = useCallback((): Promise<boolean> => {
    const saves = last.current.then(attempt);
    last.current = saves;
    return saves;
  }, [attempt]);

  const isStopped = saving.state === 'overtaken';
  useEffect(() => {
    if (isStopped) return undefined;
    const timer = setTimeout(() => JSON.stringify(written) !== saved.current && void saveNow(), pauseMs);
    return () => clearTimeout(timer);
  }, [isStopped, saveNow, written]);

  const change = (part: Partial<Written>) => setKept((before) => ({ ...before, written: { ...before.written, ...part } }));
  const takeTheirs = (by: Theirs) => {
    saved.current = JSON.stringify(writtenOf(by));
    follow(by.revision);
    change(writtenOf(by));
    setSaving({ state: 'idle' });
  };
  const keepMine = (by: Theirs) => {
    follow(by.revision);
    void saveNow();
  };
  return { written, change, saving, saveNow, forget, takeTheirs, keepMine };
}
