import { describe, expect, it } from 'vitest';
import { contrast, lookRule, readLook, tooFaint } from './look';

describe('the colours of a host', () => {
  it('have the contrast that WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 6);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(contrast('#0b4a8f', '#0b4a8f')).toBe(1);
  });

  it('can be read where it sets none', () => {
    expect(tooFaint({})).toEqual([]);
  });

  it('are called too faint in the look in which they are', () => {
    expect(tooFaint({ accent: '#7db4f2' }).map(({ over, under, look }) => `${over}/${under} ${look}`)).toEqual(['accent/surface light', 'on-accent/accent light']);
  });

  it('are colours and nothing else', () => {
    expect(readLook({ accent: '#ABCDEF', ink: 'red', surface: '#fff;} body{display:none', line: 7, stranger: '#000000' })).toEqual({ accent: '#abcdef' });
    expect(lookRule({ accent: '#abcdef' }, 'isegoria-proposal')).toBe('isegoria-proposal {\n  --isegoria-accent: #abcdef;\n}');
    expect(lookRule({}, 'x')).toBe('');
  });
});
