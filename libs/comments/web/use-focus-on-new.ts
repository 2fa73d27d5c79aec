import { useEffect, useRef } from 'react';
import type { ShownComment } from './documents';

/**
 * The button for more may go once it is pressed, and the focus with it. Answers what to call when it is pressed: the focus then
 * moves to the first of those that come, which stands where the button was.
 */
export function useFocusOnNew(shown: readonly ShownComment[]): () => void {
  const from = useRef<number | null>(null);
  useEffect(() => {
    const first = from.current === null ? undefined : shown[from.current];
    if (!first) return;
    from.current = null;
    document.getElementById(`comment-${first.id}`)?.focus({ preventScroll: true });
  });
  return () => void (from.current = shown.length);
}
