/**
 * `widgets.js`: one script on the municipal site, two elements. Each is only a frame with a page of the platform in it. The frame
 * stands in a sandbox without an origin of its own: it cannot read the page around it, it carries no citizen's
 * session, and the page around it cannot reach in. All that comes out is a height; all that acts opens the platform itself.
 */
import type { HeightMessage } from './height';

const script = document.currentScript;
const platform = script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : location.origin;
const [least, most] = [120, 2000];

/** An element that shows one thing of the platform; `lang` of the page around it chooses the language. */
class Widget extends HTMLElement {
  static observedAttributes = ['id', 'lang'];
  protected folder = '';
  private frame: HTMLIFrameElement | null = null;

  connectedCallback(): void {
    this.frame ??= this.appendChild(emptyFrame());
    this.show();
    addEventListener('message', this.grow);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.grow);
  }

  attributeChangedCallback(): void {
    this.show();
  }

  private show(): void {
    if (!this.frame || !this.id) return;
    const lang = this.closest('[lang]')?.getAttribute('lang')?.startsWith('en') ? 'en' : 'el';
    const query = new URLSearchParams({ lang, return: location.origin + location.pathname + location.search });
    const address = `${platform}/embed/${this.folder}/${encodeURIComponent(this.id)}?${query.toString()}`;
    if (this.frame.src === address) return;
    this.frame.title = lang === 'en' ? 'Isegoria' : 'Ισηγορία';
    this.frame.src = address;
  }

  /** A frame in a sandbox speaks from no origin ("null"), so it is known by its window; and only a sane height is taken from it. */
  private readonly grow = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (!this.frame || source !== this.frame.contentWindow || origin !== 'null') return;
    const height = Number((data as Partial<HeightMessage> | null)?.isegoriaHeight);
    if (height > 0) this.frame.style.height = `${Math.min(Math.max(Math.ceil(height), least), most)}px`;
  };
}

function emptyFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  // Popups may leave the sandbox: the page where the citizen confirms is the platform's own, with its session.
  frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  frame.setAttribute('loading', 'lazy');
  frame.referrerPolicy = 'no-referrer';
  frame.allow = '';
  Object.assign(frame.style, { display: 'block', width: '100%', height: '240px', border: '0', colorScheme: 'normal' });
  return frame;
}

function define(name: string, folder: string): void {
  if (customElements.get(name)) return;
  customElements.define(name, class extends Widget {
    protected override folder = folder;
  });
}

define('isegoria-proposal', 'proposals');
define('isegoria-decision', 'decisions');
