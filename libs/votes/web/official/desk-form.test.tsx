import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { el } from '@isegoria/votes/contracts';
import { describe, expect, it, vi } from 'vitest';
import { DeskForm, type DeskFormProps } from './desk-form';

const question = { id: 'q', options: ['a', 'b'], form: 'single' as const, most: null, money: null, costs: [], points: null };
const ballot: DeskFormProps['ballot'] = {
  id: 'poll:1', kind: 'poll', secrecy: 'secret', isOpen: true, opensAt: null, closesAt: null, districts: [], channels: ['paper', 'phone'], questions: [question], electorate: { verified: false, minimumAge: null, list: null, listTitle: null, entitled: null }, box: null,
};

describe('an official with a pile of slips', () => {
  it('types one after the other by keyboard alone', async () => {
    const enter = vi.fn((_sent: unknown) => ({ enterBallot: { __typename: 'EntryKept', state: 'waits' } }));
    render(
      <Stage words={{ ui, votes: el }} answer={(_operation, variables) => enter(variables)}>
        <DeskForm ballot={ballot} labels={{ question: () => 'Τι;', option: (_q, option) => ({ label: `Επιλογή ${option}` }) }} />
      </Stage>,
    );
    (await screen.findByLabelText('Αριθμός δελτίου ή κλήσης')).focus();
    await userEvent.keyboard('17{Tab}123456789{Tab}{ArrowDown}{Tab} {Enter}');
    await waitFor(() => expect(enter).toHaveBeenCalledWith({ input: { ballotId: 'poll:1', channel: 'phone', slip: '17', document: '123456789', answers: [{ questionId: 'q', optionId: 'a' }] } }));
    expect(await screen.findByText(/Περιμένει τον δεύτερο υπάλληλο/)).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText('Αριθμός δελτίου ή κλήσης'));
    expect(screen.getByLabelText<HTMLInputElement>('ΑΦΜ ή e-mail λογαριασμού').value).toBe('');
  });

  it('is asked for the slip’s number before anything is sent', async () => {
    const enter = vi.fn();
    render(
      <Stage words={{ ui, votes: el }} answer={(_operation, variables) => enter(variables)}>
        <DeskForm ballot={ballot} labels={{ question: () => 'Τι;', option: (_q, option) => ({ label: `Επιλογή ${option}` }) }} />
      </Stage>,
    );
    await userEvent.click(await screen.findByRole('button', { name: el.desk.enter }));
    expect((await screen.findAllByText(el.problem.slip.required)).length).toBeGreaterThan(0);
    expect(enter).not.toHaveBeenCalled();
  });
});
