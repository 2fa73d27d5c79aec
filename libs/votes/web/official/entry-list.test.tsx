import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { el } from '@isegoria/votes/contracts';
import { describe, expect, it } from 'vitest';
import { EntryList, type EntryListProps } from './entry-list';

const same = (text: string) => ({ el: text, en: text });
const words = [
  { questionId: 'q', optionId: null, text: same('Ποια;'), note: null },
  { questionId: 'q', optionId: 'a', text: same('1. Παγκάκι <b>'), note: null },
  { questionId: 'q', optionId: 'b', text: same('2. Πλατάνι'), note: null },
];
type Answers = EntryListProps['entries'][number]['readings'][number]['answers'];
const reading = (isMine: boolean, answers: Answers) => ({ isMine, channel: 'paper' as const, answers });

function show(form: 'points' | 'ranking', mine: Answers, other: Answers | null, fate?: object) {
  const sent: unknown[] = [];
  const question = { id: 'q', options: ['a', 'b'], form, most: null, money: null, costs: [], points: 10 };
  const ballot = { id: 'poll:1', kind: 'poll', secrecy: 'secret', isOpen: true, opensAt: null, closesAt: null, districts: [], channels: ['paper'], questions: [question], electorate: { entitled: null }, box: null };
  const entries: EntryListProps['entries'] = [{ id: 'e', ballotId: 'poll:1', slip: '17', state: other ? 'conflict' : 'waits', readings: [reading(true, mine), ...(other ? [reading(false, other)] : [])] }];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation !== 'WithdrawEntry') return operation === 'BallotOf' ? { ballot } : { ballotWords: words };
    sent.push(variables);
    return { withdrawEntry: fate };
  };
  render(<Stage words={{ ui, votes: el }} answer={answer}><EntryList entries={entries} titles={new Map([['poll:1', 'Η πλατεία']])} /></Stage>);
  return sent;
}

describe('two officials who have read the same paper', () => {
  it('see it in words, side by side, with what is not the same marked', async () => {
    show('points', [{ questionId: 'q', optionId: 'a', points: 7 }, { questionId: 'q', optionId: 'b', points: 3 }], [{ questionId: 'q', optionId: 'a', points: 1 }, { questionId: 'q', optionId: 'b', points: 3 }]);
    const mine = (await screen.findByRole('heading', { name: 'Διάβασες εσύ' })).parentElement ?? document.body;
    expect(await within(mine).findByText('1. Παγκάκι <b>', { exact: false })).toBeDefined();
    expect(within(mine).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Χαρτί', '1. Παγκάκι <b> · 7 βαθμοί (διαφέρει)', '2. Πλατάνι · 3 βαθμοί']);
    expect(screen.getByRole('heading', { name: 'Διάβασε ο άλλος υπάλληλος' })).toBeDefined();
  });

  it('see the places of a ranking, for the same options in another order are another vote', async () => {
    show('ranking', [{ questionId: 'q', optionId: 'a', points: null }, { questionId: 'q', optionId: 'b', points: null }], [{ questionId: 'q', optionId: 'b', points: null }, { questionId: 'q', optionId: 'a', points: null }]);
    expect(await screen.findAllByText('(διαφέρει)', { exact: false })).toHaveLength(4);
    expect(screen.getAllByText('2.', { exact: false, selector: 'b' })).toHaveLength(2);
  });

  it('see nothing of each other before the second one has read', async () => {
    show('points', [{ questionId: 'q', optionId: 'a', points: 7 }], null);
    expect(await screen.findByText(/1. Παγκάκι/)).toBeDefined();
    expect(screen.queryByText('Διάβασε ο άλλος υπάλληλος')).toBeNull();
    expect(screen.queryByText('(διαφέρει)', { exact: false })).toBeNull();
  });
});

describe('an official who entered a paper that was not to be entered', () => {
  const told = () => document.getElementById('announcements')?.textContent;
  const withdraw = async (fate: object) => {
    const sent = show('points', [{ questionId: 'q', optionId: 'a', points: 7 }], null, fate);
    await userEvent.click(await screen.findByRole('button', { name: el.desk.withdrawLabel.replace('{{slip}}', '17') }));
    return sent;
  };

  it('takes it back by its slip, and is told that it is gone', async () => {
    expect(await withdraw({ __typename: 'EntryWithdrawn' })).toEqual([{ id: 'e' }]);
    await waitFor(() => expect(told()).toBe(el.desk.withdrawn));
  });

  it('is told where a second one has read the same meanwhile, and it counts', async () => {
    await withdraw({ __typename: 'NotAllowed' });
    await waitFor(() => expect(told()).toBe(el.desk.withdrawnLate));
  });
});
