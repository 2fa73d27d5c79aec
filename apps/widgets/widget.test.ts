import type { Card } from '@isegoria/widgets/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pauses } from './feed';
import { newWidget } from './widget';

const platform = 'https://city.example';

function aCard(more: Partial<Card> = {}): Card {
  return {
    kind: 'proposal', locale: 'el', label: 'Πρόταση κατοίκου', title: '<img src=x onerror=alert(1)> Σκιά', titleLang: 'el', href: `${platform}/proposals/01J`, lead: '', figures: [{ value: '412', label: 'στηρίζουν' }],
    bars: [{ label: 'Δίκαιη', form: 'scale', parts: [10, 20, 30, 25, 15], said: '40% θετικοί', spoken: 'Καθόλου 10%' }], items: [], act: { label: 'Στήριξέ την', href: `${platform}/act/proposal/01J?lang=el` }, way: null, check: null,
    source: { label: 'Ισηγορία', href: platform }, words: { opens: 'Ανοίγει', blocked: 'Δεν άνοιξε', openHere: 'Εδώ', waits: 'Συνέχισε', done: 'Έγινε', stale: 'Παλιά' }, ...more,
  };
}

let listeners: ((event: MessageEvent<unknown>) => void)[] = [];
const say = (event: Partial<MessageEvent<unknown>>) => {
  for (const hear of [...listeners]) hear({ isTrusted: true, ...event } as MessageEvent<unknown>);
};
const ask = vi.fn<(address: string, options?: RequestInit) => Promise<Response>>();
const answerWith = (card: Card) => ask.mockImplementation(() => Promise.resolve(new Response(JSON.stringify(card))));
const rest = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

// What the made-up browser lacks.
vi.stubGlobal('IntersectionObserver', class { observe() { return undefined; } disconnect() { return undefined; } });
vi.stubGlobal('CSSStyleSheet', class { replaceSync() { return undefined; } });
customElements.define('isegoria-proposal', newWidget('proposal', platform));

async function aWidget(attributes: Record<string, string> = { of: '01J' }): Promise<ShadowRoot> {
  const element = document.createElement('isegoria-proposal');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  // The page's own language, whatever another test of this process leaves on the document.
  const page = document.createElement('div');
  page.lang = 'el';
  page.append(element);
  document.body.append(page);
  await rest();
  if (!element.shadowRoot) throw new Error('It has no shadow.');
  return element.shadowRoot;
}

beforeEach(() => {
  vi.useFakeTimers();
  listeners = [];
  vi.spyOn(window, 'addEventListener').mockImplementation((name: string, hear: unknown) => void (name === 'message' && listeners.push(hear as (typeof listeners)[number])));
  vi.spyOn(window, 'removeEventListener').mockImplementation((name: string, hear: unknown) => void (listeners = listeners.filter((one) => name !== 'message' || one !== hear)));
  vi.stubGlobal('fetch', ask);
  answerWith(aCard());
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a widget on a foreign page', () => {
  it('draws no answer to what it is not asked for any more', async () => {
    let late = (_: Response): void => undefined;
    ask.mockImplementationOnce((_, { signal } = {}) => new Promise((resolve, reject) => {
      late = resolve;
      signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
    }));
    const shadow = await aWidget({ of: '01J', lang: 'el' });
    answerWith(aCard({ title: 'Shade' }));
    shadow.host.setAttribute('lang', 'en');
    await rest();
    late(new Response(JSON.stringify(aCard({ title: 'Σκιά' }))));
    await rest();
    expect(shadow.querySelector('h2')?.textContent).toBe('Shade');
  });

  it('draws its card, and text as text', async () => {
    const shadow = await aWidget();
    expect(shadow.querySelector('h2')?.textContent).toBe('<img src=x onerror=alert(1)> Σκιά');
    expect(shadow.querySelector('img')).toBeNull();
    expect(shadow.querySelector('dd')?.textContent).toBe('412');
    expect([...shadow.querySelectorAll('rect')].map((part) => part.getAttribute('x'))).toEqual(['0', '10', '30', '60', '85']);
    expect(ask.mock.calls[0]?.[0]).toBe(`${platform}/widgets/cards/proposal?of=01J&lang=el`);
  });

  it('changes a figure and leaves the button, so that the focus stays', async () => {
    const shadow = await aWidget();
    const button = shadow.querySelector('.act');
    answerWith(aCard({ figures: [{ value: '413', label: 'στηρίζουν' }] }));
    await rest(pauses.least);
    expect(shadow.querySelector('dd')?.textContent).toBe('413');
    expect(shadow.querySelector('.act')).toBe(button);
  });

  it('asks ever more seldom while nothing moves', async () => {
    await aWidget();
    await rest(120_000);
    const asked = ask.mock.calls.length;
    expect(asked).toBeLessThan(120_000 / pauses.least / 2);
    await rest(120_000);
    expect(ask.mock.calls.length - asked).toBe(120_000 / pauses.still);
  });

  it('leads to where one reports a problem by a mere link, which opens no window that would be told of this page', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    answerWith(aCard({ act: null, way: { label: 'Αναφορά προβλήματος', href: `${platform}/requests/new` } }));
    const link = (await aWidget()).querySelector<HTMLAnchorElement>('a.act');
    expect(link?.textContent).toBe('Αναφορά προβλήματος');
    expect(link?.href).toMatch(/^https:\/\/city\.example\/requests\/new/);
    const press = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    link?.dispatchEvent(press);
    expect([press.defaultPrevented, open.mock.calls.length]).toEqual([false, 0]);
  });

  it('speaks the page’s language, and takes the level of headline that the page has', async () => {
    const shadow = await aWidget({ of: '01J', lang: 'en-GB', level: '4' });
    expect(ask.mock.calls.at(-1)?.[0]).toContain('lang=en');
    expect(shadow.querySelector('h4')).not.toBeNull();
  });

  it('shows what the page put into it until a card is there, and says so where none comes', async () => {
    ask.mockImplementation(() => Promise.reject(new Error('away')));
    const shadow = await aWidget();
    expect(shadow.querySelector('slot')).not.toBeNull();
    expect(shadow.querySelector('[role=status]')?.textContent).toContain('Δεν φορτώθηκε');
    answerWith(aCard());
    await rest(pauses.failing);
    expect(shadow.querySelector('slot')).toBeNull();
    expect(shadow.querySelector('h2')).not.toBeNull();
  });

  it('keeps the last figures and says that they are old, where the platform stops answering', async () => {
    const shadow = await aWidget();
    ask.mockImplementation(() => Promise.resolve(new Response('<html>502', { status: 502 })));
    await rest(pauses.least);
    expect(shadow.querySelector('dd')?.textContent).toBe('412');
    expect(shadow.textContent).toContain('Παλιά');
  });
});

describe('a reader who acts', () => {
  const opened = { closed: false, focus: vi.fn(), postMessage: vi.fn() };
  let shadow: ShadowRoot;
  let state = '';
  const open = vi.fn((_address: URL): unknown => opened);
  const press = () => shadow.querySelector<HTMLElement>('.act')?.click();
  const said = () => shadow.querySelector('.said')?.textContent;
  const message = (isegoria: string, more: Partial<MessageEvent<unknown>> = {}, secret = state) => say({ origin: platform, source: opened as unknown as Window, data: { isegoria, state: secret, once: 'a'.repeat(32) }, ...more });

  beforeEach(async () => {
    opened.closed = false;
    opened.postMessage.mockClear();
    open.mockClear().mockImplementation(() => opened);
    vi.stubGlobal('open', open);
    shadow = await aWidget();
    press();
    state = open.mock.calls[0]?.[0].searchParams.get('state') ?? '';
  });

  it('does so in a window of the platform that is told who asks, and a secret', () => {
    const address = open.mock.calls[0]?.[0];
    expect(address?.origin).toBe(platform);
    expect(address?.searchParams.get('from')).toBe(location.origin);
    expect(state).toMatch(/^[0-9a-f]{32}$/);
    expect(said()).toBe('Συνέχισε');
  });

  it('is answered for, to the platform alone, and told when it is done', async () => {
    message('ready');
    expect(opened.postMessage).toHaveBeenCalledWith({ isegoria: 'opened', state, once: 'a'.repeat(32) }, platform);
    const asked = ask.mock.calls.length;
    message('done');
    expect(said()).toBe('Έγινε');
    await rest(600);
    expect(ask.mock.calls.length).toBe(asked + 1);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }, undefined],
    ['another window of the platform', { source: window }, undefined],
    ['a script of the page', { isTrusted: false }, undefined],
    ['a guessed secret', {}, 'f'.repeat(32)],
    ['a message with more than is known', { data: { isegoria: 'done' } }, undefined],
  ])('is not believed done because of %s', (_who, event, secret) => {
    message('done', event as Partial<MessageEvent<unknown>>, secret);
    expect(said()).toBe('Συνέχισε');
  });

  it('is done once: the same message again is nothing', async () => {
    message('done');
    expect(listeners).toEqual([]);
    opened.closed = true;
    press();
    expect(said()).toBe('Συνέχισε');
    message('done');
    expect(said()).toBe('Συνέχισε');
    await rest(1_000);
  });

  it('has one window, that comes to the front', () => {
    press();
    expect(open).toHaveBeenCalledTimes(1);
    expect(opened.focus).toHaveBeenCalled();
  });

  it('who closes the window is asked again', async () => {
    opened.closed = true;
    await rest(1_000);
    expect(said()).toBe('');
    expect(listeners).toEqual([]);
  });

  it('gets a link where the browser let no window open', () => {
    opened.closed = true;
    open.mockImplementation(() => null);
    press();
    expect(said()).toBe('Δεν άνοιξε');
    const link = [...shadow.querySelectorAll('a')].find(({ textContent }) => textContent === 'Εδώ');
    expect(link?.href).toBe(`${platform}/act/proposal/01J?lang=el`);
    expect(link?.rel).toBe('noopener');
  });
});
