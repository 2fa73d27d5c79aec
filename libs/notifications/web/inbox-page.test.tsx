import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/notifications/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { Component as FollowingPage } from './following-page';
import { InboxBell } from './inbox-bell';
import { Component as InboxPage } from './inbox-page';

const noDevices = { devices: { key: '', kinds: ['own', 'followed', 'news'], items: [] } };
const me = { id: 'maria', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const digestWishes = { rhythm: 'weekly', nextAt: null };

it('one notice that comes while the inbox is open is one on the bell', async () => {
  let say: (name: string, payload: unknown) => void = () => undefined;
  liveOver(
    new LiveLine(() =>
      Promise.resolve({
        onOpen: () => undefined,
        onDelta: (hear) => {
          let version = 0;
          say = (name, payload) => hear({ room: 'citizen:maria', version: ++version, name, payload });
        },
        watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }),
        unwatch: () => undefined,
        isOpen: () => true,
      }),
    ),
  );
  const answer = (operation: string): unknown => {
    if (operation === 'Me') return { me };
    if (operation === 'Devices') return noDevices;
    return operation === 'UnreadNotices' ? { unreadNotices: 0 } : { inbox: { items: [], next: null, total: 0 }, mailWishes: { mail: true } };
  };
  render(<Stage words={{ ui, identity, notifications: el }} answer={answer}><InboxBell /><InboxPage /></Stage>);
  await screen.findByText(el.inbox.empty);
  expect(screen.getByRole('link', { name: el.bell.none })).toBeTruthy();
  act(() => say('notice', { id: 'n' }));
  expect(await screen.findByRole('link', { name: new RegExp(`^${el.bell.none} 1 `) })).toBeTruthy();
});

it('what one follows is left from its list, stays in sight, and is taken back by the same button', async () => {
  const sent: string[] = [];
  const items = [{ id: 'f', about: { kind: 'proposal', id: 'skiastra' }, title: { el: 'Σκίαστρα στην πλατεία', en: 'Σκίαστρα στην πλατεία' }, path: '/proposals/skiastra', because: 'support' }];
  const answer = (operation: string): unknown => {
    if (operation === 'Me') return { me };
    if (operation === 'Following') return { following: { items, next: null, total: 1 } };
    if (operation === 'DigestWishes') return { digestWishes };
    sent.push(operation);
    return { [operation.toLowerCase()]: { __typename: 'FollowState' } };
  };
  render(<Stage words={{ ui, identity, notifications: el }} answer={answer}><FollowingPage /></Stage>);
  expect((await screen.findByRole('link', { name: 'Σκίαστρα στην πλατεία' })).getAttribute('href')).toBe('/proposals/skiastra');
  expect(screen.getByText(el.following.because.support)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: `${el.following.stop}: Σκίαστρα στην πλατεία` }));
  await userEvent.click(await screen.findByRole('button', { name: `${el.follow.follow}: Σκίαστρα στην πλατεία` }));
  expect(await screen.findByRole('button', { name: new RegExp(el.following.stop) })).toBeTruthy();
  expect(sent).toEqual(['Unfollow', 'Follow']);
});

it('what the municipality keeps in both languages is called in the reader’s', async () => {
  const title = { el: 'Το λιμάνι', en: 'The harbour' };
  const items = [{ id: 'f', about: { kind: 'process', id: 'harbour' }, title, path: '/processes/harbour', because: 'asked' }];
  const notices = [{ id: 'n', name: 'processes.opened', params: [], title, path: '/processes/harbour', at: '2026-05-01T08:00:00Z', isRead: true }];
  const answer = (operation: string): unknown => {
    if (operation === 'Me') return { me };
    if (operation === 'Following') return { following: { items, next: null, total: 1 } };
    if (operation === 'Devices') return noDevices;
    if (operation === 'DigestWishes') return { digestWishes };
    return operation === 'UnreadNotices' ? { unreadNotices: 0 } : { inbox: { items: notices, next: null, total: 1 }, mailWishes: { mail: true } };
  };
  render(<Stage words={{ ui, identity, notifications: el }} locale="en" answer={answer}><FollowingPage /><InboxPage /></Stage>);
  expect(await screen.findByRole('button', { name: `${el.following.stop}: The harbour` })).toBeTruthy();
  expect(await screen.findAllByRole('link', { name: 'The harbour' })).toHaveLength(2);
});
