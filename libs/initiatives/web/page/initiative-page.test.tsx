import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/initiatives/contracts';
import { Stage } from '@isegoria/ui/web';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, initiative, words } from '../an-initiative.builders';
import { Component as InitiativePage } from './initiative-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path={`/initiatives/${initiative.id}`} answer={city.answer}>
      <Routes>
        <Route path="initiatives/:id" element={<InitiativePage />} />
      </Routes>
    </Stage>,
  );
const form = () => screen.findByRole('form', { name: el.sign.title });

describe('whoever opens an initiative that collects signatures', () => {
  beforeEach(() => sessionStorage.clear());

  it('reads how many signed, on paper too, and of how many electors the needed number is a share', async () => {
    show(aCity());
    expect(await screen.findByText('Λείπουν 3.411 υπογραφές.', { exact: false })).toBeDefined();
    expect(screen.getByText(/10 % των 41\.230 εκλογέων = 4\.123/)).toBeDefined();
    expect(screen.getByText(/^700 εδώ και 12 σε χαρτί/)).toBeDefined();
    expect(screen.getByText(initiative.digest)).toBeDefined();
  });

  it('as a visitor is told kindly how to become somebody who may sign, and that they come back to this place', async () => {
    show(aCity({ Me: () => ({ me: null }) }));
    expect(await screen.findByText(el.who.sign_in.title)).toBeDefined();
    expect(await screen.findByRole('button', { name: 'Με κωδικούς Taxisnet' })).toBeDefined();
    expect(screen.getByText(identity.verify.back)).toBeDefined();
    expect(screen.getByText(el.who.paper)).toBeDefined();
    expect(screen.queryByRole('form', { name: el.sign.title })).toBeNull();
  });

  it('as somebody whom no register knows is told why, before they fill anything in', async () => {
    show(aCity({ MayISign: () => ({ votingRight: { ballotId: initiative.ballotId, mayVote: false, reason: 'verified' } }) }));
    expect(await screen.findByText(el.who.verified.title)).toBeDefined();
    expect(screen.queryByRole('form', { name: el.sign.title })).toBeNull();
  });

  it('signs the text that they read, with their full name, once they have ticked that they do', async () => {
    const city = aCity();
    show(city);
    const sheet = within(await form());
    await userEvent.click(sheet.getByRole('button', { name: el.sign.act }));
    expect(await sheet.findAllByText(new RegExp(el.problem.agrees.required))).not.toHaveLength(0);
    expect(city.sent('SignInitiative')).toEqual([]);
    await userEvent.click(sheet.getByLabelText(el.field.agrees));
    await userEvent.dblClick(sheet.getByRole('button', { name: el.sign.act }));
    expect(await screen.findByText(el.sign.thanks)).toBeDefined();
    expect(city.sent('SignInitiative')).toEqual([{ input: { initiativeId: initiative.id, digest: initiative.digest, fullName: 'Μαρία Γεωργίου', showsName: false, nonce: expect.any(String) } }]);
  });

  it('whose press got lost sends the same press again', async () => {
    let tries = 0;
    const city = aCity({ SignInitiative: () => ({ signInitiative: (tries += 1) > 1 ? { __typename: 'VoteCast', ballotId: initiative.ballotId, leaf: '{}', promise: { leafHash: 'h', index: 1, size: 2, path: [], note: 'n' } } : { __typename: 'NotKept' } }) });
    show(city);
    const sheet = within(await form());
    await userEvent.click(sheet.getByLabelText(el.field.agrees));
    await userEvent.click(sheet.getByRole('button', { name: el.sign.act }));
    expect(await screen.findByText(el.sign.thanks)).toBeDefined();
    const nonces = city.sent('SignInitiative').map(({ input }) => (input as { nonce: string }).nonce);
    expect(nonces).toHaveLength(2);
    expect(new Set(nonces).size).toBe(1);
  });

  it('who came too late is told so in plain words, and keeps what they wrote', async () => {
    show(aCity({ SignInitiative: () => ({ signInitiative: { __typename: 'BallotClosed', closedAt: '2026-11-27T18:00:00.000Z' } }) }));
    const sheet = within(await form());
    await userEvent.click(sheet.getByLabelText(el.field.agrees));
    await userEvent.click(sheet.getByRole('button', { name: el.sign.act }));
    expect(await screen.findByText(/Η υπογραφή σου δεν πρόλαβε/)).toBeDefined();
    expect((sheet.getByLabelText(el.field.agrees) as HTMLInputElement).checked).toBe(true);
  });

  it('who has signed takes it back after a second thought', async () => {
    const yes = [{ questionId: 'support', optionId: 'yes', points: null }];
    const city = aCity({ MyVotes: ({ ballotIds }) => ({ myVotes: (ballotIds as string[]).map((ballotId) => ({ ballotId, answers: yes, isSealed: false })) }) });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.sign.takeBack }));
    await userEvent.click(await screen.findByRole('button', { name: el.sign.takeBackYes }));
    expect(await form()).toBeDefined();
    expect(city.sent('WithdrawSignature')).toHaveLength(1);
  });

  it('reads honestly that it came to nothing', async () => {
    show(aCity({ Initiative: () => ({ initiative: { ...initiative, stage: 'short', steps: [] } }) }));
    expect(await screen.findByText('712 από 4.123 υπογραφές: δεν συμπληρώθηκε')).toBeDefined();
    expect(screen.queryByRole('form', { name: el.sign.title })).toBeNull();
  });
});
