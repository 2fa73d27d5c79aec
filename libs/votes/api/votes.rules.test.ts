import { describe, expect, it } from 'vitest';
import type { StoredElectorate } from './ballots/ballot.schema';
import { aBallot, aCitizen, at, aVote } from './votes.builders';
import { refusal } from './votes.rules';

const now = at('2026-05-02T12:00:00Z');
const ballot = aBallot();
const invalid = (field: string) => ({ __typename: 'Invalid', problems: [{ field, code: 'invalid', limit: null }] });
const ask = (...answers: string[]) => refusal(ballot, aCitizen(), aVote(ballot._id, ...answers), now);

describe('a citizen who wants to vote', () => {
  it('may, while the ballot is open to the whole city', () => {
    expect(ask('bench:wood', 'tree:cant_say')).toBeNull();
  });

  it('may answer some of the questions, and may take the vote back', () => {
    expect(ask('tree:plane')).toBeNull();
    expect(ask()).toBeNull();
  });

  it('is told when the ballot opens', () => {
    const opensAt = at('2026-05-03');
    expect(refusal(aBallot({ opensAt }), aCitizen(), { answers: [] }, now)).toEqual({ __typename: 'NotOpenYet', opensAt });
    expect(refusal(aBallot({ opensAt: now }), aCitizen(), { answers: [] }, now)).toBeNull();
  });

  it('is told when the ballot closed, from the very moment that it closes', () => {
    const closesAt = at('2026-05-02T12:00:00Z');
    expect(refusal(aBallot({ closesAt }), aCitizen(), { answers: [] }, now)).toEqual({ __typename: 'BallotClosed', closedAt: closesAt });
    expect(refusal(aBallot({ closesAt }), aCitizen(), { answers: [] }, new Date(closesAt.getTime() - 1))).toBeNull();
  });

  it('is asked to confirm the mail address first', () => {
    expect(refusal(ballot, aCitizen({ confirmed: false }), { answers: [] }, now)).toEqual({ __typename: 'Unconfirmed', ballotId: ballot._id });
  });

  it('of another district is told whose ballot it is', () => {
    const local = aBallot({ districts: ['limani', 'agora'] });
    const refused = { __typename: 'NotInElectorate', districts: ['limani', 'agora'] };
    expect(refusal(local, aCitizen({ districtId: 'kastro' }), { answers: [] }, now)).toEqual(refused);
    expect(refusal(local, aCitizen({ districtId: null }), { answers: [] }, now)).toEqual(refused);
    expect(refusal(local, aCitizen({ districtId: 'agora' }), { answers: [] }, now)).toBeNull();
  });

  it('hears of the closing before anything else that is wrong', () => {
    const closesAt = at('2026-05-01');
    expect(refusal(aBallot({ closesAt, districts: ['limani'] }), aCitizen({ confirmed: false }), { answers: [] }, now)).toHaveProperty('__typename', 'BallotClosed');
  });
});

describe('a citizen and the electorate of a ballot', () => {
  const electorate: StoredElectorate = { verified: false, minimumAge: null, list: null, entitled: null };
  const asked = (wanted: Partial<StoredElectorate>) => aBallot({ electorate: { ...electorate, ...wanted } });
  const own = { personId: 'person:01J' };
  const refused = (reason: string) => ({ __typename: 'NotEntitled', reason });

  it('must be vouched for where the ballot asks for it', () => {
    expect(refusal(asked({ verified: true }), aCitizen(own), { answers: [] }, now)).toEqual(refused('verified'));
    expect(refusal(asked({ verified: true }), aCitizen({ personId: 'afm:x' }), { answers: [] }, now)).toBeNull();
  });

  it('comes of age with the year, at the opening, and says so themselves where no papers are asked for', () => {
    const ballot = { ...asked({ minimumAge: 17 }), opensAt: at('2026-01-01') };
    for (const birthYearBy of ['self', 'verified'] as const) {
      expect(refusal(ballot, aCitizen({ birthYear: 2009, birthYearBy }), { answers: [] }, now)).toBeNull();
      expect(refusal(ballot, aCitizen({ birthYear: 2010, birthYearBy }), { answers: [] }, now)).toEqual(refused('age'));
    }
    expect(refusal(ballot, aCitizen({ birthYear: null }), { answers: [] }, now)).toEqual(refused('birth_year'));
    // Half past midnight of New Year's Day in Athens.
    const newYear = { ...ballot, opensAt: new Date('2025-12-31T22:30:00Z') };
    expect(refusal(newYear, aCitizen({ birthYear: 2009, birthYearBy: 'self' }), { answers: [] }, now)).toBeNull();
  });

  it('is of age only by papers where papers are asked for', () => {
    const ballot = { ...asked({ minimumAge: 17, verified: true }), opensAt: at('2026-01-01') };
    const known = { personId: 'afm:x' };
    expect(refusal(ballot, aCitizen({ ...known, birthYear: 1950, birthYearBy: 'self' }), { answers: [] }, now)).toEqual(refused('birth_year_unverified'));
    expect(refusal(ballot, aCitizen({ ...known, birthYear: 1950, birthYearBy: 'verified' }), { answers: [] }, now)).toBeNull();
    expect(refusal(ballot, aCitizen({ ...known, birthYear: 2015, birthYearBy: 'verified' }), { answers: [] }, now)).toEqual(refused('age'));
    expect(refusal(ballot, aCitizen(known), { answers: [] }, now)).toEqual(refused('birth_year'));
  });

  it('must be on the list where there is one', () => {
    expect(refusal(asked({ list: 'parents' }), { ...aCitizen(), isListed: false }, { answers: [] }, now)).toEqual(refused('list'));
    expect(refusal(asked({ list: 'parents' }), { ...aCitizen(), isListed: true }, { answers: [] }, now)).toBeNull();
  });
});

describe('answers that the ballot does not know', () => {
  it('are refused where the question is not asked', () => expect(ask('bench:wood', 'colour:red')).toEqual(invalid('answers.1.questionId')));
  it('are refused where there is no question', () => expect(ask(':wood')).toEqual(invalid('answers.0.questionId')));
  it('are refused where the option is not offered', () => expect(ask('bench:gold')).toEqual(invalid('answers.0.optionId')));
  it('are refused where the option is another question’s', () => expect(ask('bench:olive')).toEqual(invalid('answers.0.optionId')));
  it('are refused where there is no option', () => expect(ask('bench:')).toEqual(invalid('answers.0.optionId')));
  it('are refused where one question is answered twice', () => expect(ask('bench:wood', 'bench:wood')).toEqual(invalid('answers.1.questionId')));
  it('are refused where there are more answers than questions', () => expect(ask('bench:wood', 'tree:olive', 'tree:plane')).toEqual(invalid('answers.2.questionId')));
  it('are refused where they are the names of an object’s own parts', () => {
    expect(ask('__proto__:constructor')).toEqual(invalid('answers.0.questionId'));
    expect(ask('bench:toString')).toEqual(invalid('answers.0.optionId'));
  });
});
