import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/developers/contracts';
import { el as identity } from '@isegoria/identity/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { Keys } from './keys';
import { Webhooks } from './webhooks';

const maria = { id: 'm', name: 'Μαρία', roles: ['citizen'], confirmed: false };
const refused = { __typename: 'NotAllowed', reason: 'unconfirmed' };

it('whoever wants a key or a webhook before the address is confirmed has the letter sent again right there', async () => {
  const answers: Record<string, object> = { Me: { me: maria }, MyApiKeys: { myApiKeys: [] }, MyWebhooks: { myWebhooks: [] }, CreateApiKey: { createApiKey: refused }, CreateWebhook: { createWebhook: refused } };
  render(<Stage words={{ developers: el, identity, ui }} answer={(operation) => answers[operation] ?? {}}><Keys /><Webhooks events={['proposal.published']} /></Stage>);
  await userEvent.type(await screen.findByRole('textbox', { name: new RegExp(el.field.name) }), 'Εφαρμογή');
  await userEvent.click(screen.getByRole('button', { name: el.keys.create }));
  expect(await screen.findAllByRole('button', { name: identity.account.resend })).toHaveLength(1);
  await userEvent.type(screen.getByRole('textbox', { name: new RegExp(el.field.url) }), 'https://example.org/hook');
  await userEvent.click(screen.getByRole('button', { name: el.hooks.create }));
  await waitFor(() => expect(screen.getAllByText(el.refused.unconfirmed)).toHaveLength(2));
  await waitFor(() => expect(screen.getAllByRole('button', { name: identity.account.resend })).toHaveLength(2));
});

it('one Enter ends neither a key nor a webhook: it is asked first, and then the focus stays in the part of the page', async () => {
  const ended: string[] = [];
  const key = { id: 'k', name: 'Χάρτης', start: 'isg_abcd', createdAt: null, lastUsedOn: null };
  const hook = { id: 'h', url: 'https://example.org/hook', events: [], pausedAt: null };
  const answer = (operation: string) => {
    if (operation === 'RevokeApiKey' || operation === 'RemoveWebhook') ended.push(operation);
    return { me: maria, myApiKeys: ended.includes('RevokeApiKey') ? [] : [key], myWebhooks: ended.includes('RemoveWebhook') ? [] : [hook], webhookDeliveries: { items: [] } };
  };
  render(<Stage words={{ developers: el, identity, ui }} answer={answer}><Keys /><Webhooks events={[]} /></Stage>);
  for (const [act, yes, empty] of [['Ανάκληση του κλειδιού «Χάρτης»', el.keys.revokeYes, el.keys.none], ['Αφαίρεση του https://example.org/hook', el.hooks.removeYes, el.hooks.none]] as const) {
    const before = [...ended];
    (await screen.findByRole('button', { name: act })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await userEvent.keyboard('{Escape}');
    expect(ended).toEqual(before);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: act })));
    await userEvent.keyboard('{Enter}');
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: yes }));
    expect(await screen.findByText(empty)).toBeDefined();
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  }
  expect(ended).toEqual(['RevokeApiKey', 'RemoveWebhook']);
});

it('what a webhook is told of is chosen by what it is about, or one thing at a time', async () => {
  const asked: unknown[] = [];
  const answer = (operation: string, variables: object) => {
    if (operation === 'CreateWebhook') asked.push(variables);
    return { me: maria, myWebhooks: [], createWebhook: { __typename: 'WebhookMade', secret: 'whsec_x' } };
  };
  render(<Stage words={{ developers: el, identity, ui }} answer={answer}><Webhooks events={['proposal.published', 'proposal.answered', 'comment.published']} /></Stage>);
  const proposals = await screen.findByRole<HTMLInputElement>('checkbox', { name: el.group.proposals });
  await userEvent.click(screen.getByRole('checkbox', { name: el.group.discussion }));
  await userEvent.click(screen.getByRole('button', { name: '2 από 2: διάλεξε ποια' }));
  await userEvent.click(screen.getByRole('checkbox', { name: el.event.proposal_published }));
  expect([proposals.checked, proposals.indeterminate]).toEqual([false, true]);
  await userEvent.type(screen.getByRole('textbox', { name: new RegExp(el.field.url) }), 'https://example.org/hook');
  await userEvent.click(screen.getByRole('button', { name: el.hooks.create }));
  await waitFor(() => expect(asked).toEqual([{ input: { url: 'https://example.org/hook', events: ['proposal.answered'] } }]));
  await userEvent.click(proposals);
  expect([proposals.checked, proposals.indeterminate]).toEqual([true, false]);
});
