import { describe, expect, it } from 'vitest';
import { aConclusion, aDebate, aPerson } from './debates.builders';
import { concludeRefusal, correctRefusal, heardProblems, isArguing, isOpener, mayAnswer, mayRead, stageAt, withdrawRefusal } from './debates.rules';

const during = new Date('2026-05-10T09:00:00Z');
const after = new Date('2026-06-03T09:00:00Z');
const official = aPerson({ id: 'eleni', roles: ['citizen', 'official'], departmentId: 'technical' });

describe('whoever opened a debate', () => {
  it('is the citizen, or any official of the department, and no administrator in their place', () => {
    expect(isOpener(aDebate(), aPerson())).toBe(true);
    expect(isOpener(aDebate(), aPerson({ id: 'nikos', roles: ['administrator'] }))).toBe(false);
    expect(isOpener(aDebate({ byDepartmentId: 'technical', authorId: 'another' }), official)).toBe(true);
    expect(isOpener(aDebate({ byDepartmentId: 'technical', authorId: 'eleni' }), { ...official, departmentId: 'culture' }), 'who changed the department opened it once').toBe(false);
    expect(isOpener(aDebate({ authorId: '' }), aPerson({ id: 'nikos' }))).toBe(false);
    expect(isOpener(aDebate(), null)).toBe(false);
  });

  it('corrects it until somebody argued, and takes it back until then', () => {
    expect(correctRefusal(aDebate({ people: 0 }))).toBeNull();
    expect(correctRefusal(aDebate({ people: 1 }))).toBe('argued');
    expect(correctRefusal(aDebate({ people: 0, stage: 'ended' }))).toBe('argued');
    expect(correctRefusal(aDebate({ visibility: 'returned', people: 2 })), 'what was sent back is put right').toBeNull();
    expect(correctRefusal(aDebate({ visibility: 'hidden' }))).toBe('hidden');
    expect(correctRefusal(aDebate({ visibility: 'withdrawn' }))).toBe('withdrawn');
    expect(withdrawRefusal(aDebate({ people: 0 }))).toBeNull();
    expect(withdrawRefusal(aDebate({ people: 1 }))).toBe('argued');
    expect(withdrawRefusal(aDebate({ people: 0, visibility: 'hidden' }))).toBe('hidden');
  });

  it('concludes it when somebody argued or its day has come, once; what was sent back is written anew, and what was hidden is over', () => {
    expect(concludeRefusal(aDebate(), during)).toBeNull();
    expect(concludeRefusal(aDebate({ people: 0 }), during)).toBe('nobody');
    expect(concludeRefusal(aDebate({ people: 0 }), after)).toBeNull();
    expect(concludeRefusal(aDebate({ visibility: 'waiting' }), during)).toBe('not_public');
    expect(concludeRefusal(aDebate({ conclusion: aConclusion() }), after)).toBe('concluded');
    expect(concludeRefusal(aDebate({ conclusion: aConclusion({ visibility: 'hidden' }) }), after)).toBe('hidden');
    for (const visibility of ['waiting', 'returned'] as const) expect(concludeRefusal(aDebate({ conclusion: aConclusion({ visibility }) }), after)).toBeNull();
  });
});

describe('a debate', () => {
  it('is ended at its minute, before anything has moved it, and takes no more arguments', () => {
    expect(stageAt(aDebate(), during)).toBe('open');
    expect(stageAt(aDebate(), after)).toBe('ended');
    expect(stageAt(aDebate({ stage: 'concluded' }), after)).toBe('concluded');
    expect(isArguing(aDebate(), during)).toBe(true);
    expect(isArguing(aDebate(), after)).toBe(false);
    expect(isArguing(aDebate({ visibility: 'hidden' }), during)).toBe(false);
  });

  it('that is not public is read by who opened it and by moderators', () => {
    const waiting = aDebate({ visibility: 'waiting' });
    expect(mayRead(waiting, aPerson())).toBe(true);
    expect(mayRead(waiting, aPerson({ id: 'anna', roles: ['moderator'] }))).toBe(true);
    expect(mayRead(waiting, aPerson({ id: 'nikos' }))).toBe(false);
    expect(mayRead(waiting, null)).toBe(false);
    expect(mayRead(aDebate(), null)).toBe(true);
  });

  it('of a citizen is answered by the department in charge; what a department opened it concludes itself', () => {
    expect(mayAnswer(aDebate(), 'technical', official)).toBe(true);
    expect(mayAnswer(aDebate(), 'culture', official)).toBe(false);
    expect(mayAnswer(aDebate(), null, official)).toBe(false);
    expect(mayAnswer(aDebate(), 'technical', aPerson())).toBe(false);
    expect(mayAnswer(aDebate({ byDepartmentId: 'technical' }), 'technical', official)).toBe(false);
    expect(mayAnswer(aDebate({ visibility: 'hidden' }), 'technical', official)).toBe(false);
  });
});

describe('a conclusion', () => {
  const pro = { id: 'a', alignment: 'FOR' };
  const contra = { id: 'b', alignment: 'AGAINST' };

  it('names an argument of each side that has any', () => {
    expect(heardProblems(['a'], [pro], { FOR: 2, AGAINST: 1 })).toMatchObject([{ field: 'heard', code: 'required' }]);
    expect(heardProblems(['b'], [contra], { FOR: 2, AGAINST: 1 })).toMatchObject([{ field: 'heard', code: 'required' }]);
    expect(heardProblems(['a', 'b'], [pro, contra], { FOR: 2, AGAINST: 1 })).toEqual([]);
    expect(heardProblems(['a'], [pro], { FOR: 2, AGAINST: 0 })).toEqual([]);
    expect(heardProblems([], [], { FOR: 0, AGAINST: 0 })).toEqual([]);
  });

  it('names none that is not a public argument of this debate, and at most four of a side', () => {
    expect(heardProblems(['a', 'elsewhere'], [pro], { FOR: 1, AGAINST: 0 })).toMatchObject([{ code: 'invalid' }]);
    const five = Array.from({ length: 5 }, (_, at) => ({ id: `n${at}`, alignment: 'NEUTRAL' }));
    expect(heardProblems(five.map(({ id }) => id), five, { FOR: 0, AGAINST: 0 })).toMatchObject([{ code: 'too_long', limit: 4 }]);
  });
});
