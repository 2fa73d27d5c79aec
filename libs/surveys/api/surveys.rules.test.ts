import { describe, expect, it } from 'vitest';
import type { Survey } from './survey.schema';
import { editRefusal, entryRefusal, lastAnswersAt, mayRead, readsWords, reportRefusal, showsResults, statusOf, tellable, withdrawRefusal, withGroups } from './surveys.rules';

const at = (day: string): Date => new Date(`2026-03-${day}T09:00:00Z`);
const aSurvey = (wanted: Partial<Survey> = {}): Survey => ({ departmentId: 'technical', publishedAt: at('01'), opensAt: at('05'), closesAt: at('15'), reportedAt: null, withdrawal: null, isLive: true, openedAt: null, ...wanted }) as Survey;
const official = { roles: ['official'], departmentId: 'technical' } as never;

describe('a survey', () => {
  it('is read by its department alone while it is a draft', () => {
    const draft = aSurvey({ publishedAt: null });
    expect(mayRead(draft, official)).toBe(true);
    expect(mayRead(draft, null)).toBe(false);
    expect(mayRead(draft, { roles: ['official'], departmentId: 'council' } as never)).toBe(false);
    expect(mayRead(aSurvey(), null)).toBe(true);
  });

  it('changes until a minute before it opens, and no more', () => {
    expect(editRefusal(aSurvey(), at('02'))).toBeNull();
    expect(editRefusal(aSurvey(), new Date(at('05').getTime() - 30_000))).toBe('soon');
    expect(editRefusal(aSurvey(), at('06'))).toBe('frozen');
  });

  it('that is reported is not taken back', () => {
    expect(withdrawRefusal(statusOf(aSurvey({ reportedAt: at('20') }), at('21')))).toBe('reported');
    expect(withdrawRefusal('open')).toBeNull();
  });

  it('that is told when it is over tells nothing before', () => {
    expect(showsResults(aSurvey({ isLive: false }), 'open')).toBe(false);
    expect(showsResults(aSurvey(), 'open')).toBe(true);
    expect(showsResults(aSurvey({ isLive: false }), 'closed')).toBe(true);
    expect(showsResults(aSurvey({ isLive: false, openedAt: at('05') }), 'withdrawn')).toBe(false);
    expect([at('14'), at('16')].map((now) => readsWords(aSurvey(), now))).toEqual([false, true]);
  });
});

describe('a survey that is answered on paper too', () => {
  const onPaper = (wanted: Partial<Survey> = {}) => aSurvey({ channels: ['paper'], ...wanted });

  it('has its forms entered from its opening until a week after its end', () => {
    expect(lastAnswersAt(onPaper())).toEqual(at('22'));
    expect([at('04'), at('05'), at('21'), at('22')].map((now) => entryRefusal(onPaper(), now))).toEqual(['early', null, null, 'over']);
  });

  it('is as if there were none for a form where it is no public one, or one of this site alone', () => {
    expect(entryRefusal(onPaper({ publishedAt: null }), at('06'))).toBe('missing');
    expect(entryRefusal(onPaper({ withdrawal: { reason: '', at: at('06') } }), at('07'))).toBe('missing');
    for (const channels of [undefined, []]) expect(entryRefusal(aSurvey(channels ? { channels } : {}), at('06'))).toBe('missing');
  });

  it('is reported, and its own words are read, when its forms are entered; one of this site alone when it is over', () => {
    expect([at('14'), at('16'), at('22')].map((now) => reportRefusal(onPaper(), now))).toEqual(['not_closed', 'entry', null]);
    expect([at('16'), at('22')].map((now) => readsWords(onPaper(), now))).toEqual([false, true]);
    expect(reportRefusal(aSurvey(), at('16'))).toBeNull();
    expect(lastAnswersAt(aSurvey())).toEqual(at('15'));
  });
});

describe('the figures of an open survey', () => {
  const answers = (count: number) => Array.from({ length: count }, (_, one) => ({ _id: String(1000 + one), seq: Math.floor(one / 4) }));

  it('wait for twenty people, and leave out the last ten', () => {
    expect(tellable(answers(19), null)).toBeNull();
    expect(tellable(answers(20), null)).toHaveLength(10);
  });

  it('are renewed when ten more can be told of, whoever of them changed their mind', () => {
    const last = { seq: 2, id: '1009' };
    expect(tellable(answers(29), last)).toBeNull();
    expect(tellable(answers(30), last)).toHaveLength(20);
    const changed = answers(30).map((one, place) => (place === 0 ? { ...one, seq: 99 } : one));
    expect(tellable(changed, last)?.some(({ _id }) => _id === '1000')).toBe(false);
  });
});

describe('papers of the log', () => {
  it('get the group of one of their like, and none where nothing stands beside them', () => {
    const papers = [{ key: 'a' }, { key: 'a' }, { key: 'b' }];
    expect(withGroups(papers, [{ key: 'a', group: 'north' }, { key: 'c', group: 'south' }], 'unsaid').map(({ group }) => group)).toEqual(['north', 'unsaid', 'unsaid']);
  });
});
