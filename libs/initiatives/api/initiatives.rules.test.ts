import { answerInitiativeInput, decisionInput, kindInput, neededOf, newInitiativeId, initiativeId } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { describe, expect, it } from 'vitest';
import { afterMonths, canCorrect, canWithdraw, dueAt, isEnough, isPublic, joinRefusal, mayRead, missing, promoterRefusal, sheetAfter, sheetState } from './initiatives.rules';
import { aKind, anInitiative, aPerson, someTerms } from './initiatives.builders';

const now = new Date('2026-11-27T10:00:00Z');

describe('a kind of initiative', () => {
  it('asks a number of signatures, or a share of the electors rounded up, and not both', () => {
    expect(neededOf({ needed: 1000 })).toBe(1000);
    expect(neededOf({ percent: 10, electors: 23_215 })).toBe(2322);
    expect(neededOf({ needed: 5, percent: 10, electors: 100 })).toBeNull();
    expect(neededOf({ percent: 10 })).toBeNull();
    expect(problemsOf(kindInput, aKind({ needed: null }))).toEqual([{ field: 'needed', code: 'invalid', limit: null }]);
    expect(problemsOf(kindInput, aKind())).toEqual([]);
  });
});

describe('whoever wants to promote one', () => {
  it('is a person whom a register vouches for, of age by its papers', () => {
    expect(promoterRefusal(aPerson(), 17, now)).toBeNull();
    expect(promoterRefusal(aPerson({ confirmed: false }), 17, now)).toBe('unconfirmed');
    expect(promoterRefusal(aPerson({ personId: 'person:1' }), null, now)).toBe('verified');
    expect(promoterRefusal(aPerson({ birthYear: 2010 }), 17, now)).toBe('age');
    expect(promoterRefusal(aPerson({ birthYearBy: 'self' }), 17, now)).toBe('age');
    expect(promoterRefusal(aPerson({ birthYear: null }), null, now)).toBeNull();
  });

  it('says yes once, while somebody is missing', () => {
    const [maria, nikos] = [aPerson(), aPerson()];
    const initiative = anInitiative({ promoters: [{ citizenId: maria.id, at: now }] });
    expect(joinRefusal(initiative, nikos, now)).toBeNull();
    expect(joinRefusal(initiative, maria, now)).toBe('already');
    expect(missing(initiative)).toBe(1);
    expect(joinRefusal({ ...initiative, promoters: [...initiative.promoters, { citizenId: 'eleni', at: now }] }, nikos, now)).toBe('whole');
  });
});

describe('an initiative', () => {
  it('is read by its promoters alone until it is sent, by the clerk until it is admitted, and then by everyone', () => {
    const [maria, clerk, moderator] = [aPerson(), aPerson({ roles: ['citizen', 'clerk'] }), aPerson({ roles: ['citizen', 'moderator'] })];
    const initiative = anInitiative({ promoters: [{ citizenId: maria.id, at: now }] });
    const readers = (wanted: Partial<typeof initiative>) => [maria, clerk, moderator, null].map((viewer) => mayRead({ ...initiative, ...wanted }, viewer));
    expect(readers({ stage: 'draft' })).toEqual([true, false, false, false]);
    expect(readers({ stage: 'promoters' })).toEqual([true, false, false, false]);
    expect(readers({ stage: 'submitted' })).toEqual([true, true, false, false]);
    expect(readers({ stage: 'refused' })).toEqual([true, true, false, false]);
    expect(readers({ stage: 'collecting', opensAt: now })).toEqual([true, true, true, true]);
    expect(readers({ stage: 'collecting', opensAt: now, isHidden: true })).toEqual([true, true, true, false]);
  });

  it('that was taken back before it was admitted was never public', () => {
    expect(isPublic({ stage: 'withdrawn', opensAt: null, isHidden: false })).toBe(false);
    expect(isPublic({ stage: 'withdrawn', opensAt: now, isHidden: false })).toBe(true);
  });

  it('counts what was signed here and on paper together', () => {
    expect(isEnough(anInitiative({ signatures: 2, paper: 0 }))).toBe(false);
    expect(isEnough(anInitiative({ signatures: 2, paper: 1 }))).toBe(true);
  });

  it('is owed an answer within the days of its own terms', () => {
    expect(dueAt(anInitiative({ stage: 'submitted', submittedAt: now }))).toEqual(new Date('2026-12-07T10:00:00Z'));
    expect(dueAt(anInitiative({ stage: 'verified', check: { valid: 3, of: 3, note: '', at: now } }))).toEqual(new Date('2027-01-26T10:00:00Z'));
    expect(dueAt(anInitiative({ stage: 'verified', check: { valid: 3, of: 3, note: '', at: now }, asks: someTerms({ answerDays: null }) }))).toBeNull();
    expect(dueAt(anInitiative({ stage: 'collecting' }))).toBeNull();
  });

  it('that was refused is sent once more, not twice', () => {
    const refusal = { grounds: ['unclear' as const], words: 'Δεν είναι σαφές.', at: now, digest: 'd' };
    expect(canCorrect(anInitiative({ stage: 'refused', refusals: [refusal] }))).toBe(true);
    expect(canCorrect(anInitiative({ stage: 'refused', refusals: [refusal, refusal] }))).toBe(false);
    expect(canCorrect(anInitiative({ stage: 'submitted' }))).toBe(false);
  });

  it('is not taken back after its end', () => {
    expect(canWithdraw('collecting')).toBe(true);
    for (const stage of ['draft', 'refused', 'short', 'answered', 'withdrawn'] as const) expect(canWithdraw(stage)).toBe(false);
  });

  it('has an id for paper, without signs that look alike', () => {
    const id = newInitiativeId();
    expect(id).toMatch(/^[2-9a-hj-km-np-z]{10}$/);
    expect(problemsOf(initiativeId, id)).toEqual([]);
  });
});

describe('a sheet of paper', () => {
  const [anna, vasilis, kostas] = ['anna', 'vasilis', 'kostas'].map((byId) => (valid: number) => ({ byId, valid })) as [(valid: number) => { byId: string; valid: number }, (valid: number) => { byId: string; valid: number }, (valid: number) => { byId: string; valid: number }];

  it('counts when two have counted the same', () => {
    expect(sheetAfter({ readings: [], valid: null }, anna(12))).toEqual({ readings: [anna(12)], valid: null });
    expect(sheetAfter({ readings: [anna(12)], valid: null }, vasilis(12))).toEqual({ readings: [anna(12), vasilis(12)], valid: 12 });
    expect(sheetAfter({ readings: [anna(12)], valid: null }, anna(13))).toEqual({ readings: [anna(13)], valid: null });
  });

  it('waits where they differ, until one of the two counts again', () => {
    const differing = { readings: [anna(12), vasilis(11)], valid: null };
    expect(sheetState(differing)).toBe('conflict');
    expect(sheetAfter(differing, kostas(12))).toBe('third');
    expect(sheetAfter(differing, vasilis(12))).toEqual({ readings: [anna(12), vasilis(12)], valid: 12 });
    expect(sheetAfter({ readings: [anna(12), vasilis(12)], valid: 12 }, vasilis(11))).toBe('counted');
  });
});

describe('what the city writes', () => {
  it('names grounds and words for a refusal, and needs none to admit', () => {
    expect(problemsOf(decisionInput, { id: 'x', admit: true, grounds: [], words: '' })).toEqual([]);
    expect(problemsOf(decisionInput, { id: 'x', admit: false, grounds: [], words: '' }).map(({ field }) => field)).toEqual(['grounds', 'words']);
  });

  it('links an act by https alone', () => {
    const answer = { outcome: 'accepted', text: 'Το συμβούλιο αποφάσισε ομόφωνα.', ada: null };
    expect(problemsOf(answerInitiativeInput, { ...answer, url: '' })).toEqual([]);
    expect(problemsOf(answerInitiativeInput, { ...answer, url: 'javascript:alert(1)' }).map(({ field }) => field)).toEqual(['url']);
  });
});

describe('the names of a check list', () => {
  it('are kept for months of the calendar', () => expect(afterMonths(new Date('2026-11-27T10:00:00Z'), 6)).toEqual(new Date('2027-05-27T10:00:00Z')));
});
