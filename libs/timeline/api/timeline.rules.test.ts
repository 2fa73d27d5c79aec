import type { SubjectCard, ThreadSource } from '@isegoria/kernel/api';
import { subjectKey, type Subject } from '@isegoria/kernel/contracts';
import { describe, expect, it } from 'vitest';
import { threadFrom, timelineOf } from './timeline.rules';

const [idea, project, choice, act] = [['proposal', 'i'], ['project', 'p'], ['choice', 'c'], ['decision', 'a']].map(([kind = '', id = '']): Subject => ({ kind, id })) as [Subject, Subject, Subject, Subject];

/** A source that knows some pairs, and answers them from either end. */
const source = (...pairs: [Subject, Subject][]): ThreadSource => ({
  links: (subjects) => Promise.resolve(pairs.filter((pair) => pair.some((one) => subjects.some((other) => subjectKey(one) === subjectKey(other))))),
  moments: () => Promise.resolve([]),
});
const sources = [source([project, idea]), source([choice, project], [choice, act])];
const keys = async (start: Subject, limits?: Parameters<typeof threadFrom>[2]) => (await threadFrom(start, sources, limits)).map(subjectKey).sort();

describe('a thread from idea to act to delivery', () => {
  it('is the same whichever end one begins at', async () => {
    const whole = ['choice:c', 'decision:a', 'project:p', 'proposal:i'];
    for (const start of [idea, project, choice, act]) expect(await keys(start)).toEqual(whole);
  });

  it('goes so many steps and holds so many things, the nearest first', async () => {
    expect(await keys(idea, { steps: 1, things: 60, moments: 300 })).toEqual(['project:p', 'proposal:i']);
    expect(await keys(idea, { steps: 6, things: 3, moments: 300 })).toEqual(['choice:c', 'project:p', 'proposal:i']);
  });
});

describe('a timeline', () => {
  const card = (subject: Subject, isPublic = true): [string, SubjectCard] => [
    subjectKey(subject), { ...subject, title: subject.id, path: `/${subject.id}`, excerpt: '', english: { title: `${subject.id} in English`, excerpt: '' }, authorId: null, isPublic, acceptsComments: false, createdAt: new Date(0) },
  ];
  const moment = (about: Subject, day: number) => ({ id: `${about.id}${day}`, about, at: new Date(Date.UTC(2026, 4, day)), title: { el: '', en: '' } });

  it('stands in the order of time, knows what is to come, and hides what is hidden', () => {
    const cards = new Map([card(act), card(idea), card(project, false), card(choice)]);
    const timeline = timelineOf([moment(act, 9), moment(idea, 3), moment(project, 5), moment(act, 20)], cards, new Date(Date.UTC(2026, 4, 10)));
    expect(timeline.moments.map(({ id, isComing }) => [id, isComing])).toEqual([['i3', false], ['a9', false], ['a20', true]]);
    expect(timeline.things.map(({ subject }) => subject.id)).toEqual(['i', 'a', 'c']);
  });

  it('calls things in both languages', () => {
    const titles = { el: 'c', en: 'c in English' };
    expect(timelineOf([moment(choice, 9)], new Map([card(choice)]), new Date(0))).toMatchObject({ moments: [{ aboutTitle: titles }], things: [{ title: titles }] });
  });
});
