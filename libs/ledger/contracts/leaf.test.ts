import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from './bytes';
import { differences } from './differences';
import { type Leaf, leafBytes, leafText, parseLeaf } from './leaf';
import { Recount } from './recount';

const vote = { v: 1, type: 'vote', ballot: 'proposal:<script>', kind: 'support', voter: 'α', press: 'p', channel: 'desk', choice: ['support:yes'] } as const satisfies Record<string, unknown>;
const open = (over: object = {}) => ({ ...vote, choice: [...vote.choice], ...over }) as Leaf;
const secret: Leaf = { v: 1, type: 'vote', ballot: 'b', kind: 'poll', press: 'p', channel: 'online', commitment: 'c' };
const act: Leaf = { v: 1, type: 'act', act: 'phase.changed', id: '1', rule: null, role: 'administrator', subject: { kind: 'process', id: 'ideas' }, body: { z: 1, a: { y: true, b: ['ή'] } } };

describe('a leaf', () => {
  it('is written in one way only, whatever order its parts come in', () => {
    expect(leafText(act)).toBe('{"v":1,"type":"act","act":"phase.changed","id":"1","rule":null,"role":"administrator","subject":{"kind":"process","id":"ideas"},"body":{"a":{"b":["ή"],"y":true},"z":1}}');
    const turned = Object.fromEntries(Object.entries(secret).reverse()) as unknown as Leaf;
    expect(leafText(turned)).toBe('{"v":1,"type":"vote","ballot":"b","kind":"poll","press":"p","channel":"online","commitment":"c"}');
  });

  it('is read back, and refused where it is written another way or says more than it may', () => {
    for (const leaf of [open(), secret, act]) expect(parseLeaf(leafBytes(leaf))).toEqual(leaf);
    const text = leafText(secret);
    for (const wrong of [text.replace(',', ', '), text.replace('}', ',"name":"Μαρία"}'), text.replace('online', 'pigeon'), text.replace('"v":1', '"v":2'), `${text}\n`, '', 'null', '[]']) {
      expect(parseLeaf(utf8ToBytes(wrong))).toBeNull();
    }
    expect(parseLeaf(Uint8Array.of(0xff, 0xfe))).toBeNull();
  });
});

describe('the recount', () => {
  it('takes each voter’s last word, on each ballot by itself', () => {
    const recount = new Recount();
    const votes = [open(), open({ voter: 'β' }), open({ choice: [] }), open({ ballot: 'other' }), open({ voter: 'β', choice: ['support:yes', 'q:a=5', 'q:b#1'] })];
    for (const leaf of [...votes, secret, secret]) recount.add(leaf);
    expect(recount.ballots.get('proposal:<script>')).toMatchObject({ voters: 1, leaves: 4, counts: new Map([['support:yes', 1], ['q:a', 1], ['q:a=', 5], ['q:b', 1], ['q:b#', 1]]) });
    recount.add(open({ voter: 'β', choice: ['q:a=2', 'q:b#2'] }));
    expect(recount.ballots.get('proposal:<script>')?.counts).toEqual(new Map([['q:a', 1], ['q:a=', 2], ['q:b', 1]]));
    expect(recount.ballots.get('other')).toMatchObject({ voters: 1 });
    expect(recount.ballots.get('b')).toMatchObject({ isSecret: true, leaves: 2, voters: 0 });
  });
});

describe('what became of a list', () => {
  it('is said as a person would say it', () => {
    const list = ['a', 'b', 'c', 'd', 'e'];
    expect(differences(list, list)).toEqual([]);
    expect(differences(list, ['a', 'x', 'c', 'd', 'e'])).toEqual([{ kind: 'changed', at: 1 }]);
    expect(differences(list, ['a', 'c', 'd', 'e'])).toEqual([{ kind: 'dropped', at: 1 }]);
    expect(differences(list, ['a', 'b', 'x', 'c', 'd', 'e'])).toEqual([{ kind: 'added', at: 2 }]);
    expect(differences(list, ['a', 'd', 'c', 'b', 'e'])).toEqual([{ kind: 'swapped', at: 1, with: 3 }]);
    expect(differences(list, ['b', 'c', 'a', 'd', 'e']).map(({ kind }) => kind)).toEqual(['moved', 'moved', 'moved']);
    expect(differences(['a', 'a'], ['a'])).toEqual([{ kind: 'dropped', at: 1 }]);
  });
});
