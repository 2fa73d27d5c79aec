import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asker, meetAsker } from './asker';

const host = 'https://www.dimos.example';
const state = '0123456789abcdef0123456789abcdef';

/** The page that opened the window, in the test's hand. */
function anOpener() {
  const sent: { message: { isegoria: string; state: string; once: string }; to: string }[] = [];
  const opener = { postMessage: (message: (typeof sent)[number]['message'], to: string) => void sent.push({ message, to }) } as unknown as Window;
  return { opener, sent };
}

/** As the browser brings it. What a script makes itself is not trusted, so the listener is reached by hand. */
let listeners: ((event: MessageEvent<unknown>) => void)[] = [];
const say = (event: Partial<MessageEvent<unknown>>) => {
  for (const hear of [...listeners]) hear({ isTrusted: true, ...event } as MessageEvent<unknown>);
};

beforeEach(() => {
  listeners = [];
  vi.spyOn(window, 'addEventListener').mockImplementation((name: string, hear: unknown) => void (name === 'message' && listeners.push(hear as (typeof listeners)[number])));
  vi.spyOn(window, 'removeEventListener').mockImplementation((name: string, hear: unknown) => void (listeners = listeners.filter((one) => name !== 'message' || one !== hear)));
});

describe('the window in which a citizen acts', () => {
  let met: string[];
  let asker: Asker;
  let page: ReturnType<typeof anOpener>;
  beforeEach(() => {
    met = [];
    page = anOpener();
    asker = meetAsker(page.opener, new URLSearchParams({ from: host, state }), (origin) => met.push(origin));
  });
  const answer = (more: Partial<MessageEvent<unknown>> = {}, data: Record<string, unknown> = {}) => say({ source: page.opener, origin: host, data: { isegoria: 'opened', state, once: page.sent[0]?.message.once, ...data }, ...more });

  it('speaks first, and to the named origin alone', () => {
    expect(page.sent).toEqual([{ to: host, message: { isegoria: 'ready', state, once: expect.any(String) as string } }]);
  });

  it('believes who answers from there with both secrets, and tells it once that the act is done, and nothing else', () => {
    answer();
    expect(met).toEqual([host]);
    asker.tellDone();
    asker.tellDone();
    expect(page.sent.slice(1)).toEqual([{ to: host, message: { isegoria: 'done', state, once: page.sent[0]?.message.once } }]);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }, {}],
    ['another window', { source: window }, {}],
    ['a script of this page', { isTrusted: false }, {}],
    ['a guessed state', {}, { state: 'f'.repeat(32) }],
    ['a secret of an earlier load', {}, { once: 'f'.repeat(32) }],
    ['another word', {}, { isegoria: 'done' }],
  ])('does not believe %s, and tells it nothing', (_who, event, data) => {
    answer(event as Partial<MessageEvent<unknown>>, data);
    asker.tellDone();
    expect(met).toEqual([]);
    expect(page.sent).toHaveLength(1);
  });

  it('stops listening to who only makes noise', () => {
    for (let said = 0; said < 200; said++) answer({}, { once: 'f'.repeat(32) });
    expect(listeners).toEqual([]);
    answer();
    expect(met).toEqual([]);
  });

  it('meets nobody where nobody opened it, or where the address names no origin', () => {
    const { opener, sent } = anOpener();
    for (const [who, from] of [[null, host], [opener, 'null'], [opener, `${host}/path`], [opener, 'javascript:alert(1)']] as const) meetAsker(who, new URLSearchParams({ from, state }), (origin) => met.push(origin)).tellDone();
    meetAsker(opener, new URLSearchParams({ from: host, state: 'short' }), (origin) => met.push(origin));
    expect(sent).toEqual([]);
    expect(met).toEqual([]);
  });
});
