import { createECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPublicKey, keyFrom, mayBeCalled, outcomeOf, publicKeyOf } from './push.rules';

describe('the key of a city', () => {
  it('is made of any secret of 32 bytes, always the same, and is a right one', () => {
    for (const secret of [Buffer.alloc(32, 0), Buffer.alloc(32, 255), Buffer.alloc(32, 7)]) {
      const key = keyFrom(secret);
      expect(key).toHaveLength(32);
      expect(keyFrom(secret)).toEqual(key);
      expect(isPublicKey(publicKeyOf(key))).toBe(true);
    }
    expect(keyFrom(Buffer.alloc(32, 0))).not.toEqual(keyFrom(Buffer.alloc(32, 1)));
  });
});

describe('a browser that asks for notices', () => {
  it('gives a key with which something can be encrypted', () => {
    const key = createECDH('prime256v1').generateKeys('base64url');
    expect(isPublicKey(key)).toBe(true);
    for (const wrong of ['', 'x', key.slice(0, -4), Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url')]) expect(isPublicKey(wrong)).toBe(false);
  });

  it('is reached by https; by plain http on one’s own machine alone', () => {
    expect([mayBeCalled('https://push.example/x', false), mayBeCalled('http://push.example/x', false), mayBeCalled('http://127.0.0.1:9/x', true)]).toEqual([true, false, true]);
  });

  it('is gone when its maker says so, and is tried later when its maker is in trouble', () => {
    expect([201, 204, 404, 410, 403, 429, 500, 307, null].map(outcomeOf)).toEqual(['taken', 'taken', 'gone', 'gone', ...Array.from({ length: 5 }, () => 'not_now')]);
  });
});
