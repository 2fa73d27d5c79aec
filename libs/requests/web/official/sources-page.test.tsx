import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/requests/contracts';
import { el as identity } from '@isegoria/identity/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { Component } from './sources-page';

const admin = { id: 'a', name: 'Διαχείριση', roles: ['citizen', 'administrator'], confirmed: true };
const app = { id: 's', name: 'Εφαρμογή της ΔΕΥΑ', createdAt: '2026-05-01T09:00:00Z', lastUsedAt: null, isRevoked: false, requests: 12 };

function stage(answers: Record<string, unknown>, sent: string[] = []) {
  const answer = (operation: string) => {
    sent.push(operation);
    const said = answers[operation];
    return (typeof said === 'function' ? (said as () => object)() : said) ?? {};
  };
  return render(<Stage words={{ requests: el, identity, ui }} answer={answer as (operation: string) => object}><Component /></Stage>);
}

it('a key is shown once, and is gone from the page when it is revoked', async () => {
  let sources = [] as object[];
  const made = { __typename: 'RequestSourceMade', key: 'o311_secret', source: { id: 's', name: app.name } };
  stage({
    Me: { me: admin },
    RequestSources: () => ({ requestSources: sources }),
    MakeRequestSource: () => ((sources = [app]), { makeRequestSource: made }),
    RevokeRequestSource: () => ((sources = [{ ...app, isRevoked: true }]), { revokeRequestSource: { __typename: 'RequestSourceRevoked', source: { id: 's' } } }),
  });
  expect(await screen.findByText(el.sources.none)).toBeDefined();
  await userEvent.type(screen.getByRole('textbox', { name: new RegExp(el.sources.name) }), app.name);
  await userEvent.click(screen.getByRole('button', { name: el.sources.make }));
  expect(await screen.findByText('o311_secret')).toBeDefined();
  await userEvent.click(await screen.findByRole('button', { name: `Ανάκληση του κλειδιού: ${app.name}` }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: el.sources.revokeYes }));
  expect(await screen.findByText(el.sources.isRevoked)).toBeDefined();
  await waitFor(() => expect(screen.queryByText('o311_secret')).toBeNull());
});

it('whoever leaves the name empty is told so, and nothing is sent', async () => {
  const sent: string[] = [];
  stage({ Me: { me: admin }, RequestSources: { requestSources: [app] } }, sent);
  expect(await screen.findByText(/12 αιτήματα/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: el.sources.make }));
  expect((await screen.findAllByText(el.problem.name.required)).length).toBeGreaterThan(0);
  expect(sent).not.toContain('MakeRequestSource');
});

it('the page is not there for a citizen', async () => {
  const sent: string[] = [];
  stage({ Me: { me: { ...admin, roles: ['citizen'] } } }, sent);
  await waitFor(() => expect(sent).toContain('Me'));
  expect(screen.queryByText(el.sources.title)).toBeNull();
  expect(sent).not.toContain('RequestSources');
});
