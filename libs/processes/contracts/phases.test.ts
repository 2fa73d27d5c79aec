import { describe, expect, it } from 'vitest';
import { inReadingOrder, overlapping, phaseAt, stateOf } from './phases';
import { usualSettings } from './processes.inputs';

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const collection = { id: 'collection', opensAt: at('2026-05-01'), closesAt: at('2026-06-01') };
const answering = { id: 'answering', opensAt: at('2026-06-10'), closesAt: at('2026-07-01') };
const phases = [collection, answering];

describe('the phase that a citizen is in', () => {
  it('begins with its first moment and ends before its last', () => {
    expect(phaseAt(phases, at('2026-05-01'))?.id).toBe('collection');
    expect(phaseAt(phases, new Date(at('2026-06-01').getTime() - 1))?.id).toBe('collection');
    expect(phaseAt(phases, at('2026-06-01'))).toBeNull();
  });

  it('is none in between, and the process is still to come; after the last it is past', () => {
    expect(stateOf(phases, at('2026-04-01'))).toBe('coming');
    expect(stateOf(phases, at('2026-05-15'))).toBe('now');
    expect(stateOf(phases, at('2026-06-05'))).toBe('coming');
    expect(stateOf(phases, at('2026-07-01'))).toBe('past');
  });

  it('ends by the clock of the server also in the night when summer time ends', () => {
    const night = { id: 'night', opensAt: new Date('2026-10-24T21:00:00Z'), closesAt: new Date('2026-10-25T01:30:00Z') };
    expect(phaseAt([night], new Date('2026-10-25T01:29:59Z'))?.id).toBe('night');
    expect(phaseAt([night], new Date('2026-10-25T01:30:00Z'))).toBeNull();
  });
});

describe('an administrator who moves a phase', () => {
  it('may let it touch its neighbour but not last at the same time', () => {
    expect(overlapping(phases, { ...collection, closesAt: at('2026-06-10') })).toBeNull();
    expect(overlapping(phases, { ...collection, closesAt: at('2026-06-11') })?.id).toBe('answering');
    expect(overlapping(phases, { ...collection, closesAt: at('2026-12-01') })?.id).toBe('answering');
  });
});

describe('a visitor who reads the list', () => {
  it('sees first what closes soonest, then what comes, then what is past, the newest first', () => {
    const process = (id: string, from: string, to: string) => ({ id, phases: [{ ...collection, name: words, summary: words, settings: usualSettings, opensAt: at(from), closesAt: at(to) }] });
    const processes = [
      process('old', '2025-01-01', '2025-02-01'), process('late', '2026-05-01', '2026-09-01'), process('coming', '2026-08-01', '2026-09-01'),
      process('soon', '2026-05-01', '2026-05-20'), process('past', '2026-01-01', '2026-02-01'),
    ];
    expect(inReadingOrder(processes, at('2026-05-15')).map(({ id }) => id)).toEqual(['soon', 'late', 'coming', 'past', 'old']);
  });
});

const words = { el: 'Ιδέες', en: 'Ideas' };
