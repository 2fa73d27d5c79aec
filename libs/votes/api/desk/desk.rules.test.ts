import { describe, expect, it } from 'vitest';
import { agreement, withReading } from './desk.rules';

const reading = (by: string, ...answers: string[]) => ({ by, channel: 'paper' as const, answers });

describe('two officials who read one slip', () => {
  it('agree where they have read the same, in whatever order it was typed', () => {
    expect(agreement([reading('anna', 'q:a', 'q:b'), reading('vasilis', 'q:b', 'q:a')])).toBe('agrees');
    expect(agreement([reading('anna', 'q:a#1', 'q:b#2'), reading('vasilis', 'q:b#1', 'q:a#2')])).toBe('conflict');
  });

  it('do not agree about another answer, or another way that it came', () => {
    expect(agreement([reading('anna', 'q:a'), reading('vasilis', 'q:b')])).toBe('conflict');
    expect(agreement([reading('anna', 'q:a'), { ...reading('vasilis', 'q:a'), channel: 'phone' }])).toBe('conflict');
  });

  it('are two: one alone waits, however often they type it, and a third is not asked', () => {
    const twice = withReading([reading('anna', 'q:a')], reading('anna', 'q:b')) ?? [];
    expect(twice).toEqual([reading('anna', 'q:b')]);
    expect(agreement(twice)).toBe('waits');
    expect(withReading([reading('anna', 'q:a'), reading('vasilis', 'q:b')], reading('giota', 'q:b'))).toBeNull();
  });
});
