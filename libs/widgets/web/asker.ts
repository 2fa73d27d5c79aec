import { askingOrigin, isSecret, readMessage } from '@isegoria/widgets/contracts';

/** The page that opened this window, as far as it can be known. */
export interface Asker {
  /** Tells it once that the act is kept; nothing of who acted or what was chosen. */
  tellDone(): void;
  leave(): void;
}

/** After so many messages that are not the one that is waited for, nobody is listened to any more. */
const patience = 200;

/**
 * Meets the page that opened this window. It names itself in this window's address, and is believed only after it has answered, from that origin
 * and from the window that opened this one, with both secrets of `messages.ts`. A page that names another origin is never written to.
 */
export function meetAsker(opener: Window | null, search: URLSearchParams, onMet: (origin: string) => void): Asker {
  const origin = askingOrigin(search.get('from'));
  const state = search.get('state');
  if (!opener || !origin || !isSecret(state)) return { tellDone: () => undefined, leave: () => undefined };
  const once = crypto.randomUUID();
  let strangers = 0;
  let stands: 'waits' | 'met' | 'told' = 'waits';
  const leave = () => removeEventListener('message', hear);
  function hear({ isTrusted, source, origin: from, data }: MessageEvent<unknown>): void {
    const message = isTrusted && source === opener && from === origin ? readMessage(data) : null;
    if (message?.isegoria === 'opened' && message.state === state && message.once === once) {
      stands = 'met';
      leave();
      onMet(from);
    } else if (++strangers >= patience) leave();
  }
  addEventListener('message', hear);
  opener.postMessage({ isegoria: 'ready', state, once }, origin);
  return {
    leave,
    tellDone() {
      if (stands !== 'met') return;
      stands = 'told';
      opener.postMessage({ isegoria: 'done', state, once }, origin);
    },
  };
}
