import { useAct, useKept } from '@isegoria/ui/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SaveDraftDocument } from './documents';
import { inputOf, type Written } from './written';

export type Saving = { state: 'idle' } | { state: 'saving' } | { state: 'saved'; at: string } | { state: 'unsaved'; reason: string | null };

type Change = Partial<Written> | ((before: Written) => Partial<Written>);

const pauseMs = 1200;

/**
 * A form that keeps itself: at once in this tab, and with the city when the writer pauses. `keep` is off for a proposal that
 * is public already, whose words change only when they are sent.
 */
export function useDraft(id: string, start: Written, { processId, keep }: { processId: string | null; keep: boolean }) {
  const [written, setWritten, forget] = useKept<Written>(`proposal:${id}`, start);
  const [save] = useAct(SaveDraftDocument);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const saved = useRef(JSON.stringify(start));

  const saveNow = useCallback(async (): Promise<boolean> => {
    const text = JSON.stringify(written);
    if (!keep || text === saved.current) return true;
    setSaving({ state: 'saving' });
    const answer = (await save({ id, input: inputOf(written, processId) }))?.saveDraft;
    const isSaved = answer?.__typename === 'DraftSaved';
    if (isSaved) saved.current = text;
    setSaving(isSaved ? { state: 'saved', at: answer.savedAt } : { state: 'unsaved', reason: answer && 'reason' in answer ? answer.reason : null });
    return isSaved;
  }, [id, keep, processId, save, written]);

  useEffect(() => {
    const timer = setTimeout(() => void saveNow(), pauseMs);
    return () => clearTimeout(timer);
  }, [saveNow]);

  // A picture or the name of a street comes a while after it was asked for: it joins what is typed by then.
  const change = (part: Change) => setWritten((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
  return { written, change, saving, saveNow, forget };
}
