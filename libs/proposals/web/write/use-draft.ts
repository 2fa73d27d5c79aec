import { useAct, useKept } from '@isegoria/ui/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type KeptDraft, SaveDraftDocument, type ShownProposal } from '../documents';
import { blank, inputOf, type Written, writtenOf } from './written';

/** How saving went. `overtaken`: the draft was changed on another page meanwhile, `by` what stands now; only the writer can say which of the two they mean. */
export type Saving =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; at: string }
  | { state: 'unsaved'; reason: string | null }
  | { state: 'overtaken'; by: KeptDraft };

type Change = Partial<Written> | ((before: Written) => Partial<Written>);

/** The version that stood before the writer's eyes, and the name of the one that is saved next: the same until an answer comes. */
interface Version {
  after: string | null;
  name: string;
}

const pauseMs = 1200;

/**
 * A form that keeps itself: at once in this tab, and with the city when the writer pauses. `keep` is off for a proposal that
 * is public already, whose words change only when they are sent. What was written on another page or device meanwhile is not
 * written over: which version a text follows is kept with the text, through a reload too.
 */
export function useDraft(id: string, proposal: ShownProposal | null, { processId, keep, begun = blank }: { processId: string | null; keep: boolean; begun?: Written }) {
  const start = proposal ? writtenOf(proposal) : begun;
  const [{ written, version }, setKept, forgetKept] = useKept<{ written: Written; version: Version }>(`draft:${id}`, { written: start, version: following(proposal?.draftVersion) });
  const [save] = useAct(SaveDraftDocument);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const saved = useRef(JSON.stringify(start));
  const current = useRef(version);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  // Sent or deleted: an answer that comes until the page has turned keeps nothing any more, and a pause saves nothing.
  const isOver = useRef(false);

  const follow = useCallback(
    (after: string | null) => {
      current.current = following(after);
      if (!isOver.current) setKept((before) => ({ ...before, version: current.current }));
    },
    [setKept],
  );
  const attempt = useCallback(async (): Promise<boolean> => {
    if (!keep || isOver.current) return true;
    setSaving({ state: 'saving' });
    const { name, after } = current.current;
    const answer = (await save({ id, input: inputOf(written, processId), version: { name, after } }))?.saveDraft;
    if (answer?.__typename === 'DraftOvertaken') setSaving({ state: 'overtaken', by: answer.proposal });
    else if (answer?.__typename !== 'DraftSaved') setSaving({ state: 'unsaved', reason: answer && 'reason' in answer ? answer.reason : null });
    else {
      saved.current = JSON.stringify(written);
      follow(name);
      setSaving({ state: 'saved', at: answer.savedAt });
      return true;
    }
    return false;
  }, [id, keep, processId, save, follow, written]);

  /** Saves now, one save after the other: also where nothing was typed, so that what is sent next is what stands here. */
  const saveNow = useCallback((): Promise<boolean> => {
    const saves = last.current.then(attempt);
    last.current = saves;
    return saves;
  }, [attempt]);

  const isOvertaken = saving.state === 'overtaken';
  useEffect(() => {
    if (isOvertaken) return undefined;
    const timer = setTimeout(() => JSON.stringify(written) !== saved.current && void saveNow(), pauseMs);
    return () => clearTimeout(timer);
  }, [isOvertaken, saveNow, written]);

  // A picture or the name of a street comes a while after it was asked for: it joins what is typed by then.
  const change = (part: Change) => setKept((before) => ({ ...before, written: { ...before.written, ...(typeof part === 'function' ? part(before.written) : part) } }));

  const forget = () => {
    isOver.current = true;
    forgetKept();
  };
  /** What stands with the city takes the place of what is written here. */
  const takeTheirs = (by: KeptDraft) => {
    saved.current = JSON.stringify(writtenOf(by));
    follow(by.draftVersion);
    change(writtenOf(by));
    setSaving({ state: 'idle' });
  };
  /** What is written here follows what stands with the city, and is saved over it. */
  const keepMine = (by: KeptDraft) => {
    follow(by.draftVersion);
    void saveNow();
  };
  return { written, change, saving, saveNow, forget, takeTheirs, keepMine };
}

function following(after: string | null | undefined): Version {
  return { after: after ?? null, name: crypto.randomUUID() };
}
