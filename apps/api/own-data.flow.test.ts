import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getQueueToken } from '@nestjs/bull';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Queue } from 'bull';
import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Leavers } from '@isegoria/identity/api';
import { Datasets, eventually, kernelEnv, Projections, REDIS, startCity, type TestCity } from '@isegoria/kernel/api';
import { LiveServer } from '@isegoria/realtime/api';
import { Ballots, Recount, Tallies, VotesJobs } from '@isegoria/votes/api';
import { doors, slices } from './app.module';
import { collectionsOf, filesOf, keysOf, soundsLikeAPerson, tracesOf } from './own-data.builders';
import { afterACitizen, afterAnOffice, byKey, nobody, noPersons, people as known, privateWordsStay, shortLived } from './own-data.places.builders';
import { aCityWithPeople, act, anna, decide, type Done, everything, olga, type People, privateWord } from './own-data.story.builders';

// What is closed here has nothing on its way.
process.env['LAST_VOTES_SECONDS'] = '1';

interface OwnFile extends Record<string, unknown> {
  file: { parts: Record<string, { keys: Record<string, object> }> };
  end: { isComplete: boolean; unread: string[]; entries: Record<string, number> };
}

const leave = 'mutation { deleteAccount(password: "") { __typename } }';
const later = () => new Date(Date.now() + 3_600_000);

describe('a person’s own data, in a city with all its slices', () => {
  let city: TestCity;
  let people: People;
  let done: Done;
  let file: OwnFile;
  let before: Map<string, number>;
  let wordsBefore: string[];
  const mongo = () => city.get<Connection>(getConnectionToken());
  const signsOf = ({ citizen }: People['anna'], { name, email }: { name: string; email: string }) => [citizen.id, ...name.split(' '), email];
  const signsOfAnna = () => signsOf(people.anna, anna);
  const fetchFile = async ({ cookie }: People['anna']) => (await (await fetch(`${city.url}/auth/my-data`, { headers: { cookie } })).json()) as OwnFile;
  const part = (name: string) => file[name] as Record<string, unknown>[];
  const counts = async () => {
    await city.get(VotesJobs).catchUp();
    const tallies = await city.get(Tallies).fresh([`proposal:${done.his}`, done.secret, done.desk]);
    return [...tallies.values()].map(({ voters, counts: each }) => ({ voters, each }));
  };
  const places = (traces: Map<string, number>) => [...traces.keys()].sort();
  /** All that was to happen has happened: the second farewell, some minutes later. */
  const seenOff = async (who: People['anna']) => {
    await eventually('everybody has heard of it', async () => (await keysOf(city.get<Redis>(REDIS), `${process.env['REDIS_PREFIX']}:`, [`personal-data`])).every((key) => !key.includes(who.citizen.id)));
    await eventually('nothing is on its way', async () => {
      const { waiting, active } = await city.get<Queue>(getQueueToken('jobs')).getJobCounts();
      return waiting + active === 0;
    });
    await city.get(Leavers).seeOff(later());
  };

  beforeAll(async () => {
    const web = mkdtempSync(join(tmpdir(), 'isegoria-pages-'));
    cpSync('apps/web/index.html', join(web, 'index.html'));
    process.env['WEB_DIR'] = web;
    city = await startCity(slices, { doors });
    people = await aCityWithPeople(city);
    done = await everything(city, people);
    before = await tracesOf(mongo(), [...signsOfAnna(), ...signsOf(people.olga, olga)]);
    wordsBefore = places(await tracesOf(mongo(), [privateWord]));
    file = await fetchFile(people.anna);
  }, 240_000);
  afterAll(() => city.stop());

  describe('is looked for everywhere', () => {
    it('in every collection: a new one says whether it holds something of a person', async () => {
      expect(await collectionsOf(mongo())).toEqual([...known, ...Object.keys(byKey), ...Object.keys(nobody)].sort());
    });

    it('by people of whom each collection that knows people knows something', async () => {
      expect([...new Set([...before.keys()].map((place) => place.slice(0, place.indexOf('.'))))].sort()).toEqual([...known].sort());
      for (const name of Object.keys(byKey)) expect(await mongo().collection(name).countDocuments(), name).toBeGreaterThan(0);
    });

    it('in every field that sounds like a person: the story has written it, or it is none', () => {
      const fields = Object.values(mongo().models).flatMap((model) => Object.keys(model.schema.paths).filter(soundsLikeAPerson).map((path) => `${model.collection.name}.${path}`));
      const isWritten = (field: string) => [...before.keys()].some((place) => place === field || place.startsWith(`${field}.`));
      expect(fields.filter((field) => !isWritten(field) && !noPersons.includes(field))).toEqual([]);
      expect(noPersons.filter((field) => !fields.includes(field))).toEqual([]);
    });
  });

  describe('is in one file', () => {
    it('with each thing that she did, and a word on each key', () => {
      expect(file.end).toMatchObject({ isComplete: true, unread: [] });
      for (const [name, { keys }] of Object.entries(file.file.parts)) {
        for (const entry of part(name)) expect(Object.keys(keys), name).toEqual(expect.arrayContaining(Object.keys(entry)));
        expect(part(name)).toHaveLength(file.end.entries[name] ?? -1);
      }
      expect(file.end.entries).toMatchObject({ account: 1, roleChanges: 1, birthYearChecks: 1, amendments: 2, comments: 3, debates: 2, debateFairness: 1, opinionStatements: 1, opinionAnswers: 1, reports: 1, moderationCases: 8, memberLists: 1, mergeInvitations: 3, mergeNoes: 1, pictures: 2, proposals: 5, evaluations: 1, evaluationRequests: 1, developers: 2, reportSubscriptions: 1, requests: 3, requestWords: 1, panelOffers: 3, surveyAnswers: 1, surveyWords: 1, meetingGuests: 2, meetingQuestions: 2, volunteerOffers: 2, volunteerCalls: 2 });
      expect(part('proposals').map(({ status }) => status).sort()).toEqual(['DRAFT', 'HIDDEN', 'OPEN', 'OPEN', 'WAITING']);
      expect(part('comments').find(({ id }) => id === done.argument)).toMatchObject({ title: { el: 'Ποδηλατόδρομος ως το λιμάνι' }, formerTexts: [{ text: `Πρώτη διατύπωση ${privateWord}.` }] });
      expect(part('moderationCases')).toContainEqual(expect.objectContaining({ decision: 'hidden', objection: expect.objectContaining({ outcome: 'upheld' }) }));
    });

    it('with her votes as she may see them herself, and of sealed ones no more than that there is one', () => {
      const vote = (id: string) => part('votes').find(({ ballot }) => ballot === id);
      expect(vote(`proposal:${done.his}`)).toMatchObject({ kind: 'support', secrecy: 'open', isWithdrawn: false, title: { el: 'Ποδηλατόδρομος ως το λιμάνι' } });
      expect(vote(`proposal:${done.published}`)).toMatchObject({ isWithdrawn: true, answers: [] });
      expect(vote(done.secret)).toMatchObject({ secrecy: 'secret', answers: [{ questionId: 'q', optionId: 'b' }] });
      expect(vote(done.desk)).toMatchObject({ channel: 'paper' });
      expect(vote(done.open)).toMatchObject({ secrecy: 'sealed', answers: null });
      expect(vote(done.opened)).toMatchObject({ secrecy: 'sealed', answers: null });
    });

    it('with the votes that she replaced, and when they came, but nothing that tells of a sealed one that she voted again', () => {
      const replaced = part('votes').filter(({ isReplaced }) => isReplaced === true);
      expect(replaced).toHaveLength(2);
      expect(replaced.find(({ ballot }) => ballot === `proposal:${done.published}`)).toMatchObject({ isWithdrawn: false, answers: [{ questionId: 'support', optionId: 'yes' }], at: expect.any(String) });
      expect(replaced.find(({ ballot }) => ballot === done.secret)).toMatchObject({ answers: [{ questionId: 'q', optionId: 'a' }], at: expect.any(String) });
    });

    it('and nothing of others is in it', async () => {
      const { citizen } = people.vasilis;
      expect(JSON.stringify(file)).not.toMatch(new RegExp([citizen.id, citizen.name, people.olga.citizen.id, 'Υπευθυνοπούλου', 'Δεν είναι σωστό'].join('|')));
      const his = await fetchFile(people.vasilis);
      expect(his.end.entries).toMatchObject({ proposals: 4, comments: 2, reports: 2 });
      expect(JSON.stringify(his)).not.toMatch(new RegExp([...signsOfAnna(), 'Ένα πρόχειρο'].join('|')));
    });

    it('with what was done in an office', async () => {
      const { end } = await fetchFile(people.olga);
      expect(end).toMatchObject({ isComplete: true, entries: { consultations: 2, surveys: 1, debatesWork: 3, panelsWork: 3, proposalAnswers: 1, evaluationReplies: 1, decisionsEntered: 1, phaseChanges: 1, populations: 1, votesWork: 3, moderationWork: 3, roleChanges: 1, birthYearChecks: 1, requestWork: 2, initiativesWork: 2, newslettersWork: 1, meetingsWork: 5, volunteeringWork: 4 } });
    });
  });

  describe('when she leaves', () => {
    let countedBefore: unknown;
    beforeAll(async () => {
      countedBefore = await counts();
      await act(people.anna, leave, {}, 'AccountDeleted');
      await seenOff(people.anna);
    }, 60_000);

    it('is nowhere in the store', async () => {
      expect(places(await tracesOf(mongo(), signsOfAnna()))).toEqual(Object.keys(afterACitizen).sort());
      expect(await mongo().collection('outbox').countDocuments({ to: anna.email })).toBe(1);
    });

    it('takes her private words along', async () => {
      expect([...wordsBefore]).toEqual(expect.arrayContaining(['proposals.title', 'amendments.text', 'initiatives.text', 'debates.text', 'comments.text', 'comment-editions.text', 'moderation-objections.text', 'moderation-reports.snapshot', 'evaluations.change', 'files.alt', 'activities.params.title']));
      expect(places(await tracesOf(mongo(), [privateWord])).filter((place) => !(place in privateWordsStay))).toEqual([]);
      expect(places(await tracesOf(mongo(), [done.draft, done.waiting]))).not.toContain('proposals._id');
      expect(await mongo().collection('comment-editions').countDocuments()).toBe(0);
      const requests = mongo().collection<{ _id: string; status: string; text: string }>('requests');
      expect(await requests.findOne({ _id: done.tree }), 'the branch is still cut').toMatchObject({ status: 'received', listed: true, text: '', reporterId: null, isNamed: false });
      expect(await requests.findOne({ _id: done.noise })).toMatchObject({ status: 'withdrawn', listed: false, answers: [] });
      expect(await requests.findOne({ _id: done.wall })).toBeNull();
    });

    it('is in no file of the city, and in Redis only where it ends by itself', async () => {
      expect(filesOf(kernelEnv.DATA_DIR, signsOfAnna())).toEqual([]);
      await city.get(LiveServer).trim(later());
      const redis = city.get<Redis>(REDIS);
      const prefix = process.env['REDIS_PREFIX'] ?? '';
      const left = await keysOf(redis, prefix, signsOfAnna());
      expect(left.filter((key) => !shortLived.some((pattern) => pattern.test(key)))).toEqual([]);
      for (const key of left) expect(await redis.ttl(`${prefix}${key}`), key).toBeGreaterThan(0);
    });

    it('leaves her public words to nobody, on every page and in every file', async () => {
      const { data } = await city.graph<{ proposal: { title: string; author: object }; comments: { items: { text: string; author: object | null }[] } }>(
        'query ($id: ID!, $s: SubjectInput!) { proposal(id: $id) { title author { id name } } comments(subject: $s, alignment: FOR) { items { text author { id name } } } }',
        { id: done.published, s: { kind: 'proposal', id: done.his } },
      );
      expect(data.proposal).toEqual({ title: 'Σκίαστρα στη διαδρομή προς τα σχολεία', author: { id: '', name: '' } });
      expect(data.comments.items.find(({ text }) => text.startsWith('Ναι, γιατί'))?.author).toBeNull();
      // As pages: one address may take only so many whole files a minute.
      const files = city.get(Datasets).inOrder().filter(({ rows }) => rows).map(({ id }) => `/data/${id}.csv?limit=10000`);
      const addresses = ['/', '/sitemap.xml', `/proposals/${done.published}`, `/proposals/${done.his}`, `/opinions/proposal/${done.his}`, '/feeds/proposals.atom', '/feeds/proposals.json', '/feeds/answers.atom', '/catalog.jsonld', ...files];
      for (const address of addresses) {
        const answer = await fetch(`${city.url}${address}`, { headers: { accept: 'text/html,*/*' } });
        const text = await answer.text();
        expect(answer.status, address).toBe(200);
        if (/^\/(proposals\/|feeds\/proposals|data\/proposals)/.test(address)) expect(text, address).toMatch(/Σκίαστρα|Ποδηλατόδρομος/);
        for (const sign of signsOfAnna()) expect(text.includes(sign), address).toBe(false);
      }
    });

    it('stays counted, and the count made anew from the log is the same', async () => {
      expect(await counts()).toEqual(countedBefore);
      await city.get(Projections).named('votes')?.rebuild(() => undefined);
      expect(await counts()).toEqual(countedBefore);
      expect(await city.get(Recount).disagreements()).toEqual([]);
    });

    it('is nobody in a box that is opened later', async () => {
      const closesAt = await city.get(Ballots).close(done.open);
      await eventually('the ballot is over', () => new Date() > closesAt);
      for (const [who, at] of [[people.petros, 1], [people.vasilis, 2]] as const) await act(who, 'mutation ($id: ID!, $share: String!) { giveShare(ballotId: $id, share: $share) { __typename ... on NotAllowed { reason } } }', { id: done.open, share: done.shares[at] }, 'ShareTaken');
      await eventually('the box is opened', async () => (await mongo().collection('box_electors').countDocuments()) === 4, 30_000);
      expect((await mongo().collection('box_electors').find().toArray()).map(({ personId }) => String(personId)).sort()).toEqual(['', '', people.vasilis.citizen.personId, people.vasilis.citizen.personId]);
    });

    it('and her report loses its words when it is decided', async () => {
      await act(people.olga, 'mutation ($id: ID!) { releaseCase(id: $id) { __typename } }', { id: (await mongo().collection<{ _id: string }>('moderation-cases').findOne({ item: `comment:${done.hisArgument}`, status: 'open' }))?._id });
      await decide(people.petros, done.hisArgument);
      expect(places(await tracesOf(mongo(), [privateWord]))).not.toContain('moderation-reports.note');
    });
  });

  it('and of somebody in office who leaves only acts stay', async () => {
    await act(people.olga, leave, {}, 'AccountDeleted');
    await seenOff(people.olga);
    const found = places(await tracesOf(mongo(), signsOf(people.olga, olga)));
    expect(found.filter((place) => !(place in afterACitizen) && !(place in afterAnOffice))).toEqual([]);
    // No place is allowed in which nobody ever stood.
    expect(Object.keys(afterAnOffice).filter((place) => !before.has(place))).toEqual([]);
  });
});
