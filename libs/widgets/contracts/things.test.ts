import { describe, expect, it } from 'vitest';
import { readThing, thingAt, thingQuery } from './things';

describe('an address of the platform', () => {
  it('says what its page shows', () => {
    expect(thingAt('/proposals/01J8Z')).toEqual({ kind: 'proposal', of: '01J8Z', part: '' });
    expect(thingAt('/decisions/ck70wdi-ln9/')).toEqual({ kind: 'decision', of: 'ck70wdi-ln9', part: '' });
    expect(thingAt('/choices/01J8Z')).toEqual({ kind: 'choice', of: '01J8Z', part: '' });
    expect(thingAt('/budgets/b1/results/city')).toEqual({ kind: 'budget', of: 'b1', part: 'city' });
    expect(thingAt('/budgets/b1/vote/north')).toEqual({ kind: 'ballot', of: 'budget:b1.north', part: '' });
    expect(thingAt('/budgets/b1/projects/p7')).toEqual({ kind: 'project', of: 'b1.p7', part: '' });
    expect(thingAt('/opinions/process/p1')).toEqual({ kind: 'opinion', of: 'process:p1', part: '' });
    expect(thingAt('/requests/1042')).toEqual({ kind: 'request', of: '1042', part: '' });
    expect(thingAt('/requests')).toEqual({ kind: 'requests', of: '', part: '' });
    expect(thingAt('/ledger')).toEqual({ kind: 'ledger', of: '', part: '' });
  });

  it('says nothing where a page is no thing', () => {
    for (const path of ['/', '/proposals', '/proposals/new', '/proposals/mine', '/proposals/merges', '/budgets/new', '/choices/new', '/decisions/enter', '/choices/01J/edit', '/requests/new', '/requests/mine', '/requests/1042/sent', '/council', '/proposals/01J/write', '/proposals/<script>', `/proposals/${'a'.repeat(121)}`]) expect(thingAt(path)).toBeNull();
  });
});

describe('what is asked for', () => {
  it('is a thing that could be there', () => {
    expect(readThing('ballot', 'budget:b1.city', '')).toEqual({ kind: 'ballot', of: 'budget:b1.city', part: '' });
    expect(readThing('ledger')).toEqual({ kind: 'ledger', of: '', part: '' });
    expect(thingQuery({ kind: 'budget', of: 'b1', part: 'city' })).toBe('of=b1&part=city');
  });

  it('is refused where it could not', () => {
    expect(readThing('nonsense', 'x')).toBeNull();
    expect(readThing('proposal', '')).toBeNull();
    expect(readThing('proposal', ['a', 'b'])).toBeNull();
    expect(readThing('proposal', '../../x')).toBeNull();
    expect(readThing('ledger', 'x')).toBeNull();
    expect(readThing('budget', 'b', 'a b')).toBeNull();
  });
});
