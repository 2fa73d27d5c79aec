import { describe, expect, it } from 'vitest';
import { askingOrigin, readMessage } from './messages';

const state = '0123456789abcdef';

describe('a message between the two windows', () => {
  it('is read where it is one', () => {
    expect(readMessage({ isegoria: 'done', state, once: state, more: 'ignored' })).toEqual({ isegoria: 'done', state, once: state });
  });

  it.each([null, 'done', 7, [], { isegoria: 'vote', state, once: state }, { isegoria: 'done', state: 'short', once: state }, { isegoria: 'done', state }, { isegoria: 'done', state: [state], once: state }])('is nothing where it is %j', (data) => {
    expect(readMessage(data)).toBeNull();
  });
});

describe('the origin that an address names', () => {
  it('is an origin and no more', () => {
    expect(askingOrigin('https://www.dimos.example')).toBe('https://www.dimos.example');
    for (const text of [null, '', 'null', 'https://www.dimos.example/', 'https://a@b.example', 'javascript:alert(1)', 'file://', '*', 'https://WWW.dimos.example', 'data:,x']) expect(askingOrigin(text)).toBeNull();
  });
});
