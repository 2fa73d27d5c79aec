import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Subject } from '@isegoria/kernel/contracts';
import type { Delta, WatchAnswer } from '@isegoria/realtime/contracts';
import { LiveLine } from './live-line';

const proposal = { kind: 'proposal', id: 'skiastra' };

/** The far end of a wire, in the test's hand. */
function aServer() {
  let opened: () => void = () => undefined;
  let say: (delta: Delta) => void = () => undefined;
  const state = { isOpen: true, watched: [] as Subject[], left: [] as Subject[], answer: { version: 4, quietMs: 60_000 } as WatchAnswer, connections: 0 };
  const connect = () => {
    state.connections++;
    return Promise.resolve({
      onOpen: (run: () => void) => void (opened = run),
      onDelta: (run: (delta: Delta) => void) => void (say = run),
      watch: (subject: Subject) => Promise.resolve((state.watched.push(subject), state.answer)),
      unwatch: (subject: Subject) => void state.left.push(subject),
      isOpen: () => state.isOpen,
    });
  };
  return { state, connect, reopen: () => opened(), tell: (version: number) => say({ room: 'proposal:skiastra', version, name: 'tally', payload: version }) };
}

function aReader() {
  const heard: unknown[] = [];
  const onMissed = vi.fn();
  return { heard, onMissed, onDelta: (_: string, payload: unknown) => void heard.push(payload) };
}

const aMoment = () => vi.advanceTimersByTimeAsync(1);

describe('a page that watches a proposal', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('hears each change once and in order, however many parts of it watch', async () => {
    const server = aServer();
    const line = new LiveLine(server.connect);
    const [count, list] = [aReader(), aReader()];
    line.watch(proposal, count);
    line.watch(proposal, list);
    await aMoment();
    for (const version of [5, 7, 6, 6, 5]) server.tell(version);
    expect(count.heard).toEqual([5, 6, 7]);
    expect(list.heard).toEqual([5, 6, 7]);
    expect(server.state).toMatchObject({ connections: 1, watched: [proposal] });
    await vi.advanceTimersByTimeAsync(1000);
    expect(count.onMissed).not.toHaveBeenCalled();
  });

  it('asks for the state after a hole that does not close, once', async () => {
    const server = aServer();
    const reader = aReader();
    new LiveLine(server.connect).watch(proposal, reader);
    await aMoment();
    for (const version of [5, 8, 9]) server.tell(version);
    await vi.advanceTimersByTimeAsync(1000);
    expect(reader.heard).toEqual([5]);
    expect(reader.onMissed).toHaveBeenCalledTimes(1);
    server.tell(10);
    expect(reader.heard).toEqual([5, 10]);
  });

  it('asks for the state after a dropped connection only where something happened meanwhile', async () => {
    const server = aServer();
    const reader = aReader();
    new LiveLine(server.connect).watch(proposal, reader);
    await aMoment();
    server.reopen();
    await aMoment();
    expect(reader.onMissed).not.toHaveBeenCalled();
    server.state.answer = { version: 9, quietMs: 60_000 };
    server.reopen();
    await aMoment();
    expect(reader.onMissed).toHaveBeenCalledTimes(1);
  });

  it('asks for the state when something happened while the page was loading', async () => {
    const server = aServer();
    server.state.answer = { version: 4, quietMs: 500 };
    const reader = aReader();
    new LiveLine(server.connect).watch(proposal, reader);
    await aMoment();
    expect(reader.onMissed).toHaveBeenCalledTimes(1);
  });

  it('asks for the state when a forgotten room counts from one again', async () => {
    const server = aServer();
    const reader = aReader();
    new LiveLine(server.connect).watch(proposal, reader);
    await aMoment();
    server.tell(1);
    server.tell(2);
    expect(reader.onMissed).toHaveBeenCalledTimes(1);
    expect(reader.heard).toEqual([2]);
  });

  it('leaves the room some time after the last part of the page did, not when the next page looks at the same', async () => {
    const server = aServer();
    const line = new LiveLine(server.connect);
    const leave = line.watch(proposal, aReader());
    await aMoment();
    leave();
    const leaveAgain = line.watch(proposal, aReader());
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.state.left).toEqual([]);
    leaveAgain();
    await vi.advanceTimersByTimeAsync(5000);
    expect(server.state.left).toEqual([proposal]);
  });
});
