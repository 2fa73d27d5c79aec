import { describe, expect, it } from 'vitest';
import { codeOfConduct } from '@isegoria/moderation/contracts';
import { likelyRule, strikingWords } from './moderation.hints';
import { isCoordinated, isHeldBy, isTrusted, median, objectUntil, placeInQueue, refusalInLot, refusalToJudge, weightiestRule, weightOf, weightTogether } from './moderation.rules';

const at = (text: string) => new Date(`2026-05-01T${text}:00Z`);

describe('a moderator', () => {
  it('judges neither what they wrote nor what they reported', () => {
    expect(refusalToJudge({ authorId: 'maria' }, 'maria', false)).toBe('own');
    expect(refusalToJudge({ authorId: 'nikos' }, 'maria', true)).toBe('reporter');
    expect(refusalToJudge({ authorId: 'nikos' }, 'maria', false)).toBeNull();
  });
});

describe('a case that could not be decided with its lot', () => {
  const asked = { moderatorId: 'maria', version: 4, decision: 'hidden', now: at('10:00') } as const;
  const open = { status: 'open', decision: null, decidedBy: null, version: 4, claimedBy: null, claimedUntil: null } as const;
  const decided = { ...open, status: 'decided', decision: 'hidden', decidedBy: 'maria' } as const;

  it('is left to the moderator who works on it, as long as it is theirs', () => {
    expect(refusalInLot({ ...open, claimedBy: 'nikos', claimedUntil: at('10:01') }, asked)).toBe('taken');
    expect(refusalInLot({ ...open, version: 5, claimedBy: 'nikos', claimedUntil: at('10:00') }, asked)).toBe('changed');
    expect(refusalInLot({ ...open, version: 5, claimedBy: 'maria', claimedUntil: at('10:01') }, asked)).toBe('changed');
  });

  it('is gone where it was withdrawn, or another decided, or it was decided otherwise or on another text', () => {
    expect(refusalInLot(null, asked)).toBe('gone');
    expect(refusalInLot({ ...open, status: 'withdrawn' }, asked)).toBe('gone');
    expect(refusalInLot({ ...decided, decidedBy: 'nikos' }, asked)).toBe('gone');
    expect(refusalInLot({ ...decided, decision: 'approved' }, asked)).toBe('gone');
    expect(refusalInLot({ ...decided, version: 5 }, asked)).toBe('gone');
  });

  it('is no refusal where it stands as they wished already: the lot came twice', () => {
    expect(refusalInLot(decided, asked)).toBeNull();
  });
});

describe('a report', () => {
  it('weighs more from somebody who was right before, and never nothing', () => {
    expect(weightOf({ upheld: 0, rejected: 0 })).toBe(1);
    expect(weightOf({ upheld: 40, rejected: 1 })).toBe(2);
    expect(weightOf({ upheld: 0, rejected: 50 })).toBe(0.25);
    expect(isTrusted({ upheld: 4, rejected: 1 })).toBe(true);
    expect(isTrusted({ upheld: 2, rejected: 0 })).toBe(false);
  });

  it('names the rule that weighs most, the smaller number of equals', () => {
    expect(weightiestRule([{ rule: 4, weight: 1 }, { rule: 2, weight: 0.5 }, { rule: 2, weight: 0.75 }])).toBe(2);
    expect(weightiestRule([{ rule: 4, weight: 1 }, { rule: 2, weight: 1 }])).toBe(2);
    expect(weightiestRule([])).toBeNull();
  });
});

describe('forty like reports within six minutes', () => {
  const crowd = Array.from({ length: 40 }, (_, second) => new Date(at('10:00').getTime() + second * 9000));

  it('are seen for what they are, and weigh as three', () => {
    expect(isCoordinated(crowd)).toBe(true);
    expect(isCoordinated(crowd.filter((_, number) => number % 10 === 0))).toBe(false);
    expect(weightTogether(crowd.map(() => 1), true)).toBe(3);
  });

  it('hide nothing, also where a city lets reports hide', () => {
    expect(isHeldBy({ weight: 3, coordinated: true, held: false }, 3)).toBe(false);
    expect(isHeldBy({ weight: 5, coordinated: false, held: false }, 4)).toBe(true);
    expect(isHeldBy({ weight: 500, coordinated: false, held: false }, 0)).toBe(false);
  });
});

describe('the queue', () => {
  it('puts the oldest duty first; reports hurry a case by half an hour each, and by four hours at most', () => {
    expect(placeInQueue(at('12:00'), 0)).toEqual(at('12:00'));
    expect(placeInQueue(at('12:00'), 3)).toEqual(at('10:30'));
    expect(placeInQueue(at('12:00'), 1000)).toEqual(at('08:00'));
  });
});

describe('an author', () => {
  it('may object within fourteen days to what went against them', () => {
    expect(objectUntil({ decision: 'hidden', decidedAt: at('10:00') })).toEqual(new Date('2026-05-15T10:00:00Z'));
    expect(objectUntil({ decision: 'approved', decidedAt: at('10:00') })).toBeNull();
    expect(objectUntil({ decision: null, decidedAt: null })).toBeNull();
  });
});

describe('a hint', () => {
  it('finds the word whatever its accents, capitals and endings', () => {
    expect(strikingWords('ΗΛΊΘΙΟΙ, ας κάνουν ποδήλατο. Ηλίθιε!')).toEqual(['ΗΛΊΘΙΟΙ', 'Ηλίθιε']);
    expect(likelyRule('Είστε κλέφτες')).toBe(2);
    expect(likelyRule('Πάρτε με στο 6970 000 123')).toBe(5);
    expect(likelyRule('Μοναδική προσφορά μόνο σήμερα')).toBe(4);
    expect(likelyRule('Διαφωνώ με το μέτρο.')).toBeNull();
  });
});

it('half of the cases take less than the median', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 2])).toBe(3);
  expect(median([])).toBeNull();
});

it('the rules of conduct are numbered from one without holes', () => {
  expect(codeOfConduct.map(({ number }) => number)).toEqual(codeOfConduct.map((_, index) => index + 1));
});
