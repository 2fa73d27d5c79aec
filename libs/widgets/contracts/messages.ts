/**
 * What the page with the widget and the acting window say to each other, by postMessage. Nobody else is believed: each side looks at
 * where a message comes from (origin and window) and at two secrets that hold for one act. `state` is drawn by the widget and travels in the
 * window's address; `once` is drawn by the window at each load and travels only to the origin that the address names.
 *
 *   window → page  ready   {state, once}   only the named origin is given it
 *   page → window  opened  {state, once}   proves that the named origin is who opened it
 *   window → page  done    {state, once}   the act is kept; ends it
 *
 * Nothing of these says who acted or what was chosen.
 */
export interface ActMessage {
  isegoria: 'ready' | 'opened' | 'done';
  state: string;
  once: string;
}

const secret = /^[\w-]{16,64}$/;

/** The message in what arrived; null where it is anything else. Reads no more than three fields, whatever was sent. */
export function readMessage(data: unknown): ActMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { isegoria, state, once } = data as Record<string, unknown>;
  const isKnown = isegoria === 'ready' || isegoria === 'opened' || isegoria === 'done';
  return isKnown && isSecret(state) && isSecret(once) ? { isegoria, state, once } : null;
}

export function isSecret(text: unknown): text is string {
  return typeof text === 'string' && secret.test(text);
}

/** The origin that an acting window's address names; null where it is none that could be answered. */
export function askingOrigin(text: string | null): string | null {
  if (!text || text.length > 300 || !URL.canParse(text)) return null;
  const { protocol, origin } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && origin === text ? origin : null;
}
