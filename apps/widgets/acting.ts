import { readMessage } from '@isegoria/widgets/contracts';

/** What became of an act: the window says so, or it was closed. */
export type ActEnd = 'done' | 'closed';

interface Pending {
  /** Drawn for this one act, and good for one «done». */
  state: string;
  window: Window;
  end(end: ActEnd): void;
}

const size = 'popup,width=520,height=760';

/**
 * The page's end of an act. The act itself happens in a window of the platform, where the citizen is signed in by themselves; nothing of
 * who they are or what they chose comes back, only that it is done. See `messages.ts` for what is said and why it is believed.
 */
export class Acting {
  private pending: Pending | null = null;
  private watch: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly platform: string) {}

  /** Opens the window, or brings the one that is open to the front. False where the browser did not let it open. */
  open(href: string, end: (end: ActEnd) => void): boolean {
    if (this.pending && !this.pending.window.closed) {
      this.pending.window.focus();
      return true;
    }
    const state = newSecret();
    const address = new URL(href);
    address.search = new URLSearchParams({ ...Object.fromEntries(address.searchParams), state, from: self.origin }).toString();
    const opened = window.open(address, '_blank', size);
    if (!opened) return false;
    this.pending = { state, window: opened, end };
    addEventListener('message', this.hear);
    this.watch = setInterval(() => opened.closed && this.finish('closed'), 1_000);
    return true;
  }

  leave(): void {
    this.pending = null;
    clearInterval(this.watch);
    removeEventListener('message', this.hear);
  }

  private readonly hear = ({ isTrusted, origin, source, data }: MessageEvent<unknown>): void => {
    const { pending } = this;
    if (!pending || !isTrusted || origin !== this.platform || source !== pending.window) return;
    const message = readMessage(data);
    if (message?.state !== pending.state) return;
    if (message.isegoria === 'ready') pending.window.postMessage({ ...message, isegoria: 'opened' }, this.platform);
    if (message.isegoria === 'done') this.finish('done');
  };

  private finish(end: ActEnd): void {
    const { pending } = this;
    this.leave();
    pending?.end(end);
  }
}

/** 128 bits. (`randomUUID` is not there on a page without a secure connection, and a municipal site may be one.) */
function newSecret(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
