import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, personIdOf, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { eventually, newId, startCity, type TestCity } from '@isegoria/kernel/api';
import { Ballots, type NewBallot } from '../ballots/ballots.service';
import { Electorates } from './electorates.service';
import { MemberLists } from './member-lists.service';
import { MemberStore } from './member-store';
import { aVote } from '../votes.builders';
import { VotesModule } from '../votes.module';

const makeList = 'mutation M($title: LocalizedInput!) { makeMemberList(title: $title) { __typename ... on MemberList { id members } ... on Invalid { problems { field code } } } }';
const change = `mutation C($listId: ID!, $act: MemberAct!, $text: String!) { changeMembers(listId: $listId, act: $act, text: $text) {
  __typename ... on MembersChanged { changed already repeated list { members changes { added removed members byName } } } ... on UnmatchedLines { total lines { line text problem } } ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }`;
const castVote = 'mutation C($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename ... on NotEntitled { reason } } }';
const votingRight = 'query R($ballotId: ID!) { votingRight(ballotId: $ballotId) { mayVote reason } }';
type Fate = { __typename: string; changed?: number; already?: number; repeated?: number; total?: number; lines?: object[]; reason?: string; list?: { members: number; changes: object[] }; problems?: object[] };

describe('a list of members', { timeout: 60_000 }, () => {
  let city: TestCity;
  let mongo: Connection;
  let administrator: SignedIn;
  let maria: SignedIn;
  let nikos: SignedIn;

  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule], { doors: [sessionDoor] });
    mongo = city.get<Connection>(getConnectionToken());
    administrator = await signedIn(city, { roles: ['administrator'], name: 'Διαχειρίστρια' });
    maria = await signedIn(city, { email: 'maria@example.org' });
    nikos = await signedIn(city, { email: 'nikos@example.org', personId: personIdOf('afm', '090000045') });
  }, 60_000);
  afterAll(() => city.stop());

  async function aList(): Promise<string> {
    const title = { el: 'Γονείς <script>alert(1)</script>', en: 'Parents' };
    return (await administrator.graph<{ makeMemberList: { id: string } }>(makeList, { title })).data.makeMemberList.id;
  }
  const act = async (listId: string, text: string, wanted: 'enlist' | 'delist' = 'enlist') => (await administrator.graph<{ changeMembers: Fate }>(change, { listId, act: wanted, text })).data.changeMembers;
  async function aBallot(wanted: Partial<NewBallot> = {}): Promise<string> {
    const id = `poll:${newId()}`;
    await city.get(Ballots).open({ id, subject: { kind: 'poll', id: id.slice(5) }, kind: 'poll', questions: [{ id: 'q', options: ['a', 'b'] }], closesAt: new Date(Date.now() + 3600_000), ...wanted });
    return id;
  }
  const right = async (who: SignedIn | TestCity, ballotId: string) => (await who.graph<{ votingRight: { mayVote: boolean; reason: string | null } }>(votingRight, { ballotId })).data.votingRight;

  it('is made by addresses and tax numbers, each person once, and taken apart by the same', async () => {
    const list = await aList();
    expect(await act(list, 'email;name\nMaria@Example.org;Μαρία\r\n090000045;Νίκος\nnikos@example.org\n094019245\n')).toMatchObject({ __typename: 'MembersChanged', changed: 3, already: 0, repeated: 1, list: { members: 3 } });
    expect(await act(list, 'maria@example.org')).toMatchObject({ changed: 0, already: 1, list: { members: 3, changes: [{ added: 3, removed: 0, members: 3, byName: 'Διαχειρίστρια' }] } });
    expect(await act(list, '090000045\n090165560', 'delist')).toMatchObject({ changed: 1, already: 1, list: { members: 2, changes: [{ added: 0, removed: 1, members: 2 }, { added: 3 }] } });
    expect([await city.get(Electorates).isOn(list, nikos.citizen.personId), await city.get(Electorates).isOn(list, maria.citizen.personId)]).toEqual([false, true]);
    const kept = JSON.stringify([await mongo.collection('electorate_members').find().toArray(), await mongo.collection('member_changes').find().toArray()]);
    expect(kept).not.toMatch(/maria@|090000045|person:|afm:/);
  });

  it('takes all lines or none, and names those that name nobody', async () => {
    const list = await aList();
    expect(await act(list, 'maria@example.org\nnobody@example.org\n123456789\n\nαβγ')).toEqual({
      __typename: 'UnmatchedLines', total: 3,
      lines: [{ line: 2, text: 'nobody@example.org', problem: 'email' }, { line: 3, text: '123456789', problem: 'number' }, { line: 5, text: 'αβγ', problem: 'unreadable' }],
    });
    expect(await city.get(MemberStore).count(list)).toBe(0);
    expect((await act(list, ' \n')).problems).toEqual([{ field: 'text', code: 'required' }]);
    expect((await act(list, 'maria@example.org\n'.repeat(5000))).problems).toEqual([{ field: 'text', code: 'too_long' }]);
    const many = Array.from({ length: 1500 }, (_, at) => taxNumber(at));
    expect(await act(list, many.join('\n'))).toMatchObject({ changed: 1500, list: { members: 1500 } });
    expect(await city.get(MemberStore).count(list)).toBe(1500);
  });

  it('is counted at the announcement, and does not change from there until the ballot is over', async () => {
    const list = await aList();
    await act(list, 'maria@example.org\nnikos@example.org');
    const id = await aBallot({ electorate: { list } });
    expect((await city.get(Ballots).find(id))?.electorate).toMatchObject({ entitled: 2 });
    expect(await act(list, '094019245')).toMatchObject({ __typename: 'NotAllowed', reason: 'asked' });
    expect((await administrator.graph<{ deleteMemberList: Fate }>(`mutation { deleteMemberList(id: "${list}") { __typename } }`)).data.deleteMemberList.__typename).toBe('NotAllowed');
    expect(await city.get(MemberStore).count(list)).toBe(2);
    const { data } = await administrator.graph<{ electorates: { ballotId: string }[] }>('{ electorates { ballotId electorate { entitled listTitle { en } } } }');
    expect(data.electorates.find(({ ballotId }) => ballotId === id)).toEqual({ ballotId: id, electorate: { entitled: 2, listTitle: { en: 'Parents' } } });

    const soon = await aList();
    await act(soon, 'maria@example.org');
    await aBallot({ electorate: { list: soon }, closesAt: new Date(Date.now() + 1500) });
    expect((await act(soon, '094019245')).reason).toBe('asked');
    await eventually('the ballot is over', async () => (await act(soon, '094019245')).__typename === 'MembersChanged');
    await city.get(Ballots).reopen((await aBallot({ electorate: { list: soon }, closesAt: new Date(Date.now() - 1) })), new Date(Date.now() + 3600_000));
    expect((await act(soon, '094019245', 'delist')).reason).toBe('asked');
  });

  it('is counted whole or not at all when an announcement and a change come at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const list = await aList();
      await act(list, 'maria@example.org');
      const [fate, id] = await Promise.all([act(list, Array.from({ length: 40 }, (_, at) => taxNumber(at)).join('\n')), aBallot({ electorate: { list } })]);
      const entitled = (await city.get(Ballots).find(id))?.electorate?.entitled;
      expect([entitled, await city.get(MemberStore).count(list)]).toEqual(fate.__typename === 'MembersChanged' ? [41, 41] : [1, 1]);
    }
  });

  it('stands in the ledger with its numbers at each change, and nobody’s name', async () => {
    const list = await aList();
    await act(list, 'maria@example.org\nnikos@example.org');
    await act(list, 'nikos@example.org', 'delist');
    await administrator.graph(`mutation { deleteMemberList(id: "${list}") { __typename } }`);
    await city.get(MemberLists).tell();
    await city.get(MemberLists).tell();
    const acts = await mongo.collection('ledger_acts').find({ 'leaf.subject.id': list }).sort({ _id: 1 }).toArray();
    expect(acts.map(({ leaf }) => leaf as object)).toMatchObject([
      { act: 'electorate.changed', role: 'administrator', body: { list, added: 2, removed: 0, members: 2 } },
      { act: 'electorate.changed', body: { added: 0, removed: 1, members: 1 } },
      { act: 'electorate.changed', body: { added: 0, removed: 1, members: 0 } },
    ]);
    expect(JSON.stringify(acts)).not.toMatch(/maria|nikos|person:|afm:/);
    expect(await city.get(MemberStore).count(list)).toBe(0);
    expect(await act(list, 'maria@example.org')).toEqual({ __typename: 'NotFound' });
  });

  it('is an administrator’s to see and to change', async () => {
    const list = await aList();
    for (const who of [maria, await signedIn(city, { roles: ['official', 'moderator', 'council'] })]) {
      for (const ask of [`mutation { deleteMemberList(id: "${list}") { __typename } }`, '{ memberLists { id } }', '{ electorates { ballotId } }', `{ memberList(id: "${list}") { id } }`]) {
        expect((await who.graph(ask)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    }
    expect((await administrator.graph<{ makeMemberList: Fate }>(makeList, { title: { el: ' ', en: 'x'.repeat(101) } })).data.makeMemberList.problems).toEqual([{ field: 'title.el', code: 'required' }, { field: 'title.en', code: 'too_long' }]);
  });

  it('is part of what a person takes along, and forgets an account that is closed', async () => {
    const list = await aList();
    const anna = await signedIn(city, { email: 'anna@example.org' });
    await act(list, 'anna@example.org\nmaria@example.org');
    expect(await (await fetch(`${city.url}/auth/my-data`, { headers: { cookie: anna.cookie } })).json()).toMatchObject({ memberLists: [{ id: list }] });
    await anna.graph('mutation { deleteAccount(password: "") { __typename } }');
    await eventually('she is forgotten', async () => (await city.get(MemberStore).count(list)) === 1);
    expect(await city.get(MemberLists).one(list)).toMatchObject({ members: 1 });
  });

  it('and every other rule is told to the citizen before they vote, as they are told when they do', async () => {
    const list = await aList();
    await act(list, 'maria@example.org');
    const young = await signedIn(city, { birthYear: new Date().getFullYear() - 10, saidBy: 'self' });
    const grown = await signedIn(city, { birthYear: 1980, saidBy: 'self', districtId: 'ormos' });
    const cases: [Partial<NewBallot>, SignedIn, string | null][] = [
      [{ electorate: { list } }, maria, null], [{ electorate: { list } }, nikos, 'list'],
      [{ electorate: { verified: true } }, nikos, null], [{ electorate: { verified: true } }, maria, 'verified'],
      [{ electorate: { minimumAge: 17 } }, grown, null], [{ electorate: { minimumAge: 17 } }, young, 'age'], [{ electorate: { minimumAge: 17 } }, maria, 'birth_year'],
      [{ electorate: { minimumAge: 17, verified: true } }, await signedIn(city, { personId: personIdOf('afm', newId()), birthYear: 1980, saidBy: 'self' }), 'birth_year_unverified'],
      [{ electorate: { minimumAge: 17, verified: true } }, await signedIn(city, { personId: personIdOf('afm', newId()), birthYear: 1980 }), null],
    ];
    for (const [wanted, who, reason] of cases) {
      const id = await aBallot(wanted);
      expect(await right(who, id)).toEqual({ mayVote: reason === null, reason });
      const { castVote: fate } = (await who.graph<{ castVote: { __typename: string; reason?: string } }>(castVote, aVote(id, 'q:a'))).data;
      expect([fate.__typename, fate.reason ?? null]).toEqual([reason === null ? 'VoteCast' : 'NotEntitled', reason]);
    }
    const local = await aBallot({ districts: ['limani'] });
    const others = [grown, await signedIn(city, { districtId: null }), city, await signedIn(city, { confirmed: false })];
    expect(await Promise.all(others.map(async (who) => (await right(who, local)).reason))).toEqual(['district', 'no_district', 'sign_in', 'unconfirmed']);
  });
});

/** A tax number that is right, made up. */
function taxNumber(at: number): string {
  const digits = String(10_000_000 + at);
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * 2 ** (8 - place), 0);
  return `${digits}${(sum % 11) % 10}`;
}
