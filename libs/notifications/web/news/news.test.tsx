import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/notifications/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { describe, expect, it } from 'vitest';
import AccountPart from './account-part';
import HomeOffer from './home-offer';
import { Component as MyNewsPage } from './my-news-page';
import { PartLinks } from './part-links';

const proposals = { activity: { group: 'Προτάσεις', published: 'Νέα πρόταση: «{{title}}»' } };
const words = { ui, identity, notifications: el, proposals };
const me = (districtId: string | null) => ({ id: 'maria', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId, locale: 'el', confirmed: true, hasPassword: true });
const kentro = { id: 'f', about: { kind: 'district', id: 'kentro' }, title: { el: 'Κέντρο', en: 'Centre' }, path: '/news/district/kentro' };
const water = { id: 'g', about: { kind: 'category', id: 'water' }, title: { el: 'Νερό', en: 'Water' }, path: '/news/category/water' };
const shade = { id: 'a', name: 'proposals.published', title: { el: 'Σκιά', en: 'Σκιά' }, path: '/proposals/shade', at: '2026-05-04T08:00:00Z', params: [{ name: 'title', text: 'Σκιά', number: null, localized: null }] };
const other = { ...shade, id: 'b', name: 'elsewhere.done', title: { el: 'Κάτι άλλο', en: 'Something else' }, path: '/elsewhere' };

interface Asked {
  operation: string;
  variables: Record<string, unknown>;
}

function aCity({ districtId = 'kentro' as string | null, follows = [kentro, water], news = [shade, other] } = {}) {
  const asked: Asked[] = [];
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    asked.push({ operation, variables });
    if (operation === 'Me') return { me: me(districtId) };
    if (operation === 'FollowedParts') return { followedParts: follows };
    if (operation === 'DigestWishes') return { digestWishes: { rhythm: 'weekly', nextAt: '2026-05-11T05:00:00Z' } };
    if (operation === 'SetDigestRhythm') return { setDigestRhythm: { rhythm: variables['rhythm'], nextAt: null } };
    if (operation === 'IsFollowing') return { isFollowing: false };
    if (operation === 'Follow') return { follow: { __typename: 'FollowState' } };
    return { myNews: { items: news, next: null, total: news.length } };
  };
  return { asked, answer, sent: (operation: string) => asked.filter((one) => one.operation === operation).map(({ variables }) => variables) };
}

describe('a citizen’s news', () => {
  it('stand by their sort, in the words of who told them, and by their title where there are none', async () => {
    const { answer } = aCity();
    render(<Stage words={words} answer={answer}><MyNewsPage /></Stage>);
    const group = await screen.findByRole('list', { name: 'Προτάσεις' });
    expect(within(group).getByRole('link', { name: 'Νέα πρόταση: «Σκιά»' }).getAttribute('href')).toBe('/proposals/shade');
    expect(within(screen.getByRole('list', { name: el.news.other })).getByRole('link', { name: 'Κάτι άλλο' })).toBeTruthy();
  });

  it('are narrowed to one neighbourhood', async () => {
    const { answer, sent } = aCity();
    render(<Stage words={words} answer={answer}><MyNewsPage /></Stage>);
    await userEvent.selectOptions(await screen.findByLabelText(el.news.part), 'Νερό');
    await expect.poll(() => sent('MyNews').at(-1)?.['part']).toEqual({ kind: 'category', id: 'water' });
  });

  it('say how to begin where nothing is followed, and that nothing is new where nothing is', async () => {
    const nothing = aCity({ follows: [] });
    const { unmount } = render(<Stage words={words} answer={nothing.answer}><MyNewsPage /></Stage>);
    expect(await screen.findByText(el.news.noParts)).toBeTruthy();
    unmount();
    const quiet = aCity({ news: [] });
    render(<Stage words={words} answer={quiet.answer}><MyNewsPage /></Stage>);
    expect(await screen.findByText(el.news.noneMine)).toBeTruthy();
  });
});

describe('following a neighbourhood', () => {
  it('is offered on a list that is narrowed to it, beside its news and its feed, and on no other', async () => {
    const { answer, sent } = aCity();
    const { unmount } = render(<Stage words={words} answer={answer}><PartLinks district="kentro" category="water" /></Stage>);
    expect(screen.getByRole('link', { name: el.news.see_district }).getAttribute('href')).toBe('/news/district/kentro');
    expect(screen.getAllByRole('link', { name: /^Atom/ }).map((link) => link.getAttribute('href'))).toEqual(['/feeds/districts/kentro.atom', '/feeds/categories/water.atom']);
    const press = await screen.findByRole('button', { name: el.follow.category.follow });
    await expect.poll(() => sent('IsFollowing')).toHaveLength(2);
    await userEvent.click(press);
    expect(await screen.findByRole('button', { name: el.follow.category.following })).toBeTruthy();
    expect(sent('Follow')).toEqual([{ subject: { kind: 'category', id: 'water' } }]);
    unmount();
    render(<Stage words={words} answer={answer}><PartLinks district={null} /></Stage>);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is offered to who confirmed an address and said where they live, and never done for them', async () => {
    const { answer, sent } = aCity();
    const { unmount } = render(<Stage words={words} answer={answer}><HomeOffer /></Stage>);
    expect(await screen.findByRole('button', { name: el.follow.district.follow })).toBeTruthy();
    expect(sent('Follow')).toEqual([]);
    unmount();
    const homeless = aCity({ districtId: null });
    render(<Stage words={words} answer={homeless.answer}><HomeOffer /></Stage>);
    await expect.poll(() => homeless.sent('Me')).toHaveLength(1);
    expect(screen.queryByText(el.offer.title)).toBeNull();
  });

  it('is kept in the account, with how often, which is changed by one press', async () => {
    const { answer, sent } = aCity();
    render(<Stage words={words} answer={answer}><AccountPart /></Stage>);
    expect((await screen.findByRole('link', { name: 'Νερό' })).getAttribute('href')).toBe('/news/category/water');
    const weekly = await screen.findByRole<HTMLInputElement>('radio', { name: el.rhythm.weekly });
    expect(weekly.checked).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: el.rhythm.daily }));
    await expect.poll(() => sent('SetDigestRhythm')).toEqual([{ rhythm: 'daily' }]);
  });
});
