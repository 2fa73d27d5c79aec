import { createECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPublicKey, keyFrom, mayBeCalled, nightMs, outcomeOf, publicKeyOf, pushKindOf, restMs } from './push.rules';

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

  it('is gone when its maker says so, or where there is no maker of browsers, and is tried later when its maker is in trouble', () => {
    const answered = (status: number) => outcomeOf({ status, problem: status < 300 ? null : status === 410 ? 'gone' : 'status' });
    expect([201, 204, 404, 410, 400, 403, 429, 500, 307].map(answered)).toEqual(['taken', 'taken', 'gone', 'gone', ...Array.from({ length: 5 }, () => 'not_now')]);
    expect((['no_answer', 'refused', 'private_address'] as const).map((problem) => outcomeOf({ status: null, problem }))).toEqual(['not_now', 'not_now', 'gone']);
  });

  it('that takes nothing rests twice as long each time, or as long as it asks, an hour at most, and is given up after three days', () => {
    const since = new Date('2026-05-04T10:00:00Z');
    const after = (seconds: number, asked = 0) => restMs({ failingSince: since, asked, now: new Date(since.getTime() + seconds * 1000) });
    expect([after(0), after(1), after(2), after(40)]).toEqual([1000, 1000, 2000, 40_000]);
    expect([after(0, 120_000), after(300, 120_000), after(0, 1e12)]).toEqual([120_000, 300_000, 3_600_000]);
    expect(restMs({ failingSince: null, asked: 0, now: since })).toBe(1000);
    expect([after(3 * 86_400 - 1), after(3 * 86_400)]).toEqual([3_600_000, null]);
  });
});

describe('a notice', () => {
  it('does not wake anybody: from ten in the evening it waits until eight, also when the clocks change', () => {
    const until = (now: string) => new Date(Date.parse(now) + nightMs(new Date(now))).toISOString();
    expect([until('2026-05-04T05:00:00Z'), until('2026-05-04T18:59:59Z')]).toEqual(['2026-05-04T05:00:00.000Z', '2026-05-04T18:59:59.000Z']);
    expect([until('2026-05-04T19:00:00Z'), until('2026-05-04T23:30:00Z'), until('2026-05-05T04:59:00Z')]).toEqual(Array.from({ length: 3 }, () => '2026-05-05T05:00:00.000Z'));
    expect([until('2026-03-28T21:00:00Z'), until('2026-10-24T20:00:00Z')]).toEqual(['2026-03-29T05:00:00.000Z', '2026-10-25T06:00:00.000Z']);
  });

  it('is one’s own, or of what one asked to follow, or news of a part of the city', () => {
    expect([pushKindOf(true, null), pushKindOf(false, 'asked'), pushKindOf(false, 'support'), pushKindOf(false, 'author'), pushKindOf(false, null)]).toEqual(['news', 'followed', 'own', 'own', 'own']);
  });
});
