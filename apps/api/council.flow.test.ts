import { getConnectionToken } from '@nestjs/mongoose';
import { BudgetingModule } from '@isegoria/budgeting/api';
import { CommentsModule } from '@isegoria/comments/api';
import { EvaluationsModule } from '@isegoria/evaluations/api';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { InsightsModule } from '@isegoria/insights/api';
import type { InsightsView, SittingSection, SittingView, Themes } from '@isegoria/insights/contracts';
import { Documents, Events, eventually, Participation, Projections, Seeds, startCity, Subjects, type TestCity, titlesOf } from '@isegoria/kernel/api';
import { OpinionsModule } from '@isegoria/opinions/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { ProposalsModule } from '@isegoria/proposals/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SECTION = 'id title { el } parts { id title { el } measures { id value atOpening atClosing } tables { id columns { key } rows { text { el } number date } } lines { text { el } path tone } }';
const VIEW = `query ($id: ID!) { view: sittingView(id: $id) { sections { ${SECTION} } } }`;
const needed = ['organisation', 'identity', 'processes', 'proposals', 'evaluations', 'opinions', 'budgeting', 'council'];

describe('the demo city’s council', () => {
  let city: TestCity;
  const sections = async (id: string) => (await city.graph<{ view: SittingView }>(VIEW, { id })).data.view.sections;
  const partsOf = (found: SittingSection[], beginning: string) => found.flatMap(({ parts }) => parts).filter(({ id }) => id.startsWith(beginning));
  const store = () => city.get<Connection>(getConnectionToken());

  beforeAll(async () => {
    const slices = [IdentityModule, RealtimeModule, OrganisationModule, ProcessesModule, VotesModule, CommentsModule, OpinionsModule, ProposalsModule, EvaluationsModule, BudgetingModule, InsightsModule];
    city = await startCity(slices, { doors: [sessionDoor] });
    let state = 7;
    const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const context = { random, now: new Date(), scale: 0.04, progress: () => undefined, tell: () => undefined };
    for (const part of city.get(Seeds).inOrder()) if (needed.includes(part.name)) await part.run(context);
  }, 240_000);
  afterAll(() => city.stop());

  it('has before it what each slice says of the agenda', async () => {
    const found = await sections('sitting-coming');
    const asked = partsOf(found, 'proposals.asked')[0]?.tables[0];
    const at = (key: string) => asked?.columns.findIndex((column) => column.key === key) ?? -1;
    expect(asked?.rows.length).toBeGreaterThan(0);
    expect(asked?.rows[0]?.[at('path')]?.text?.el).toMatch(/^\/proposals\//);
    const weighed = partsOf(found, 'evaluations.opinion')[0];
    expect(weighed?.measures[0]?.value).toBeGreaterThan(0);
    expect(weighed?.tables[0]?.columns.map(({ key }) => key)).toEqual(expect.arrayContaining(['criterion', '1', '5', 'median', 'medianLow', 'medianHigh']));
    expect(weighed?.tables[0]?.columns.map(({ key }) => key)).not.toContain('mean');
    expect(partsOf(found, 'budgeting.projects')[0]?.tables[0]?.rows.length).toBeGreaterThan(0);
    expect(partsOf(found, 'comments.arguments')[0]?.lines.every(({ path, tone }) => path?.includes('#comment-') && ['for', 'against'].includes(tone))).toBe(true);
    expect(found.at(-1)?.parts[0]?.tables[0]?.columns.map(({ key }) => key)).toContain('overdue');
  });

  it('calls what the municipality keeps in both languages by both names, also a budget’s area', async () => {
    const budget = await store().collection<{ _id: string }>('budgets').findOne({});
    const [process] = await city.get(Subjects).findOf('process', '', 1);
    for (const card of [process, await city.get(Subjects).card({ kind: 'budget', id: `${budget?._id ?? ''}.city` })]) {
      const titles = card && titlesOf(card);
      expect([/\p{Script=Greek}/u.test(titles?.el ?? ''), /^[^\p{Script=Greek}]+$/u.test(titles?.en ?? '')], JSON.stringify(titles)).toEqual([true, true]);
    }
  });

  it.each(['choice', 'decision'])('has what the municipality keeps in both languages under its title in each: a %s', async (kind) => {
    const [card] = await city.get(Subjects).findOf(kind, '', 1);
    const made = await city.get(Documents).one(kind, card?.id ?? '', null);
    expect([/\p{Script=Greek}/u.test(made?.title.el ?? ''), /^[^\p{Script=Greek}]+$/u.test(made?.title.en ?? '')], JSON.stringify(made?.title)).toEqual([true, true]);
    expect(/^[^\p{Script=Greek}]+$/u.test(made?.lead?.en ?? ''), JSON.stringify(made?.lead)).toBe(true);
  });

  it('sees where opinion groups agree and where they part, once there is a map', async () => {
    await city.get(Projections).named('opinions')?.rebuild(() => undefined);
    const groups = await eventually('the map is drawn', async () => partsOf(await sections('sitting-coming'), 'opinions.groups')[0], 30_000);
    expect(groups.measures[0]?.value).toBeGreaterThan(10);
    expect(groups.tables.every(({ rows }) => rows.length > 0)).toBe(true);
  });

  it('sees the weeks of a support, and what the counts were at a past sitting', async () => {
    const found = await sections('sitting-past');
    expect(partsOf(found, 'insights.trend')[0]?.tables[0]?.rows.length).toBeGreaterThan(2);
    const supports = partsOf(found, 'proposals.asked')[0]?.measures.find(({ id }) => id === 'supports');
    expect(supports?.atOpening).toBeLessThanOrEqual(supports?.atClosing ?? -1);
    expect(supports?.atClosing).toBeLessThanOrEqual(supports?.value ?? -1);
  });

  it('no longer sees an argument, nor a proposal, that is hidden', async () => {
    const line = partsOf(await sections('sitting-past'), 'comments.arguments').flatMap(({ lines }) => lines).find(({ path }) => path?.startsWith('/proposals/'));
    const id = line?.path?.split('#comment-')[1] ?? '';
    const proposal = line?.path?.split('#')[0]?.split('/').at(-1) ?? '';
    const hide = (item: { kind: string; id: string }) => city.get(Events).publish('moderation.decided', { item, decision: 'hidden', rule: 1, reason: 'Προσβάλλει', caseId: 'c', at: new Date() });
    const stands = async (path: string) => JSON.stringify(await sections('sitting-past')).includes(path);
    expect(await stands(`#comment-${id}`)).toBe(true);
    await hide({ kind: 'comment', id });
    await eventually('the argument is gone', async () => !(await stands(`#comment-${id}`)));
    expect(await stands(`/proposals/${proposal}`)).toBe(true);
    await hide({ kind: 'proposal', id: proposal });
    await eventually('the proposal is gone', async () => !(await stands(`/proposals/${proposal}`)));
    expect((await store().collection('city_themes').findOne({}))?.['found']).toBeDefined();
    const { data } = await city.graph<{ cityThemes: Themes }>('{ cityThemes { texts themes { words quotations { path } } } }');
    expect(data.cityThemes.texts).toBeGreaterThan(10);
    expect(JSON.stringify(data)).not.toContain(proposal);
  });

  it('knows who takes part', async () => {
    const { data } = await city.graph<{ participation: InsightsView }>('{ participation { figures { id columns { key } rows { text { el } number } } } }');
    const rows = (id: string) => data.participation.figures.find((figure) => figure.id === id)?.rows ?? [];
    expect(rows('participation.processes').some((row) => (row[3]?.number ?? 0) > 0 && (row[1]?.number ?? 0) > 0)).toBe(true);
    expect(rows('proposals.time-to-answer').at(-1)?.[0]?.text?.el).toBe('Όλες');
    expect(rows('participation.days').length).toBeGreaterThan(20);
    expect(rows('participation.districts').length).toBeGreaterThan(3);

    const written = await store().collection<{ processId: string | null; authorId: string; listed: boolean }>('proposals').find().toArray();
    const authors = (id: string, isListed = false) => new Set(written.filter(({ processId, listed }) => processId === id && (listed || !isListed)).map(({ authorId }) => authorId)).size;
    const ids = [...new Set(written.flatMap(({ processId }) => processId ?? []))];
    const told = await city.get(Participation).all().find(({ name }) => name === 'proposals')?.turnouts?.([...ids, 'of-none']);
    expect(ids.length).toBeGreaterThan(0);
    expect([...(told ?? [])].map(([id, { began, finished }]) => [id, began, finished]).sort()).toEqual(ids.map((id) => [id, authors(id), authors(id, true)]).sort());
    expect(ids.some((id) => authors(id) > authors(id, true))).toBe(true);
  });
});
