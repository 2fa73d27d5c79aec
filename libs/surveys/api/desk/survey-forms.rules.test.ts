import { seeded } from '@isegoria/kernel/contracts';
import { isLongEnough } from '@isegoria/processes/contracts';
import { wrongAnswer } from '@isegoria/votes/contracts';
import { describe, expect, it } from 'vitest';
import {
  answerProblems, type Asked, askedOf, ballotQuestions, channelsOf, chosenOf, conditionOptions, formProblems, groupAnswers, groupQuestions, type GuideLine, guideOf, hasOwnKeys, leastDays, minutesOf, newKey, onlyAsked, pagesOf, paperOf, publicProblems, reportDueAt, resultsOf, standingOf,
  surveyLimits,
} from '@isegoria/surveys/contracts';
import { aForm, aQuestion } from '../surveys.builders';

const { sections } = aForm();
const given = (chosen: Record<string, string[]>, written: Record<string, string> = {}) => ({ chosen, written });

describe('who is asked what', () => {
  it('a question that follows an answer is asked of those who gave it, and of nobody else', () => {
    expect(askedOf(sections, given({ q1: ['bus'] })).map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6']);
    expect(askedOf(sections, given({ q1: ['car'] })).map(({ id }) => id)).toEqual(['q1', 'q3', 'q4', 'q5', 'q6']);
  });

  it('nothing hangs on a question that is not asked itself', () => {
    const chain = [{ ...aForm().sections[0], questions: [aQuestion('q1', 'single'), aQuestion('q2', 'single', { showIf: { questionId: 'q1', optionIds: ['a'] } }), aQuestion('q3', 'single', { showIf: { questionId: 'q2', optionIds: ['a'] } })] }];
    expect(askedOf(chain as never, given({ q1: ['b'], q2: ['a'] })).map(({ id }) => id)).toEqual(['q1']);
  });

  it('a page that has nothing to ask is passed over', () => {
    const pages = [sections[0], { ...sections[1], id: 's2', questions: [aQuestion('q9', 'words', { showIf: { questionId: 'q1', optionIds: ['car'] } })] }];
    expect(pagesOf(pages as never, given({ q1: ['bus'] }))).toHaveLength(1);
  });

  it('what was answered on the way and is not asked any more is left out', () => {
    expect(onlyAsked(sections, given({ q1: ['car'], q2: ['5'] }, { q2: 'words' }))).toEqual(given({ q1: ['car'] }));
  });
});

describe('who follows a printed form line by line', () => {
  const random = seeded(11);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

  /** A form of ten questions, some of which hang on an earlier one. */
  function drawn(): Asked[] {
    const questions: Asked[] = [];
    for (let at = 1; at <= 10; at++) {
      const form = pick(['single', 'several', 'scale'] as const) ?? 'single';
      const earlier = random() < 0.6 ? pick(questions) : undefined;
      const optionIds = earlier ? conditionOptions(earlier).filter(() => random() < 0.4) : [];
      questions.push(aQuestion(`q${at}`, form, earlier && optionIds.length > 0 ? { showIf: { questionId: earlier.id, optionIds } } : {}) as Asked);
    }
    return questions;
  }

  /** As a hand goes over the paper: no look back but at the answer that a line names. */
  function followed(guide: readonly GuideLine<Asked>[], chosen: Record<string, string[]>): string[] {
    const read: string[] = [];
    let line = guide[0];
    while (line) {
      const { number, question, only, otherwise }: GuideLine<Asked> = line;
      const before = only && guide[only.number - 1]?.question.id;
      const isAsked = !only || (read.includes(before ?? '') && (chosen[before ?? ''] ?? []).some((one) => only.optionIds.includes(one)));
      if (isAsked) read.push(question.id);
      const next: number | null = isAsked ? number + 1 : otherwise;
      line = next === null ? undefined : guide[next - 1];
    }
    return read;
  }

  it('answers what the page would ask of them, whatever they choose', () => {
    let skips = 0;
    for (let round = 0; round < 300; round++) {
      const sections = [{ questions: drawn() }];
      const chosen = Object.fromEntries(sections[0]?.questions.map((question) => [question.id, [pick(conditionOptions(question)) ?? '']]) ?? []);
      const asked = askedOf(sections, { chosen }).map(({ id }) => id);
      expect(followed(guideOf(sections), chosen)).toEqual(asked);
      skips += 10 - asked.length;
    }
    expect(skips).toBeGreaterThan(300);
  });

  it('is sent past all that hangs on the same answer at once, and at the end to the end', () => {
    const hangs = (id: string, optionIds: string[]) => aQuestion(id, 'single', { showIf: { questionId: 'q1', optionIds } });
    const guide = guideOf([{ questions: [aQuestion('q1', 'single'), hangs('q2', ['a', 'b']), hangs('q3', ['a']), aQuestion('q4', 'single', { showIf: { questionId: 'q3', optionIds: ['a'] } }), hangs('q5', ['c']), hangs('q6', ['a'])] as Asked[] }]);
    expect(guide.map(({ number, otherwise }) => [number, otherwise])).toEqual([[1, null], [2, 5], [3, 5], [4, 5], [5, 6], [6, null]]);
    expect(guide[1]?.only).toEqual({ number: 1, optionIds: ['a', 'b'] });
  });
});

describe('how many came on which way', () => {
  const papers = (online: number, paper: number) => [...Array.from({ length: online }, () => ({ channel: 'online' })), ...Array.from({ length: paper }, () => ({ channel: 'paper' }))];

  it('is told where ten at least came on each, and only where something came on another than this site', () => {
    expect(channelsOf(papers(12, 10))).toEqual([{ channel: 'online', people: 12 }, { channel: 'paper', people: 10 }]);
    for (const few of [papers(12, 9), papers(9, 12), papers(40, 0), []]) expect(channelsOf(few)).toEqual([]);
    expect(channelsOf(papers(0, 10))).toEqual([{ channel: 'paper', people: 10 }]);
  });
});

describe('somebody who answers', () => {
  it('is told what they missed, and nothing that may be passed over', () => {
    expect(answerProblems(sections, given({})).map(({ field, code }) => [field, code])).toEqual([['q.q1', 'required'], ['q.q3', 'required']]);
    expect(answerProblems(sections, given({ q1: ['car'], q3: ['a'] }))).toEqual([]);
  });

  it('may not choose more than they are asked for, nor an opinion beside none', () => {
    expect(answerProblems(sections, given({ q1: ['car'], q3: ['a', 'b', 'c'] }))).toEqual([{ field: 'q.q3', code: 'too_big', limit: 2 }]);
    expect(answerProblems(sections, given({ q1: ['car'], q3: ['a', 'none'] }))[0]).toMatchObject({ code: 'invalid' });
    expect(answerProblems(sections, given({ q1: ['car', 'bus'], q3: ['a'] }))[0]).toMatchObject({ field: 'q.q1', code: 'invalid' });
    expect(answerProblems(sections, given({ q1: ['plane'], q3: ['a'] }))[0]).toMatchObject({ code: 'invalid' });
  });

  it('writes a thousand signs and no more, and of «other» a few words', () => {
    const answers = { q1: ['car'], q3: ['a'] };
    expect(answerProblems(sections, given(answers, { q6: 'ά'.repeat(1000) }))).toEqual([]);
    expect(answerProblems(sections, given(answers, { q6: 'ά'.repeat(1001) }))).toEqual([{ field: 'q.q6', code: 'too_long', limit: 1000 }]);
  });

  it('has words beside a choice only where they chose «other»', () => {
    expect(onlyAsked(sections, given({ q1: ['other'] }, { q1: ' με πατίνι ' })).written).toEqual({ q1: 'με πατίνι' });
    expect(onlyAsked(sections, given({ q1: ['car'] }, { q1: 'με πατίνι' })).written).toEqual({});
  });

  it('hands in a paper that the ballot takes, also where they passed over everything', () => {
    const answers = { q1: ['bus'], q2: ['4'], q3: ['b', 'a'], q4: ['z', 'x'] };
    const paper = paperOf(sections, { chosen: answers });
    expect(paper.slice(0, 4)).toEqual([{ questionId: 'taken', optionId: 'yes' }, { questionId: 'q1', optionId: 'bus' }, { questionId: 'q2', optionId: '4' }, { questionId: 'q3', optionId: 'a' }]);
    expect(wrongAnswer(ballotQuestions(sections), paper)).toBeNull();
    expect(chosenOf(paper)).toEqual({ ...answers, q3: ['a', 'b'] });
    expect(wrongAnswer(ballotQuestions(sections), paperOf(sections, { chosen: {} }))).toBeNull();
    expect(paperOf(sections, { chosen: {} })).toHaveLength(1);
  });
});

describe('what was answered', () => {
  const papers = Array.from({ length: 20 }, (_, at) => ({ q1: [at < 12 ? 'bus' : 'car'], ...(at < 12 ? { q2: [at < 9 ? '4' : '1'] } : {}), q4: at < 15 ? ['x', 'y'] : ['y'] }));
  const results = resultsOf(sections, papers);
  const of = (id: string) => results.find(({ questionId }) => questionId === id);

  it('is told as people and shares with their interval', () => {
    expect(of('q1')).toMatchObject({ answered: 20, isHidden: false });
    expect(of('q1')?.options[0]).toMatchObject({ optionId: 'bus', people: 12, share: { value: 0.6 } });
    expect(of('q2')).toMatchObject({ answered: 12, median: { value: 4 }, favourable: { value: 0.75 } });
    expect(of('q2')?.favourable?.low).toBeLessThan(0.75);
  });

  it('of an order says who was first and the mean place', () => {
    expect(of('q4')?.options.map(({ optionId, people, first, meanPlace }) => [optionId, people, first, meanPlace])).toEqual([['x', 15, 15, 1], ['y', 20, 5, 1.75], ['z', 0, 0, null]]);
  });

  it('says nothing of a question that fewer than ten answered, not even how many', () => {
    const few = papers.map((paper, at) => (at < 9 ? paper : { q1: ['car'] }));
    expect(resultsOf(sections, few).find(({ questionId }) => questionId === 'q2')).toEqual({ questionId: 'q2', answered: 0, isHidden: true, options: [], median: null, favourable: null });
    expect(resultsOf(sections, papers.slice(0, 9)).every(({ isHidden, options }) => isHidden && options.length === 0)).toBe(true);
  });

  it('is told of groups as steps, without orders and without «no opinion»', () => {
    expect(groupQuestions(sections)).toEqual(['q1.bus', 'q1.car', 'q1.other', 'q2', 'q3.a', 'q3.b', 'q3.c', 'q5']);
    expect(groupAnswers(sections, { q1: ['bus'], q2: ['none'], q3: ['a'], q4: ['x'] })).toEqual({ 'q1.bus': '5', 'q1.car': '1', 'q1.other': '1', 'q3.a': '5', 'q3.b': '1', 'q3.c': '1' });
  });

  it('adds up for any papers', () => {
    const draw = seeded(7);
    const many = Array.from({ length: 500 }, () => ({ q1: [['bus', 'car', 'other'][Math.floor(draw() * 3)] ?? 'bus'] }));
    const one = resultsOf(sections, many).find(({ questionId }) => questionId === 'q1');
    expect(one?.options.reduce((sum, { people }) => sum + people, 0)).toBe(500);
  });
});

describe('a survey that is to be published', () => {
  const now = new Date('2026-03-02T10:00:00Z');
  const form = (wanted = {}) => ({ ...aForm(), closesAt: new Date('2026-03-12T10:00:00Z'), ...wanted });

  it('lacks nothing where all is there', () => {
    expect(publicProblems(form(), now)).toEqual([]);
    expect(hasOwnKeys(form().sections)).toBe(true);
  });

  it('is held back for what is missing, each named by its place', () => {
    const bad = [{ ...sections[0], questions: [aQuestion('q1', 'single', { options: [] }), aQuestion('q2', 'words', { text: { el: '', en: '' } })] }];
    expect(publicProblems(form({ use: { el: '', en: '' }, departmentId: null, sections: bad }), now).map(({ field }) => field)).toEqual(expect.arrayContaining(['use.el', 'departmentId', 'sections.0.questions.0.options', 'sections.0.questions.1.text.el']));
    expect(publicProblems(form({ sections: [] }), now).map(({ field }) => field)).toContain('sections');
  });

  it('says where and how it is answered without a device, where it is', () => {
    const onPaper = (el: string) => publicProblems(form({ channels: ['paper'], handIn: { el, en: '' } }), now);
    expect(onPaper('')).toEqual([{ field: 'handIn.el', code: 'required', limit: null }]);
    expect(onPaper('Στο ΚΕΠ')).toEqual([{ field: 'handIn.el', code: 'too_short', limit: surveyLimits.handInMin }]);
    expect(onPaper('Στο ΚΕΠ του δημαρχείου, 8:00–14:00.')).toEqual([]);
    expect(publicProblems(form({ channels: ['fax' as never], handIn: { el: 'Στο ΚΕΠ του δημαρχείου.', en: '' } }), now)).not.toEqual([]);
  });

  it('cannot hang a question on a later one, on words, or on an answer that there is not', () => {
    const hung = (showIf: object) => formProblems([{ title: { el: '', en: '' }, questions: [aQuestion('q1', 'words'), aQuestion('q2', 'single', { showIf: showIf as never }), aQuestion('q3', 'single')] }]).map(({ field }) => field);
    for (const showIf of [{ questionId: 'q3', optionIds: ['a'] }, { questionId: 'q1', optionIds: ['a'] }]) expect(hung(showIf)).toEqual(['sections.0.questions.1.showIf']);
  });

  it('asks no more than one paper can carry', () => {
    const long = Array.from({ length: 12 }, (_, at) => aQuestion(`q${at}`, 'several', { options: Array.from({ length: 20 }, (_one, place) => ({ id: `o${place}`, text: { el: 'Ναι', en: 'Yes' }, isOther: false })) }));
    expect(formProblems([{ title: { el: '', en: '' }, questions: long }])).toEqual([{ field: 'sections', code: 'too_big', limit: surveyLimits.marks }]);
  });

  it('is open for three days at least, also where the clocks are changed', () => {
    expect(isLongEnough(new Date('2026-03-27T10:00:00Z'), new Date('2026-03-30T09:00:00Z'), leastDays)).toBe(true);
    expect(publicProblems(form({ closesAt: new Date('2026-03-04T10:00:00Z') }), now)).toEqual([{ field: 'closesAt', code: 'too_short', limit: 3 }]);
  });

  it('gives new things names of their own, and tells how long it takes', () => {
    expect(newKey('q', ['q1', 'q7'])).toBe('q8');
    expect(newKey('o', [])).toBe('o1');
    expect(minutesOf(sections)).toBe(3);
  });
});

describe('the life of a survey', () => {
  const facts = { publishedAt: new Date(1), opensAt: new Date(10), closesAt: new Date(20), reportedAt: null, withdrawnAt: null };
  it('follows from its dates', () => {
    expect(standingOf({ ...facts, publishedAt: null }, new Date(15))).toBe('draft');
    expect([5, 10, 19, 20].map((at) => standingOf(facts, new Date(at)))).toEqual(['announced', 'open', 'open', 'closed']);
    expect(standingOf({ ...facts, reportedAt: new Date(30) }, new Date(31))).toBe('reported');
    expect(standingOf({ ...facts, withdrawnAt: new Date(12) }, new Date(13))).toBe('withdrawn');
  });
  it('owes a report thirty days after the end, unless it came or the survey was taken back', () => {
    expect(reportDueAt(facts)?.getTime()).toBe(20 + 30 * 86_400_000);
    expect(reportDueAt({ ...facts, reportedAt: new Date(21) })).toBeNull();
  });
});
