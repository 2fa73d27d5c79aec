import { numberFormat } from '@isegoria/kernel/contracts';
import { type Card, thingQuery, type WidgetKind } from '@isegoria/widgets/contracts';
import { Acting } from './acting';
import { cardView, type ViewState } from './card-view';
import { draw, el } from './draw';
import { Feed, type Heard } from './feed';
import { checkLedger, type LedgerFinding } from './ledger-check';
import { widgetStyles } from './styles';

const failed = { el: 'Δεν φορτώθηκε. Η σελίδα θα ξαναδοκιμάσει.', en: 'It could not be loaded. The page will try again.' };
const missing = { el: 'Αυτό που έδειχνε η σελίδα δεν υπάρχει πια.', en: 'What this page showed is not there any more.' };

/** The element of one kind: it asks for its card, draws it in its shadow, and opens the window in which the citizen acts. */
export function newWidget(kind: WidgetKind, platform: string): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly observedAttributes = ['of', 'part', 'lang', 'level'];
    private readonly shadow = this.attachShadow({ mode: 'open' });
    private readonly acting = new Acting(platform);
    private readonly sight = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting }) => this.feed?.seen(isIntersecting)));
    private feed: Feed | null = null;
    private card: Card | null = null;
    private state: Pick<ViewState, 'said' | 'blockedHref' | 'isChecking' | 'isStale'> = { said: '', blockedHref: '', isChecking: false, isStale: false };

    connectedCallback(): void {
      this.shadow.adoptedStyleSheets = [widgetStyles()];
      this.shadow.addEventListener('click', this.press);
      // Until the card is here, and where none comes, what the page itself put into the element stands there.
      if (!this.card) draw(this.shadow, [el('slot', {}, '')]);
      this.sight.observe(this);
      this.follow();
    }

    disconnectedCallback(): void {
      this.feed?.stop();
      this.acting.leave();
      this.sight.disconnect();
    }

    attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
      if (this.isConnected && before !== now) this.follow();
    }

    private get locale(): 'el' | 'en' {
      return this.closest('[lang]')?.getAttribute('lang')?.startsWith('en') ? 'en' : 'el';
    }

    private follow(): void {
      this.feed?.stop();
      const query = thingQuery({ kind, of: this.getAttribute('of') ?? '', part: this.getAttribute('part') ?? '' });
      this.feed = new Feed(`${platform}/widgets/cards/${kind}?${query}${query && '&'}lang=${this.locale}`, (heard) => this.hear(heard));
      this.feed.start();
    }

    private hear(heard: Heard): void {
      if (heard === 'missing') return this.sayInstead(missing[this.locale]);
      if (heard === 'failed' && !this.card) return this.sayInstead(failed[this.locale]);
      if (heard !== 'failed') this.card = heard;
      this.show({ isStale: heard === 'failed' });
    }

    private sayInstead(sentence: string): void {
      this.card = null;
      draw(this.shadow, [el('slot', {}, ''), el('p', { class: 'small', role: 'status' }, sentence)]);
    }

    private show(change: Partial<typeof this.state>): void {
      this.state = { ...this.state, ...change };
      if (!this.card) return;
      const level = Math.min(Math.max(Math.trunc(Number(this.getAttribute('level'))) || 2, 2), 6);
      const here = /^https?:/.test(self.origin) ? self.origin + location.pathname + location.search : '';
      draw(this.shadow, cardView(this.card, { ...this.state, level, here }));
    }

    private readonly press = (event: Event): void => {
      const [target] = event.composedPath();
      if (!(target instanceof Element) || !this.card || !target.classList.contains('act')) return;
      if (this.card.check) return void this.check();
      const { act, words } = this.card;
      // In a frame without an origin nobody could answer: there it stays the link that it is.
      if (!act || self.origin === 'null') return;
      event.preventDefault();
      const isOpen = this.acting.open(act.href, (end) => {
        if (end === 'done') this.feed?.soon();
        this.show({ said: end === 'done' ? words.done : '', blockedHref: '' });
      });
      this.show(isOpen ? { said: words.waits, blockedHref: '' } : { said: words.blocked, blockedHref: act.href });
    };

    private async check(): Promise<void> {
      const check = this.card?.check;
      if (!check || this.state.isChecking) return;
      this.show({ isChecking: true, said: '' });
      const [key, size, root] = [this.getAttribute('key'), Number(this.getAttribute('size')), this.getAttribute('root')];
      const pin = key && root && size > 0 ? { key, size, root } : null;
      const finding = await checkLedger(check.files, pin);
      this.show({ isChecking: false, said: this.words(finding, check, pin?.size ?? 0) });
    }

    private words(finding: LedgerFinding, check: NonNullable<Card['check']>, before: number): string {
      if (finding.size === null) return check[finding.kind];
      const n = (value: number) => numberFormat(this.locale).format(value);
      return check[finding.kind].replaceAll('{{size}}', n(finding.size)).replaceAll('{{before}}', n(before));
    }
  };
}
