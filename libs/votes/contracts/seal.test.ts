import { describe, expect, it } from 'vitest';
import { joinedKey, newBoxKey, shareDigest } from './box-key';
import { fromBase64url } from '@isegoria/ledger/contracts';
import { padded, unpadded } from './paper';
import { seal, sealedLength, unseal } from './seal';

const ballotId = 'budget:2026';

describe('a ballot that is sealed', () => {
  it('is opened by any two of the three trustees, and says what the citizen wrote', async () => {
    const { publicKey, shares } = await newBoxKey(ballotId);
    const sealed = await seal({ ballotId, publicKey }, padded(['works:bench', 'works:trees'], 128));
    for (const [a, b] of [[0, 1], [1, 2], [2, 0]] as const) {
      const key = await joinedKey(publicKey, [shares[a] ?? '', shares[b] ?? '']);
      const paper = key && (await unseal({ ballotId, key }, sealed));
      expect(paper && unpadded(paper)).toEqual(['works:bench', 'works:trees']);
    }
  });

  it('has one length whatever is in it, and another sight each time', async () => {
    const { publicKey } = await newBoxKey(ballotId);
    const sealed = await Promise.all([[], [], ['works:bench']].map((answers) => seal({ ballotId, publicKey }, padded(answers, 128))));
    expect(sealed.map((each) => each.length)).toEqual([0, 0, 0].map(() => sealedLength(128)));
    expect(new Set(sealed).size).toBe(3);
  });

  it('stays shut for another box, for another key, and when one bit of it is changed', async () => {
    const { publicKey, shares } = await newBoxKey(ballotId);
    const key = (await joinedKey(publicKey, shares.slice(0, 2))) ?? new Uint8Array();
    const other = await newBoxKey(ballotId);
    const otherKey = (await joinedKey(other.publicKey, other.shares.slice(0, 2))) ?? new Uint8Array();
    const sealed = await seal({ ballotId, publicKey }, padded(['works:bench'], 64));
    const flipped = `${sealed.slice(0, 60)}${sealed[60] === 'A' ? 'B' : 'A'}${sealed.slice(61)}`;
    expect(await unseal({ ballotId: 'budget:2027', key }, sealed)).toBeNull();
    expect(await unseal({ ballotId, key: otherKey }, sealed)).toBeNull();
    expect(await unseal({ ballotId, key }, flipped)).toBeNull();
    expect(await unseal({ ballotId, key }, 'AAAA')).toBeNull();
  });
});

describe('a trustee’s share', () => {
  it('makes no key alone, twice, or beside the share of another box', async () => {
    const { publicKey, shares } = await newBoxKey(ballotId);
    const [first = '', second = ''] = shares;
    const other = await newBoxKey(ballotId);
    expect(await joinedKey(publicKey, [first])).toBeNull();
    expect(await joinedKey(publicKey, [first, first])).toBeNull();
    expect(await joinedKey(publicKey, [first, other.shares[1] ?? ''])).toBeNull();
    expect(await joinedKey(publicKey, [first, 'what is this?'])).toBeNull();
    expect(await joinedKey(publicKey, [` ${first}\n`, second])).not.toBeNull();
  });

  it('is known again by its digest, with the spaces of a copied line or without', async () => {
    const { shares, digests } = await newBoxKey(ballotId);
    expect(shareDigest(` ${shares[1]}\n`)).toBe(digests[1]);
    expect(shares.map((share) => share.split('.')[0])).toEqual(['isegoria-share', 'isegoria-share', 'isegoria-share']);
    expect(new TextDecoder().decode(fromBase64url(shares[0]?.split('.')[1] ?? ''))).toBe(ballotId);
  });
});
