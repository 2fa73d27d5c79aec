import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { announce, Dialog, Failure, graphql, Stage, useAct } from '@isegoria/ui/web';
import { el } from '@isegoria/ui/contracts';
import { Signals } from './signals';

const Nothing = graphql(`mutation Nothing { nothing }`);

function Part() {
  const [send] = useAct(Nothing);
  return <button onClick={() => void send({})}>Στείλε</button>;
}

function open(answer: () => unknown) {
  render(
    <Stage words={{ ui: el }} answer={answer}>
      <Part />
      <Signals />
    </Stage>,
  );
}

const press = async () => fireEvent.click(await screen.findByText('Στείλε'));
const offline = () => Promise.reject(new Failure('offline', null, 'no network'));

describe('a citizen who acts in a dialog', () => {
  const isSilenced = (element: HTMLElement) => element.closest('[inert], [aria-hidden="true"]') !== null;

  it('reads and hears there that it did not go through, and what else is announced', async () => {
    const city = render(
      <Stage words={{ ui: el }} answer={offline}>
        <p>σελίδα</p>
        <Signals />
        <Dialog title="Να σταλεί;" open onClose={() => undefined}>
          <Part />
        </Dialog>
      </Stage>,
    );
    await press();
    const told = await screen.findByText(el.failure.offline.title);
    announce('ειπώθηκε');
    const heard = await screen.findByText('ειπώθηκε');
    expect(isSilenced(city.getByText('σελίδα'))).toBe(true);
    expect([isSilenced(told), isSilenced(heard)]).toEqual([false, false]);
  });
});

describe('a citizen whose act does not go through', () => {
  afterEach(() => void vi.useRealTimers());

  it('reads it until the next one does', async () => {
    const answer = vi.fn(offline);
    open(answer);
    await press();
    await screen.findByText(el.failure.offline.title);
    answer.mockImplementation(() => Promise.resolve({ nothing: true }) as never);
    await press();
    await vi.waitFor(() => expect(screen.queryByText(el.failure.offline.title)).toBeNull());
  });

  it('reads no more of a lost connection that is back', async () => {
    open(offline);
    await press();
    await screen.findByText(el.failure.offline.title);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.queryByText(el.failure.offline.title)).toBeNull();
  });

  it('goes on reading of what was our fault', async () => {
    open(() => Promise.reject(new Failure('unexpected', '01JABC', 'broken')));
    await press();
    await screen.findByText(el.failure.unexpected.title);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.getByText(el.failure.unexpected.title)).toBeDefined();
  });

  it('is not left with a turning wheel: it is said that it takes long, until it is there', async () => {
    let arrive: (data: unknown) => void = () => undefined;
    open(() => new Promise((resolve) => (arrive = resolve)));
    const button = await screen.findByText('Στείλε');
    vi.useFakeTimers();
    fireEvent.click(button);
    await act(() => vi.advanceTimersByTimeAsync(9_000));
    expect(screen.queryByText(el.slow.title)).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.getByText(el.slow.title)).toBeDefined();
    arrive({ nothing: true });
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(screen.queryByText(el.slow.title)).toBeNull();
  });
});
