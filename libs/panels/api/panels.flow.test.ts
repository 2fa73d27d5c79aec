import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PersonalData, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { eventually, newId, startCity, Subjects, type TestCity, Threads } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { checkDraw, type DrawFile, type PanelInput, type PanelMember, type Panel as Shown } from '@isegoria/panels/contracts';
import { listen } from '@isegoria/realtime/api';
import { Lot } from './lot.service';
import { News } from './news';
import { Offer } from './offer.schema';
import { Panel } from './panel.schema';
import { PanelsModule } from './panels.module';
import { aCall } from './panels.builders';

const whole = 'id stage revision title { el } seats offers listDigest numbers seed cells { key offers seats people } accepted withdrawal { reason } mine { state ticket cell refused answerBy canEdit canPublish canWithdraw canEnter hasEntry }';
const refused = '... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason }';
const kept = `__typename ... on PanelSaved { panel { ${whole} } } ${refused}`;
const q = {
  save: `mutation ($id: ID!, $revision: Int, $input: PanelInput!) { savePanel(id: $id, revision: $revision, input: $input) { ${kept} } }`,
  publish: `mutation ($id: ID!, $revision: Int!) { publishPanel(id: $id, revision: $revision) { ${kept} } }`,
  discard: 'mutation ($id: ID!) { discardPanel(id: $id) { __typename ... on NotAllowed { reason } } }',
  withdraw: `mutation ($id: ID!, $reason: String!) { withdrawPanel(id: $id, reason: $reason) { ${kept} } }`,
  offer: `mutation ($id: ID!) { offerForPanel(id: $id) { __typename ... on PanelSaved { panel { ${whole} } } ... on NotAllowed { reason } ... on NotFound { reason } } }`,
  back: `mutation ($id: ID!) { takeOfferBack(id: $id) { __typename ... on PanelSaved { panel { ${whole} } } ... on NotAllowed { reason } ... on NotFound { reason } } }`,
  answer: `mutation ($id: ID!, $accepts: Boolean!, $showsName: Boolean!) { answerSeat(id: $id, accepts: $accepts, showsName: $showsName) { __typename ... on PanelSaved { panel { ${whole} } } ... on NotAllowed { reason } ... on NotFound { reason } } }`,
  enter: `mutation ($id: ID!, $numbers: String!) { enterPanelNumbers(id: $id, numbers: $numbers) { __typename ... on PanelNumbersEntered { isDrawn panel { ${whole} } } ${refused} } }`,
  read: `query ($id: ID!) { panel(id: $id) { ${whole} } }`,
  members: 'query ($id: ID!) { panelMembers(panelId: $id) { ticket cell state rank name } }',
  list: 'query ($stage: PanelStage) { panels(stage: $stage) { total items { id stage } } }',
  desk: '{ panelDesk { items { id stage } } }',
};
type Result = { __typename: string; panel?: Shown; isDrawn?: boolean; reason?: string; problems?: object[] };

describe('a panel, from its call to its last seat', () => {
  let city: TestCity;
  let official: SignedIn;
  let colleague: SignedIn;
  let stranger: SignedIn;
  let clerk: SignedIn;
  let people: SignedIn[];
  let panels: Model<Panel>;
  let offers: Model<Offer>;

  const person = (at: number) => ({ name: `Πολίτης ${at} <b>`, personId: `afm:${at}`, birthYear: 1950 + (at % 50), districtId: at % 3 === 0 ? 'limani' : 'kentro', gender: at % 2 ? ('male' as const) : ('female' as const) });

  beforeAll(async () => {
    city = await startCity([PanelsModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    [official, colleague, stranger, clerk] = await Promise.all([
      signedIn(city, { name: 'Υπηρεσία', roles: ['official'], departmentId: 'technical' }), signedIn(city, { name: 'Συνάδελφος', roles: ['official'], departmentId: 'technical' }),
      signedIn(city, { name: 'Άλλη υπηρεσία', roles: ['official'], departmentId: 'environment' }), signedIn(city, { name: 'Γραμματεία', roles: ['clerk'] }),
    ]);
    people = await Promise.all(Array.from({ length: 18 }, (_, at) => signedIn(city, person(at))));
    panels = city.get<Model<Panel>>(getModelToken(Panel.name));
    offers = city.get<Model<Offer>>(getModelToken(Offer.name));
  }, 120_000);
  afterAll(() => city.stop());

  const asked = async <T>(who: SignedIn | TestCity, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await who.graph<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const act = async (who: SignedIn, mutation: string, variables: Record<string, unknown>): Promise<Result> => Object.values(await asked<Record<string, Result>>(who, mutation, variables))[0] ?? { __typename: '' };
  const drafted = async (wanted: Partial<PanelInput> = {}): Promise<string> => {
    const id = newId();
    expect(await act(official, q.save, { id, input: aCall(wanted) })).toMatchObject({ __typename: 'PanelSaved', panel: { stage: 'draft', revision: 1 } });
    return id;
  };
  const opened = async (wanted: Partial<PanelInput> = {}): Promise<string> => {
    const id = await drafted(wanted);
    expect(await act(official, q.publish, { id, revision: 1 })).toMatchObject({ __typename: 'PanelSaved', panel: { stage: 'open' } });
    return id;
  };
  const read = async (id: string, who: SignedIn | TestCity = city) => (await asked<{ panel: Shown | null }>(who, q.read, { id })).panel;
  const listed = async (id: string, all = people) => {
    for (const who of all) expect((await act(who, q.offer, { id })).__typename).toBe('PanelSaved');
  };
  /** As if its days had passed. */
  const closed = async (id: string): Promise<void> => {
    await panels.updateOne({ _id: id }, { $set: { closesAt: new Date(Date.now() - 60_000), drawsAt: new Date(Date.now() - 1000) } });
    await Promise.all([city.get(Lot).goOn(), city.get(Lot).goOn()]);
  };
  const drawnOne = async (wanted: Partial<PanelInput> = {}, all = people): Promise<string> => {
    const id = await opened(wanted);
    await listed(id, all);
    await closed(id);
    await act(official, q.enter, { id, numbers: '4 11 23' });
    expect(await act(colleague, q.enter, { id, numbers: '4, 11, 23' })).toMatchObject({ isDrawn: true });
    return id;
  };
  const file = async (id: string): Promise<DrawFile> => (await fetch(`${city.url}/panel-files/${id}/draw.json`)).json() as Promise<DrawFile>;
  const members = async (id: string) => (await asked<{ panelMembers: PanelMember[] }>(city, q.members, { id })).panelMembers;
  const owner = async (id: string, ticket: string): Promise<SignedIn> => {
    const offer = await offers.findOne({ panelId: id, ticket }).lean<Offer>().exec();
    const found = people.find(({ citizen }) => citizen.id === offer?.citizenId);
    if (!found) throw new Error('nobody has this ticket');
    return found;
  };

  describe('as its department writes it', () => {
    it('is seen by nobody else; sending it twice makes one, and a colleague is not written over', async () => {
      const id = newId();
      const both = await Promise.all([act(official, q.save, { id, input: aCall() }), act(official, q.save, { id, input: aCall() })]);
      expect(both.some(({ __typename }) => __typename === 'PanelSaved')).toBe(true);
      expect(await panels.countDocuments({ _id: id })).toBe(1);
      expect(await read(id)).toBeNull();
      expect(await read(id, stranger)).toBeNull();
      expect(await act(stranger, q.publish, { id, revision: 1 })).toEqual({ __typename: 'NotFound', reason: 'panel' });
      expect(await act(colleague, q.save, { id, revision: 1, input: aCall({ seats: 9 }) })).toMatchObject({ panel: { seats: 9, revision: 2 } });
      expect(await act(official, q.save, { id, revision: 1, input: aCall() })).toEqual({ __typename: 'NotAllowed', reason: 'changed' });
      expect((await official.graph<{ panelDesk: { items: { id: string }[] } }>(q.desk)).data.panelDesk.items.map((one) => one.id)).toContain(id);
      expect((await people[0]?.graph(q.save, { id: newId(), input: aCall() }))?.errors).toBeDefined();
      expect(await act(official, q.discard, { id })).toEqual({ __typename: 'PanelDiscarded' });
      expect(await read(id, official)).toBeNull();
    });

    it('says what its call lacks, and that the numbers must come after the list is closed', async () => {
      expect(await act(official, q.save, { id: newId(), input: aCall({ seats: 2, answerDays: 90 }) })).toMatchObject({ problems: [{ field: 'seats', code: 'too_small', limit: 5 }, { field: 'answerDays', code: 'too_big', limit: 30 }] });
      const id = await drafted({ text: { el: '', en: '' }, closesAt: new Date(Date.now() + 86_400_000), drawsAt: new Date() });
      expect(await act(official, q.publish, { id, revision: 1 })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'text.el' }, { field: 'closesAt', code: 'too_short', limit: 7 }, { field: 'drawsAt', code: 'too_small' }] });
    });

    it('does not change once it is public; it is only taken back, and those on its list hear why', async () => {
      const id = await opened();
      await listed(id, people.slice(0, 2));
      expect(await act(official, q.save, { id, revision: 2, input: aCall({ seats: 20 }) })).toEqual({ __typename: 'NotAllowed', reason: 'frozen' });
      expect(await act(official, q.discard, { id })).toEqual({ __typename: 'NotAllowed', reason: 'published' });
      expect(await act(stranger, q.withdraw, { id, reason: 'Δεν μας αρέσει αυτή η ομάδα.' })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
      expect(await act(official, q.withdraw, { id, reason: 'Το θέμα λύθηκε με άλλον τρόπο.' })).toMatchObject({ panel: { stage: 'withdrawn', withdrawal: { reason: 'Το θέμα λύθηκε με άλλον τρόπο.' } } });
      await eventually('they are told', async () => (await notices(people[0])).includes('panels.withdrawn'));
      await city.get(Lot).forget();
      expect(await offers.countDocuments({ panelId: id, citizenId: { $ne: null } })).toBe(0);
    });
  });

  const notices = async (who: SignedIn | undefined): Promise<string[]> => (await who?.graph<{ inbox: { items: { name: string }[] } }>('{ inbox { items { name } } }'))?.data.inbox.items.map(({ name }) => name) ?? [];

  describe('people who offer themselves', () => {
    it('are on the list once, however often and from however many tabs they press, and may leave it again', async () => {
      const id = await opened();
      const screen = await listen(city.url);
      await screen.watch({ kind: 'panel', id });
      const [eleni, nikos] = people;
      if (!eleni || !nikos) throw new Error('people');
      await Promise.all(Array.from({ length: 12 }, () => act(eleni, q.offer, { id })));
      expect(await read(id)).toMatchObject({ offers: 1 });
      expect(await offers.countDocuments({ panelId: id })).toBe(1);
      await eventually('other screens hear', () => screen.heard.length > 0);
      expect((await act(nikos, q.offer, { id })).panel?.mine).toMatchObject({ state: 'offered', refused: null });
      expect((await act(nikos, q.back, { id })).panel).toMatchObject({ offers: 1, mine: { state: null, ticket: null } });
      expect((await act(nikos, q.back, { id })).panel).toMatchObject({ offers: 1 });
      // Nobody else learns who is on it, nor of which groups, before it is drawn.
      expect(await members(id)).toEqual([]);
      expect(await read(id, nikos)).toMatchObject({ cells: [], mine: { state: null, refused: null } });
      expect((await fetch(`${city.url}/panel-files/${id}/draw.json`)).status).toBe(404);
      screen.close();
    });

    it('are verified persons of those who are asked, of whom the draw knows what it needs', async () => {
      const id = await opened({ districtIds: ['limani'], minimumAge: 40, balance: ['gender'] });
      const offered = async (wanted: object) => (await act(await signedIn(city, { ...person(0), personId: `afm:${newId()}`, ...wanted }), q.offer, { id })).reason ?? null;
      expect(await offered({ personId: undefined })).toBe('verified');
      expect(await offered({ districtId: 'kentro' })).toBe('district');
      expect(await offered({ birthYear: 2005 })).toBe('age');
      expect(await offered({ birthYear: null })).toBe('age');
      expect(await offered({ gender: null })).toBe('unknown');
      expect(await offered({ confirmed: false })).toBe('unconfirmed');
      expect(await offered({})).toBeNull();
      expect((await people[0]?.graph<{ offerForPanel: object }>(q.offer, { id: 'none' }))?.data.offerForPanel).toEqual({ __typename: 'NotFound', reason: 'panel' });
    });

    it('come too late when the minute has passed, whether or not anything closed the list; and the list that is closed is whole', async () => {
      const id = await opened();
      await panels.updateOne({ _id: id }, { $set: { closesAt: new Date(Date.now() + 400) } });
      const late = await Promise.all(people.map(async (who, at) => {
        await new Promise((wake) => setTimeout(wake, at * 40));
        return (await act(who, q.offer, { id })).__typename;
      }));
      await city.get(Lot).goOn();
      const panel = await read(id);
      expect(late.filter((one) => one === 'PanelSaved')).toHaveLength(panel?.offers ?? -1);
      expect(await offers.countDocuments({ panelId: id })).toBe(panel?.offers);
      expect(panel).toMatchObject({ stage: 'drawing' });
      expect(await act(people[17] as SignedIn, q.offer, { id })).toEqual({ __typename: 'NotAllowed', reason: 'not_open' });
    });
  });

  describe('the draw', () => {
    it('waits for the hour, and for two officials who say the same and did not offer themselves', async () => {
      const id = await opened();
      await listed(id, people.slice(0, 8));
      expect(await act(official, q.enter, { id, numbers: '1 2 3' })).toEqual({ __typename: 'NotAllowed', reason: 'too_early' });
      await closed(id);
      const { listDigest } = (await read(id)) ?? {};
      expect(listDigest).toMatch(/^[\w-]{43}$/);
      await panels.updateOne({ _id: id }, { $set: { drawsAt: new Date(Date.now() + 60_000) } });
      expect(await act(official, q.enter, { id, numbers: '1 2 3' })).toEqual({ __typename: 'NotAllowed', reason: 'too_early' });
      await panels.updateOne({ _id: id }, { $set: { drawsAt: new Date() } });
      expect(await act(stranger, q.enter, { id, numbers: '1 2 3' })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
      expect(await act(official, q.enter, { id, numbers: '1 2 3' })).toMatchObject({ isDrawn: false, panel: { stage: 'drawing', seed: null, numbers: null } });
      expect(await act(official, q.enter, { id, numbers: '1 2 3' })).toMatchObject({ isDrawn: false });
      expect(await act(official, q.enter, { id, numbers: '1 2 4' })).toEqual({ __typename: 'NotAllowed', reason: 'same_person' });
      expect(await act(clerk, q.enter, { id, numbers: '1 2 4' })).toEqual({ __typename: 'NotAllowed', reason: 'differs' });
      expect(await act(clerk, q.enter, { id, numbers: '1 2 3' })).toMatchObject({ isDrawn: false });
      const both = await Promise.all([act(official, q.enter, { id, numbers: '1-2-3' }), act(colleague, q.enter, { id, numbers: '1, 2, 3' })]);
      expect(both.every(({ isDrawn }) => isDrawn)).toBe(true);
      expect(await read(id)).toMatchObject({ stage: 'seating', numbers: '1 2 3', listDigest });
      expect(await act(official, q.enter, { id, numbers: '9 9 9' })).toEqual({ __typename: 'NotAllowed', reason: 'drawn' });
      await eventually('the ledger has the list before the numbers', async () => {
        const acts = await city.get<Model<{ leaf: { act: string; subject: { id: string }; body: Record<string, unknown> } }>>(getModelToken('LedgerActRecord')).find({ 'leaf.subject.id': id }).sort({ _id: 1 }).lean().exec();
        const [published, over, drawn] = acts.map(({ leaf }) => leaf);
        return published?.act === 'panel.published' && over?.act === 'panel.closed' && over.body['list'] === listDigest && drawn?.act === 'panel.drawn' && drawn.body['numbers'] === '1 2 3';
      });
    });

    it('gives each group its seats, and anyone who draws again finds the same', async () => {
      const id = await drawnOne();
      const panel = await read(id);
      expect(panel?.cells).toMatchObject([{ key: 'districtId=kentro', offers: 12, seats: 4 }, { key: 'districtId=limani', offers: 6, seats: 2 }]);
      expect(await members(id)).toHaveLength(6);
      expect((await members(id)).every(({ state, name }) => state === 'drawn' && name === null)).toBe(true);
      expect(checkDraw(await file(id))).toEqual({ listed: 18, isList: true, isSeed: true, isQuotas: true, wrong: [] });
      // A line that the city changes afterwards is seen.
      const seatless = await offers.findOne({ panelId: id, seat: null }).lean<Offer>().orFail().exec();
      await offers.updateOne({ _id: seatless._id }, { $set: { ticket: 'aaaaa-aaaaa-aaaaa' } });
      expect(checkDraw(await file(id)).isList).toBe(false);
      await offers.updateOne({ _id: seatless._id }, { $set: { ticket: seatless.ticket } });
    });

    it('is gone on with where a process died after the seed was written', async () => {
      const id = await opened();
      await listed(id);
      await closed(id);
      const { listDigest } = await panels.findById(id).lean<Panel>().orFail().exec();
      await panels.updateOne({ _id: id }, { $set: { stage: 'seating', seed: (await import('@isegoria/panels/contracts')).seedOf(listDigest ?? '', '7'), numbers: '7', drawnAt: new Date() } });
      await Promise.all([city.get(Lot).goOn(), city.get(Lot).fill(id), city.get(Lot).fill(id)]);
      expect(await members(id)).toHaveLength(6);
      expect(checkDraw(await file(id)).wrong).toEqual([]);
    });
  });

  describe('who was drawn', () => {
    it('is told, takes the seat with or without a name, or leaves it to the next of the same group', async () => {
      const id = await drawnOne();
      const [first, second] = await members(id);
      const [one, other] = [await owner(id, first?.ticket ?? ''), await owner(id, second?.ticket ?? '')];
      await city.get(News).tellSeats();
      expect((await notices(one)).filter((name) => name === 'panels.seat').length).toBeGreaterThan(0);
      expect(await act(one, q.answer, { id, accepts: true, showsName: true })).toMatchObject({ panel: { accepted: 1, mine: { state: 'accepted' } } });
      expect((await members(id)).find(({ ticket }) => ticket === first?.ticket)?.name).toBe(one.citizen.name);
      await Promise.all([act(other, q.answer, { id, accepts: false, showsName: false }), act(other, q.answer, { id, accepts: false, showsName: false })]);
      const now = await members(id);
      expect(now).toHaveLength(7);
      expect(now[6]).toMatchObject({ cell: second?.cell, state: 'drawn' });
      expect(now.filter(({ state }) => state === 'drawn' || state === 'accepted')).toHaveLength(6);
      expect(await act(other, q.answer, { id, accepts: true, showsName: false })).toEqual({ __typename: 'NotAllowed', reason: 'not_drawn' });
      const nobody = people.find(({ citizen }) => ![one, other].some((who) => who.citizen.id === citizen.id)) as SignedIn;
      const state = (await read(id, nobody))?.mine.state;
      expect((await act(nobody, q.answer, { id, accepts: true, showsName: false })).reason ?? null).toBe(state === 'drawn' ? null : 'not_drawn');
      expect(checkDraw(await file(id)).wrong).toEqual([]);
    });

    it('loses it when they do not answer; the panel is complete when everybody asked has', async () => {
      const id = await drawnOne({}, people.slice(0, 9));
      const before = await members(id);
      const late = await owner(id, before[0]?.ticket ?? '');
      await offers.updateOne({ panelId: id, ticket: before[0]?.ticket ?? '' }, { $set: { answerBy: new Date(Date.now() - 1000) } });
      await city.get(Lot).goOn();
      expect((await read(id, late))?.mine.state).toBe('lapsed');
      for (const { ticket, state } of await members(id)) if (state === 'drawn') await act(await owner(id, ticket), q.answer, { id, accepts: true, showsName: false });
      expect(await read(id)).toMatchObject({ stage: 'seated', accepted: 6 });
      await city.get(News).tellSeats();
      await eventually('who lost it hears so', async () => (await notices(late)).includes('panels.lapsed'));
      expect(await act(official, q.withdraw, { id, reason: 'Άργησε πολύ η κλήρωση.' })).toEqual({ __typename: 'NotAllowed', reason: 'seated' });
      const names = (await city.get(Threads).all()[0]?.moments([{ kind: 'panel', id }]))?.map((moment) => moment.id.split(':').at(-1));
      expect(names).toEqual(['published', 'closed', 'drawn', 'seated']);
    });

    it('is as many as there are where fewer offered themselves than it has seats; where a group has nobody left, the next of all is asked', async () => {
      const few = await drawnOne({ seats: 10 }, people.slice(0, 4));
      expect(await members(few)).toHaveLength(4);
      const id = await drawnOne({}, people.slice(0, 8));
      const harbour = (await members(id)).filter(({ cell }) => cell === 'districtId=limani');
      for (let round = 0; round < 3; round += 1) for (const { ticket, cell, state } of await members(id)) if (cell === 'districtId=limani' && state === 'drawn') await act(await owner(id, ticket), q.answer, { id, accepts: false, showsName: false });
      expect(harbour.length).toBeGreaterThan(0);
      expect((await members(id)).filter(({ state }) => state === 'drawn')).toHaveLength(5);
      expect((await members(id)).filter(({ cell }) => cell === 'districtId=limani').every(({ state }) => state === 'declined')).toBe(true);
      expect(checkDraw(await file(id)).wrong).toEqual([]);
    });

    it('takes along what they said when they leave the city: off an open list, without a name on a closed one, and the seat goes on', async () => {
      const leaver = await signedIn(city, person(50));
      const open = await opened();
      await listed(open, [leaver]);
      const id = await drawnOne({}, [...people.slice(0, 5), leaver]);
      const part = city.get(PersonalData).all().find(({ name }) => name === 'panelOffers');
      if (!part) throw new Error('no part');
      const own = { id: leaver.citizen.id, personId: leaver.citizen.personId } as never;
      const kept: object[] = [];
      for await (const entry of part.entries(own)) kept.push(entry);
      expect(kept).toHaveLength(2);
      const { ticket } = await offers.findOne({ panelId: id, citizenId: leaver.citizen.id }).lean<Offer>().orFail().exec();
      await part.forget(own);
      expect(await read(open)).toMatchObject({ offers: 0 });
      expect(await offers.countDocuments({ citizenId: leaver.citizen.id })).toBe(0);
      expect((await members(id)).find((one) => one.ticket === ticket)).toMatchObject({ state: 'declined', name: null });
      expect(checkDraw(await file(id))).toMatchObject({ isList: true, wrong: [] });
    });
  });

  it('is named, found and listed, and no draft with them', async () => {
    const [id, draft] = [await opened({ title: { el: 'Κολύμβηση στο παλιό λιμάνι', en: 'Swimming in the old harbour' } }), await drafted()];
    const [card] = await city.get(Subjects).find('κολύμβησης', 5);
    expect(card).toMatchObject({ kind: 'panel', id, isPublic: true, path: `/panels/${id}` });
    const { panels: page } = await asked<{ panels: { items: { id: string; stage: string }[] } }>(city, q.list, { stage: 'open' });
    expect(page.items.map((one) => one.id)).toContain(id);
    expect(page.items.map((one) => one.id)).not.toContain(draft);
    expect(page.items.every(({ stage }) => stage === 'open')).toBe(true);
  });
});
