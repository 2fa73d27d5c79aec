import { describe, expect, it } from 'vitest';
import { aProposal } from '../proposals.builders';
import type { JoiningRecord } from '../proposal.schema';
import { joiningOf, mergeRefusal, otherSide, pairOf, separateRefusal, sideOf, yesOf } from './merging.rules';

const everybody = () => true;
const part = aProposal({ _id: 'a', authorId: 'anna' });
const whole = aProposal({ _id: 'b', authorId: 'vasilis' });
const at = new Date('2026-05-10T09:00:00Z');
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);
const joining: JoiningRecord = { invitationId: 'i', as: 'PART', otherId: 'b', at, separatedAt: null, addition: '', shown: 'visible' };

describe('two proposals', () => {
  it('may be merged while both are public and nobody has answered either', () => {
    expect(mergeRefusal(part, whole, everybody)).toBeNull();
    for (const change of [{ publication: 'withdrawn' }, { publication: 'waiting' }, { publication: 'merged' }, { visibility: 'hidden' }, { visibility: 'returned' }] as const) {
      expect(mergeRefusal(aProposal({ _id: 'a', ...change }), whole, everybody), JSON.stringify(change)).toBe('not_public');
      expect(mergeRefusal(part, aProposal({ _id: 'b', ...change }), everybody), JSON.stringify(change)).toBe('not_public');
    }
    for (const answered of ['UNDER_EVALUATION', 'ACCEPTED', 'REJECTED', 'IMPLEMENTED'] as const) {
      expect([mergeRefusal(aProposal({ _id: 'a', answered }), whole, everybody), mergeRefusal(part, aProposal({ _id: 'b', answered, authorId: 'vasilis' }), everybody)]).toEqual(['answered', 'answered']);
    }
    expect(mergeRefusal(null, whole, everybody)).toBe('not_public');
  });

  it('are two, of two people, of whom each can still say yes', () => {
    expect(mergeRefusal(part, part, everybody)).toBe('same');
    expect(mergeRefusal(part, aProposal({ _id: 'b', authorId: 'anna' }), everybody)).toBe('same_author');
    for (const gone of ['anna', 'vasilis']) expect(mergeRefusal(part, whole, (authorId) => authorId !== gone)).toBe('no_author');
  });

  it('stay two once a budget has made a project of one', () => {
    const project = { title: 'Έργο', path: '/p', budget: { el: 'Β', en: 'B' }, at };
    expect([mergeRefusal({ ...part, project }, whole, everybody), mergeRefusal(part, { ...whole, project }, everybody)]).toEqual(['project', 'project']);
  });
});

describe('an invitation', () => {
  const open = { state: 'OPEN', waitsFor: 'WHOLE', addition: 'Και δύο βρύσες.', changed: null, isMessageHidden: false } as const;

  it('is a merge when the one who was asked says yes to the very words that were sent', () => {
    expect(yesOf(open, 'WHOLE', 'Και δύο βρύσες.')).toBe('join');
    expect(yesOf({ ...open, addition: '' }, 'WHOLE', '')).toBe('join');
  });

  it('goes back once with other words, or without any, and then it is yes or no', () => {
    expect(yesOf(open, 'WHOLE', 'Και μία βρύση.')).toBe('change');
    expect(yesOf(open, 'WHOLE', '')).toBe('change');
    const changed = { ...open, waitsFor: 'PART', changed: '' } as const;
    expect(yesOf(changed, 'PART', '')).toBe('join');
    expect(yesOf(changed, 'PART', 'Και τρεις βρύσες.')).toEqual({ refused: 'changed_once' });
  });

  it('is not answered by who sent it, nor when it is over, nor while moderators hide it', () => {
    expect(yesOf(open, 'PART', 'Και δύο βρύσες.')).toEqual({ refused: 'not_your_turn' });
    for (const state of ['REFUSED', 'WITHDRAWN', 'LAPSED', 'MERGED', 'SEPARATED', 'ENDED'] as const) expect(yesOf({ ...open, state, waitsFor: null }, 'WHOLE', 'Και δύο βρύσες.')).toEqual({ refused: 'over' });
    expect(yesOf({ ...open, isMessageHidden: true }, 'WHOLE', 'Και δύο βρύσες.')).toEqual({ refused: 'hidden' });
  });

  it('of the city is no yes of anybody: whoever takes it up waits for the other', () => {
    const suggested = { ...open, state: 'SUGGESTED', waitsFor: null, addition: '' } as const;
    expect([yesOf(suggested, 'PART', ''), yesOf(suggested, 'WHOLE', '')]).toEqual(['take_up', 'take_up']);
  });

  it('is one for the pair, whichever way round, and only its two authors are of it', () => {
    expect(pairOf('b', 'a')).toBe(pairOf('a', 'b'));
    const parties = { partAuthorId: 'anna', wholeAuthorId: 'vasilis' };
    expect(['anna', 'vasilis', 'olga', ''].map((id) => sideOf(parties, { id }))).toEqual(['PART', 'WHOLE', null, null]);
    expect(otherSide('PART')).toBe('WHOLE');
  });
});

describe('a merged pair', () => {
  const by = (isAuthorOfPart: boolean, now: Date) => ({ isAuthorOfPart, now });

  it('may be separated by either author for seven days, while nobody answered and it goes on nowhere else', () => {
    expect([separateRefusal(joining, whole, by(true, days(7))), separateRefusal(joining, whole, by(false, days(7)))]).toEqual([null, null]);
    expect(separateRefusal(joining, whole, by(true, days(7.01)))).toBe('too_late');
    expect(separateRefusal(joining, { ...whole, answered: 'UNDER_EVALUATION' }, by(true, days(1)))).toBe('answered');
    expect(separateRefusal(joining, { ...whole, publication: 'merged' }, by(true, days(1)))).toBe('merged_on');
    expect(separateRefusal(undefined, whole, by(true, days(1)))).toBe('not_merged');
  });

  it('does not drag the part down: where the whole was taken back or hidden its author takes it out, however late', () => {
    for (const gone of [{ publication: 'withdrawn' }, { visibility: 'hidden' }] as const) {
      expect(separateRefusal(joining, { ...whole, ...gone }, by(true, days(300)))).toBeNull();
      expect(separateRefusal(joining, { ...whole, ...gone }, by(false, days(1)))).toBe('not_public');
    }
  });

  it('is known by the last joining that was not undone', () => {
    const former = { ...joining, invitationId: 'former', separatedAt: days(1) };
    expect(joiningOf({ mergedInto: 'b', joinings: [former, joining, { ...joining, as: 'WHOLE', invitationId: 'other' }] })?.invitationId).toBe('i');
    expect(joiningOf({ joinings: [former] })).toBeUndefined();
  });
});
