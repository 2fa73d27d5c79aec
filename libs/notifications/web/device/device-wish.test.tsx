import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/notifications/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeviceWish } from './device-wish';
import { nameOf } from './name-of';

const key = 'BKey';
const endpoint = 'https://push.example/mine';
const phone = { id: 'phone', name: 'Firefox, Android', addedAt: '2026-05-04T08:00:00Z' };

/** The browser of a person, as far as it goes for notices. */
function aBrowser({ permission = 'default', answers = 'granted' as NotificationPermission, hasOther = false } = {}) {
  const options = { applicationServerKey: Uint8Array.from(atob('BKey'), (letter) => letter.charCodeAt(0)).buffer };
  const unsubscribe = vi.fn(() => Promise.resolve(true));
  const mine = { endpoint, options, unsubscribe, toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }) };
  let current: object | null = hasOther ? { ...mine, options: { applicationServerKey: new ArrayBuffer(3) } } : null;
  const subscribe = vi.fn(() => Promise.resolve((current = mine)));
  const worker = { pushManager: { getSubscription: () => Promise.resolve(current), subscribe } };
  const register = vi.fn(() => Promise.resolve(worker));
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0', maxTouchPoints: 0, onLine: true, language: 'el', serviceWorker: { register, ready: Promise.resolve(worker), getRegistration: () => Promise.resolve(worker) } });
  vi.stubGlobal('PushManager', {});
  const requestPermission = vi.fn(() => Promise.resolve(answers));
  vi.stubGlobal('Notification', { permission, requestPermission });
  return { subscribe, unsubscribe, requestPermission };
}

function aCity({ items = [] as (typeof phone)[], added = { __typename: 'DeviceAdded' } as object, reached = true } = {}) {
  const sent: { operation: string; variables: Record<string, unknown> }[] = [];
  const now = { items, kinds: ['own', 'followed', 'news'] };
  const answer = async (operation: string, variables: Record<string, unknown>): Promise<unknown> => {
    if (operation === 'Devices') return { devices: { key, ...now } };
    sent.push({ operation, variables });
    if (operation === 'AddDevice') {
      const id = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))).toString('base64url');
      if ('__typename' in added && added.__typename === 'DeviceAdded') now.items = [...now.items, { ...phone, id, name: 'Firefox, Linux' }];
      return { addDevice: { device: { id }, ...added } };
    }
    if (operation === 'SetPushKinds') return { setPushKinds: { kinds: (now.kinds = variables['kinds'] as string[]) } };
    if (operation === 'TryDevice') {
      if (!reached) now.items = [];
      return { tryDevice: { __typename: 'DeviceTried', reached } };
    }
    now.items = now.items.filter(({ id }) => id !== variables['id']);
    return { removeDevice: { __typename: 'DeviceRemoved' } };
  };
  render(<Stage words={{ ui, notifications: el }} answer={answer}><DeviceWish /></Stage>);
  return { sent };
}

const wish = () => screen.findByRole<HTMLInputElement>('checkbox', { name: el.push.wish });

afterEach(() => vi.unstubAllGlobals());

describe('a citizen who wants notices on this device', () => {
  it('is asked by the browser when they press, and not before; then it stands in the list as this one', async () => {
    const { requestPermission, subscribe } = aBrowser();
    const { sent } = aCity();
    expect((await wish()).checked).toBe(false);
    expect(requestPermission).not.toHaveBeenCalled();
    await userEvent.click(await wish());
    expect(await screen.findByText(el.push.this)).toBeTruthy();
    expect((await wish()).checked).toBe(true);
    expect(subscribe).toHaveBeenCalledExactlyOnceWith({ userVisibleOnly: true, applicationServerKey: Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)) });
    expect(sent).toEqual([{ operation: 'AddDevice', variables: { input: { endpoint, p256dh: 'p', auth: 'a', name: 'Firefox, Linux' } } }]);
  });

  it('takes it off: the city forgets the browser, and the browser the city', async () => {
    const { unsubscribe } = aBrowser();
    const { sent } = aCity();
    await userEvent.click(await wish());
    await screen.findByText(el.push.this);
    await userEvent.click(await wish());
    await waitFor(() => expect(unsubscribe).toHaveBeenCalledOnce());
    expect((await wish()).checked).toBe(false);
    expect(sent.map(({ operation }) => operation)).toEqual(['AddDevice', 'RemoveDevice']);
  });

  it('gives up what the browser had of a city with another key', async () => {
    const { unsubscribe, subscribe } = aBrowser({ hasOther: true });
    aCity();
    await userEvent.click(await wish());
    await screen.findByText(el.push.this);
    expect(unsubscribe.mock.invocationCallOrder[0]).toBeLessThan(subscribe.mock.invocationCallOrder[0] ?? 0);
  });

  it('reads why nothing came of it', async () => {
    aBrowser({ answers: 'default' });
    const { sent } = aCity();
    await userEvent.click(await wish());
    expect(await screen.findByText(el.push.dismissed)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it.each([['NotAllowed', el.push.full], ['TooMany', el.push.tooMany], ['Invalid', el.push.failed]])('reads what %s means', async (__typename, words) => {
    aBrowser();
    aCity({ added: { __typename } });
    await userEvent.click(await wish());
    expect(await screen.findByText(words)).toBeTruthy();
    expect((await wish()).checked).toBe(false);
  });

  it('is not asked again where they refused, and reads how to change that', async () => {
    aBrowser({ permission: 'denied' });
    aCity();
    expect(await screen.findByText(el.push.refused)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1', 5, el.push.homeScreen],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari/605.1.15', 5, el.push.homeScreen],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/15.0 Safari/605.1.15', 0, el.push.unsupported],
  ])('reads what to do where the browser has none: %s', async (userAgent, maxTouchPoints, words) => {
    vi.stubGlobal('navigator', { userAgent, maxTouchPoints, onLine: true, language: 'el' });
    aCity();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('chooses which notices come, and what they took off stays off', async () => {
    aBrowser();
    const { sent } = aCity({ items: [phone] });
    await userEvent.click(await screen.findByRole('checkbox', { name: el.push.kind.followed }));
    await waitFor(() => expect(sent).toEqual([{ operation: 'SetPushKinds', variables: { kinds: ['own', 'news'] } }]));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox', { name: el.push.kind.followed }).checked).toBe(false));
  });

  it('tries a device that is elsewhere, and stops it there', async () => {
    aBrowser();
    const { sent } = aCity({ items: [phone] });
    const list = await screen.findByRole('list', { name: el.push.devices });
    expect(within(list).queryByText(el.push.this)).toBeNull();
    await userEvent.click(within(list).getByRole('button', { name: `${el.push.try}: ${phone.name}` }));
    expect(await screen.findByText(el.push.triedYes)).toBeTruthy();
    await userEvent.click(within(list).getByRole('button', { name: `${el.push.stop}: ${phone.name}` }));
    await waitFor(() => expect(screen.queryByRole('list', { name: el.push.devices })).toBeNull());
    expect(sent.map(({ operation, variables }) => [operation, variables['id']])).toEqual([['TryDevice', 'phone'], ['RemoveDevice', 'phone']]);
  });
});

it('calls a browser by what it is and not by what it says it is like', () => {
  expect([
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Something else',
  ].map(nameOf)).toEqual(['Chrome, Android', 'Edge, Windows', 'Safari, iPhone', '?']);
});
