import { render, screen, waitFor } from '@testing-library/react';
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
