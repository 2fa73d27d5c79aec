import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VoterNames } from './voter-names';

describe('a voter’s name on a sealed ballot', () => {
  it('is the same at each vote, leads back to the person with the box’s secret, and is another one in another box', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }).filter((id) => !id.includes('\0')), (personId) => {
        const [names, others] = [new VoterNames(randomBytes(32)), new VoterNames(randomBytes(32))];
        expect(names.of(personId)).toBe(names.of(personId));
        expect(names.personOf(names.of(personId))).toBe(personId);
        expect(others.of(personId)).not.toBe(names.of(personId));
        expect(others.personOf(names.of(personId))).toBeNull();
      }),
    );
  });

  it('has one length for everybody, and is not made for who does not fit', () => {
    const names = new VoterNames(randomBytes(32));
    expect(names.of('a').length).toBe(names.of('person:01M8A01V9J44P59NJBN6RFEXJA').length);
    expect(() => names.of('x'.repeat(97))).toThrow('longer');
    expect(names.personOf('nonsense')).toBeNull();
  });
});
