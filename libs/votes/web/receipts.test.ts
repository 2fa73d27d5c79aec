import { beforeEach, describe, expect, it } from 'vitest';
import { forgetReceipts, keepReceipt, keepReceipts, readReceipts, receipts } from './receipts';

const aReceipt = (ballotId: string) => ({ ballotId, leaf: `{"v":1,"type":"vote","ballot":"${ballotId}"}`, promise: { leafHash: 'aA==', index: 0, size: 1, path: [], note: 'note' } });

describe('receipts', () => {
  beforeEach(() => localStorage.clear());

  it('are kept once, the latest first, and can be deleted', () => {
    keepReceipt(aReceipt('a'));
    keepReceipt(aReceipt('b'));
    keepReceipt(aReceipt('a'));
    expect(receipts().map(({ ballotId }) => ballotId)).toEqual(['b', 'a']);
    forgetReceipts();
    expect(receipts()).toEqual([]);
  });

  it('come over from another device beside one’s own', () => {
    keepReceipt(aReceipt('a'));
    expect(keepReceipts(readReceipts(JSON.stringify([aReceipt('a'), aReceipt('c')])))).toBe(1);
    expect(receipts().map(({ ballotId }) => ballotId)).toEqual(['c', 'a']);
  });

  it.each(['', 'null', '{}', '[1, null, {"ballotId": 3}]', '[{"ballotId":"a","leaf":"x","promise":{}}]', '<script>'])('are not found in %s', (text) => expect(readReceipts(text)).toEqual([]));

  it('bring along nothing but themselves', () => {
    expect(readReceipts(JSON.stringify([{ ...aReceipt('a'), choice: 'bench' }]))).toEqual([aReceipt('a')]);
  });
});
