import { describe, expect, it } from 'vitest';
import { saidOnce, withIntervals } from './read-columns';

const columns = [['decision', 'text'], ['share', 'percent'], ['shareLow', 'percent'], ['shareHigh', 'percent'], ['daysLow', 'number'], ['source', 'text']].map(([key = '', type = '']) => ({ key, type }));
const source = 'Census 2021, table B01, revised';
const keysOf = (rows: Record<string, unknown>[]) => {
  const { once, others } = saidOnce(columns, rows);
  return { shown: withIntervals(others).map(({ column, hasInterval }) => `${column.key}${hasInterval ? ' ±' : ''}`), once: once.map(({ column, text }) => [column.key, text]) };
};

describe('a table that people read', () => {
  it('has a value and its interval in one column, and an end without a value stays its own', () => {
    expect(keysOf([{ source }]).shown).toEqual(['decision', 'share ±', 'daysLow', 'source']);
  });

  it('says once what every row says, but never its first column, short words, or what differs in one row', () => {
    const rows = [{ decision: source, source }, { decision: source, source }];
    expect(keysOf(rows)).toEqual({ shown: ['decision', 'share ±', 'daysLow'], once: [['source', source]] });
    expect(keysOf([...rows, { decision: source, source: `${source}!` }]).once).toEqual([]);
    expect(keysOf(rows.map((row) => ({ ...row, source: 'Before' }))).once).toEqual([]);
  });
});
