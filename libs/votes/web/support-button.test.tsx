import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { Failure, onSignal, Stage, tellNotNow, type Words } from '@isegoria/ui/web';
import { SupportButton } from './support-button';

const proposal = { kind: 'proposal', id: 'skiastra' };
const ballotId = 'proposal:skiastra';
const yes = [{ questionId: 'support', optionId: 'yes' }];

/** A city in the test's hand: what it answers, what it was sent, and what it says in the room. */
function aCity({ voters = 412, mine = [] as typeof yes | null } = {}) {
  let say: (voters: number, seq: number) => void = () => undefined;
  liveOver(
    new LiveLine(() =>
      Promise.resolve({
        onOpen: () => undefined,
        onDelta: (hear) => {
          let version = 0;
          say = (count, seq) => hear({ room: ballotId, version: ++version, name: 'tally', payload: { ballotId, voters: count, counts: [], seq } });
        },
        watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }),
        unwatch: () => undefined,
        isOpen: () => true,
      }),
    ),
  );
  const cast = vi.fn((_vote: { answers: unknown; nonce: string }): unknown => ({ castVote: { __typename: 'VoteCast', seq: 7 } }));
  const state = { voters, mine };
  const asked: string[] = [];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    asked.push(operation);
    if (operation === 'TallyOf') return { tallies: [{ ballotId, voters: state.voters, counts: [], seq: 5 }] };
    if (operation === 'MyVotes') return { myVotes: state.mine === null ? [] : [{ ballotId, answers: state.mine }] };
    return cast(variables as Parameters<typeof cast>[0]);
  };
  return { state, asked, cast, answer, say: (count: number, seq: number) => say(count, seq) };
}

const files = import.meta.glob<Words>('/libs/votes/contracts/words.*.json', { import: 'default', eager: true });
const wordsIn = (locale: 'el' | 'en') => ({ votes: files[`/libs/votes/contracts/words.${locale}.json`] ?? {}, ui: {} });
const words = { el: wordsIn('el'), en: wordsIn('en') };
const show = (city: ReturnType<typeof aCity>, locale: 'el' | 'en' = 'el') =>
  render(
    <Stage words={words[locale]} locale={locale} answer={city.answer}>
      <SupportButton subject={proposal} initial={400} />
    </Stage>,
  );
const button = (name: string) => screen.findByRole('button', { name });
/** The page knows by now what it asked for: how the ballot stands, and the reader's own vote, which need not show. */
async function settled(city: ReturnType<typeof aCity>) {
  await waitFor(() => expect(screen.getByText('412')).toBeDefined());
  await waitFor(() => expect(city.asked).toContain('MyVotes'));
  // An answer reaches the parts of the page a turn after it has come.
  for (let turn = 0; turn < 2; turn++) await act(() => new Promise((wake) => setTimeout(wake)));
}

describe('a citizen at the button', () => {
  beforeEach(() => sessionStorage.clear());

  it('sees the count that the page brought, then the live one, then what others do', async () => {
    const city = aCity();
    show(city);
    expect(await screen.findByText('400')).toBeDefined();
    await settled(city);
    city.say(413, 6);
    expect(await screen.findByText('413')).toBeDefined();
    expect(screen.getByText('στηρίζουν')).toBeDefined();
  });

  it('sees the own press at once, before the city has answered, and one more once only', async () => {
    const city = aCity();
    let answer: (kept: unknown) => void = () => undefined;
    city.cast.mockReturnValue(new Promise((arrive) => (answer = arrive)));
    show(city);
    await settled(city);
    await userEvent.click(await button('Στηρίζω'));
    // Its words say how it stands: «pressed» beside them would say it twice, and of «Στηρίζω» the contrary.
    expect((await button('Στηρίζεις')).hasAttribute('aria-pressed')).toBe(false);
    expect(screen.getByText('413')).toBeDefined();
    city.say(413, 7);
    answer({ castVote: { __typename: 'VoteCast', seq: 7 } });
    await waitFor(() => expect(document.getElementById('announcements')?.textContent).toBe('Η στήριξή σου μετράει. 413 στηρίζουν.'));
    expect(screen.getByText('413')).toBeDefined();
    city.say(415, 9);
    expect(await screen.findByText('415')).toBeDefined();
  });

  it('takes the support back, by keyboard', async () => {
    const city = aCity({ mine: yes });
    show(city);
    await settled(city);
    (await button('Στηρίζεις')).focus();
    await userEvent.keyboard('{Enter}');
    await button('Στηρίζω');
    expect(screen.getByText('411')).toBeDefined();
    expect(city.cast).toHaveBeenCalledWith(expect.objectContaining({ ballotId, answers: [] }));
  });

  it('sends each press with its own nonce, and the same press again with the same one', async () => {
    const city = aCity();
    city.cast.mockImplementationOnce(() => Promise.reject(new Failure('offline', null, 'no way'))).mockReturnValueOnce({ castVote: { __typename: 'NotKept', retryAfterSeconds: 1 } });
    show(city);
    await settled(city);
    await userEvent.click(await button('Στηρίζω'));
    await waitFor(() => expect(city.cast).toHaveBeenCalledTimes(3), { timeout: 5000 });
    await userEvent.click(await button('Στηρίζεις'));
    await waitFor(() => expect(city.cast).toHaveBeenCalledTimes(4));
    const nonces = city.cast.mock.calls.map(([{ nonce }]) => nonce);
    expect(new Set(nonces.slice(0, 3)).size).toBe(1);
    expect(nonces[3]).not.toBe(nonces[0]);
  });

  it('who presses faster than the city answers ends where they stopped', async () => {
    const city = aCity();
    const answers: ((kept: unknown) => void)[] = [];
    city.cast.mockImplementation(() => new Promise((arrive) => answers.push(arrive)));
    show(city);
    await settled(city);
    await userEvent.click(await button('Στηρίζω'));
    await userEvent.click(await button('Στηρίζεις'));
    await userEvent.click(await button('Στηρίζω'));
    await userEvent.click(await button('Στηρίζεις'));
    expect(city.cast).toHaveBeenCalledTimes(1);
    answers[0]?.({ castVote: { __typename: 'VoteCast', seq: 7 } });
    await waitFor(() => expect(city.cast).toHaveBeenCalledTimes(2));
    expect(city.cast.mock.lastCall?.[0]).toMatchObject({ answers: [] });
    answers[1]?.({ castVote: { __typename: 'VoteCast', seq: 8 } });
    expect(await screen.findByText('412')).toBeDefined();
  });

  it('is told why the press does not count, in their language, and the count goes back', async () => {
    const city = aCity();
    city.cast.mockReturnValue({ castVote: { __typename: 'Unconfirmed' } });
    show(city, 'en');
    await settled(city);
    await userEvent.click(await button('Support'));
    expect((await screen.findByRole('alert')).textContent).toContain('Confirm your e-mail address first');
    await button('Support');
    expect(screen.getByText('412')).toBeDefined();
  });
});

describe('a visitor at the button', () => {
  beforeEach(() => sessionStorage.clear());

  it('is asked to sign in, and the press is given when they come back', async () => {
    const city = aCity({ mine: null });
    const asked = vi.fn();
    onSignal('sign-in', asked);
    const { unmount } = show(city);
    await settled(city);
    await userEvent.click(await button('Στηρίζω'));
    expect(asked).toHaveBeenCalled();
    expect(city.cast).not.toHaveBeenCalled();
    unmount();

    city.state.mine = [];
    show(city);
    await button('Στηρίζεις');
    expect(city.cast).toHaveBeenCalledTimes(1);
    expect(city.cast.mock.lastCall?.[0]).toMatchObject({ ballotId, answers: yes });
    expect(sessionStorage.length).toBe(0);
  });

  it('who does not want to sign in leaves no press behind for whoever signs in here next', async () => {
    const city = aCity({ mine: null });
    show(city);
    await settled(city);
    await userEvent.click(await button('Στηρίζω'));
    tellNotNow();
    expect(sessionStorage.length).toBe(0);
  });

  it('whose session ended meanwhile keeps the press too', async () => {
    const city = aCity();
    city.cast.mockImplementation(() => Promise.reject(new Failure('sign_in', null, 'who are you?')));
    show(city);
    await settled(city);
    await userEvent.click(await button('Στηρίζω'));
    await waitFor(() => expect(sessionStorage.getItem(`isegoria.vote.${ballotId}`)).toContain('"yes"'));
    await button('Στηρίζω');
    expect(city.cast).toHaveBeenCalledTimes(1);
  });
});
