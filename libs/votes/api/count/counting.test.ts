import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWritten, type CastBatch, keptAs } from '../log/cast-batch.schema';
import { type Count, count, firstOf, rememberedNonces, type Vote } from './counting';

const options = ['q:a', 'q:b', 'r:a'];
const press = fc.record({
  voter: fc.integer({ min: 0, max: 5 }).map((n) => `voter${n}`),
  ballotId: fc.constantFrom<string>('proposal:1', 'proposal:2'),
  answers: fc.constantFrom<string[]>([], ['q:a'], ['q:b'], ['q:a', 'r:a']),
  replays: fc.boolean(),
});
type Press = typeof press extends fc.Arbitrary<infer P> ? P : never;

/** The log that some presses make: with every second one sent again, some at once and some much later. */
function logOf(presses: Press[], batchSize: number): CastBatch[] {
  const casts = presses.map(({ voter, ballotId, answers }, at) => ({ voter, ballotId, answers, nonce: `nonce-${at}`, citizenId: `citizen-${voter}` }));
  const late = casts.filter((_, at) => presses[at]?.replays);
  const all = [...casts.flatMap((cast, at) => (presses[at]?.replays ? [cast, cast] : [cast])), ...late];
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, at) => ({
    _id: at + 1,
    writer: `w${at}`,
    at: new Date(0),
    casts: all.slice(at * batchSize, (at + 1) * batchSize),
  }));
}

/** Counts a log in pieces, keeping what was counted between them as the store does. */
function inPieces(log: CastBatch[], size: number) {
  const votes = new Map<string, Vote>();
  const tallies = new Map<string, Count>();
  const supporters = new Set<string>();
  for (let at = 0; at < log.length; at += size) {
    const change = count(log.slice(at, at + size), votes, tallies);
    for (const vote of change.votes) votes.set(vote._id, vote);
    for (const tally of change.tallies) tallies.set(tally._id, tally);
    for (const { ballotId, citizenId } of change.joined) supporters.add(`${ballotId}|${citizenId}`);
    for (const { ballotId, citizenId } of change.left) supporters.delete(`${ballotId}|${citizenId}`);
  }
  return { votes, tallies, supporters };
}

describe('citizens who vote, change and withdraw in any order', () => {
  it('leave the count that a sequential reading of their presses gives', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: rememberedNonces }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }), (presses, batchSize, piece) => {
        const last = new Map(presses.map(({ ballotId, voter, answers }) => [`${ballotId}|${voter}`, answers]));
        const { tallies, supporters } = inPieces(logOf(presses, batchSize), piece);
        for (const ballotId of ['proposal:1', 'proposal:2']) {
          const given = [...last].filter(([id, answers]) => id.startsWith(ballotId) && answers.length > 0);
          const tally: Omit<Count, '_id' | 'seq'> = tallies.get(ballotId) ?? { voters: 0, counts: {} };
          expect(tally.voters).toBe(given.length);
          for (const option of options) expect(tally.counts[option] ?? 0).toBe(given.filter(([, answers]) => answers.includes(option)).length);
        }
        const supporting = [...last].filter(([, answers]) => answers.length > 0).map(([id]) => id.replace('|', '|citizen-'));
        expect([...supporters].sort()).toEqual(supporting.sort());
      }),
      { numRuns: 300 },
    );
  });

  it('are counted the same in one go and in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (presses, piece) => {
        const log = logOf(presses, 3);
        const [whole, pieces] = [inPieces(log, 1000), inPieces(log, piece)];
        expect([...pieces.tallies].sort()).toEqual([...whole.tallies].sort());
        expect([...pieces.votes].sort()).toEqual([...whole.votes].sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('a cast that arrives again', () => {
  const cast = (nonce: string, ...answers: string[]) => ({ ballotId: 'proposal:1', voter: 'maria', nonce, answers });
  const batch = (_id: number, ...casts: ReturnType<typeof cast>[]) => ({ _id, writer: 'w', at: new Date(0), casts });

  it('long after the citizen changed their mind does not bring the old vote back', () => {
    const log = [batch(1, cast('first', 'q:a')), batch(2, cast('second')), batch(3, cast('first', 'q:a'))];
    expect(inPieces(log, 1).tallies.get('proposal:1')).toEqual({ _id: 'proposal:1', voters: 0, counts: {}, seq: 2 });
  });

  it('finds its nonce remembered over as many later presses as we promise', () => {
    const later = Array.from({ length: rememberedNonces - 1 }, (_, at) => batch(at + 2, cast(`later-${at}`, 'q:b')));
    const log = [batch(1, cast('first', 'q:a')), ...later, batch(99, cast('first', 'q:a'))];
    expect(inPieces(log, 1).votes.get('proposal:1|maria')?.answers).toEqual(['q:b']);
  });

  it('tells nobody that a supporter came or left who did both in one moment', () => {
    const named = (nonce: string, ...answers: string[]) => ({ ...cast(nonce, ...answers), citizenId: 'maria' });
    const change = count([batch(1, named('first', 'q:a'), named('second'))], new Map(), new Map());
    expect([change.joined, change.left]).toEqual([[], []]);
  });
});

/** Votes of every form and by every channel, as people press them in any order. */
const anyForm = fc.record({
  voter: fc.integer({ min: 0, max: 4 }).map((n) => `voter${n}`),
  answers: fc.constantFrom<string[]>([], ['works:a', 'works:b'], ['share:a=3', 'share:b=7'], ['share:b=10'], ['order:b#1', 'order:a#2'], ['order:a#1']),
  channel: fc.constantFrom(undefined, undefined, 'paper' as const, 'desk' as const),
});

describe('points, rankings and votes of other channels', () => {
  it('are counted as a sequential reading does: the last one stands, unless a former one was given in front of officials', () => {
    fc.assert(
      fc.property(fc.array(anyForm, { maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (presses, piece) => {
        const casts = presses.map((press, at) => ({ ...press, ballotId: 'budget:1', nonce: `nonce-${at}` }));
        const log = casts.map(({ channel, ...cast }, at) => ({ _id: at + 1, writer: 'w', at: new Date(0), casts: [channel ? { ...cast, channel } : cast] }));
        const last = new Map<string, (typeof presses)[number]>();
        for (const press of presses) if (press.channel || !last.get(press.voter)?.channel) last.set(press.voter, press);
        const { tallies } = inPieces(log, piece);
        const tally: Omit<Count, '_id' | 'seq'> = tallies.get('budget:1') ?? { voters: 0, counts: {} };
        const sumsOf = (votes: (typeof presses)[number][]) => {
          const counts: Record<string, number> = {};
          const add = (name: string, amount: number) => (counts[name] = (counts[name] ?? 0) + amount);
          for (const answer of votes.flatMap(({ answers }) => answers)) {
            const [, option = '', sign, figure] = /^([\w:]+)([=#]?)(\d*)$/.exec(answer) ?? [];
            add(option, 1);
            if (sign === '=') add(`${option}=`, Number(figure));
            if (answer.endsWith('#1')) add(`${option}#`, 1);
          }
          return { voters: votes.filter(({ answers }) => answers.length > 0).length, counts };
        };
        expect({ voters: tally.voters, counts: tally.counts }).toEqual(sumsOf([...last.values()]));
        for (const channel of ['paper', 'desk'] as const) {
          expect(tally.channels?.[channel] ?? { voters: 0, counts: {} }).toEqual(sumsOf([...last.values()].filter((press) => press.channel === channel)));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a batch', () => {
  const casts = [{ ballotId: 'proposal:1', voter: 'one', nonce: 'n"1', answers: ['support:yes'], citizenId: 'citizen' }];
  const batch: CastBatch = { _id: 7, writer: 'w', at: new Date(0), casts };

  it('comes out of the store as it went in, also one that an earlier version put there as a list', () => {
    expect(typeof keptAs(batch).casts).toBe('string');
    expect(asWritten(keptAs(batch))).toEqual(batch);
    expect(asWritten(batch)).toEqual(batch);
  });
});

describe('a chunk', () => {
  const presses = (voters: number) => Array.from({ length: voters }, (_, at) => ({ voter: `voter${at}`, ballotId: 'proposal:1', answers: [], replays: false }));

  it('ends with the batch that fills it, and has all of a rush of few people', () => {
    const many = firstOf(logOf(presses(100), 10), 25);
    expect([many.batches.length, many.touched.votes.length, many.touched.ballots]).toEqual([3, 30, ['proposal:1']]);
    const few = firstOf(logOf([...presses(5), ...presses(5), ...presses(5), ...presses(5)], 4), 25);
    expect([few.batches.length, few.touched.votes.length]).toEqual([5, 5]);
    expect(firstOf(logOf(presses(100), 100), 25).batches).toHaveLength(1);
  });
});
