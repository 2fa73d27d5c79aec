import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Homes, startCity, type TestCity } from '@isegoria/kernel/api';
import type { City, District, Place } from '@isegoria/organisation/contracts';
import { OrganisationModule } from './organisation.module';
import { Organisation } from './organisation.service';
import { OrganisationSeed } from './seed';

describe('the demo city', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([IdentityModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
  });
  afterAll(() => city.stop());

  it('shows a visitor its districts, departments and who answers for what', async () => {
    const { data } = await city.graph<{ city: City }>(
      '{ city { name { el en } population districts { id name { el } population centre { lat lng } outline } departments { id email answersWithinDays categoryIds } categories { id departmentId } } }',
    );
    expect(data.city.name.el).toBe('Δήμος Καλλιθέας Όρμου');
    expect(data.city.districts.map(({ id }) => id)).toEqual(['kentro', 'ormos', 'ano-poli', 'agios-nikolaos', 'pefka', 'limani']);
    expect(data.city.districts.reduce((people, { population }) => people + population, 0)).toBe(data.city.population);
    expect(data.city.departments.flatMap(({ categoryIds }) => categoryIds).sort()).toEqual(data.city.categories.map(({ id }) => id).sort());
  });

  it('knows in which district each of its streets lies', async () => {
    const organisation = city.get(Organisation);
    for (const place of await organisation.places()) expect((await organisation.districtAt(place))?.id, place.label).toBe(place.districtId);
  });

  it('finds an address and its district', async () => {
    const { data } = await city.graph<{ findPlaces: Place[] }>('{ findPlaces(text: "ακτη κουντουριωτη 8") { label districtId lat lng } }');
    expect(data.findPlaces).toMatchObject([{ label: 'Ακτή Κουντουριώτη 8', districtId: 'limani' }]);
    const [{ lat, lng } = { lat: 0, lng: 0 }] = data.findPlaces;
    const at = await city.graph<{ districtAt: District }>('query At($lat: Float!, $lng: Float!) { districtAt(lat: $lat, lng: $lng) { id } }', { lat, lng });
    expect(at.data.districtAt.id).toBe('limani');
  });

  it('names the street that a point lies near', async () => {
    const near = async (lat: number, lng: number) => (await city.graph<{ placeNear: Place | null }>('query Near($lat: Float!, $lng: Float!) { placeNear(lat: $lat, lng: $lng, locale: "en") { label districtId lat } }', { lat, lng })).data.placeNear;
    expect(await near(37.9441, 23.0301)).toEqual({ label: 'Salaminos', districtId: 'kentro', lat: 37.9441 });
    expect(await near(37.5, 23.02)).toBeNull();
  });

  it('says that the open sea is nobody’s district', async () => {
    const { data } = await city.graph<{ districtAt: District | null }>('{ districtAt(lat: 37.5, lng: 23.02) { id } }');
    expect(data.districtAt).toBeNull();
  });

  it('is founded only once, however often the seed runs', async () => {
    await city.get(OrganisationSeed).found();
    expect(await city.get(Organisation).districts()).toHaveLength(6);
  });

  it('is not changed by those who are no administrators', async () => {
    const rename = 'mutation { saveDistrict(input: { id: "ormos", name: { el: "Α", en: "A" }, population: 1 }) { __typename } }';
    const official = await signedIn(city, { roles: ['moderator', 'council', 'official'] });
    expect((await official.graph(rename)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await city.graph(rename)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('takes from an administrator a new name and a new part, and says what is wrong with them', async () => {
    const save = 'mutation Save($input: DistrictInput!) { saveDistrict(input: $input) { __typename ... on City { districts { id name { el } population } } ... on Invalid { problems { field code } } ... on NotFound { reason } } }';
    const administrator = await signedIn(city, { roles: ['administrator'] });
    const send = async (input: object) => (await administrator.graph<{ saveDistrict: object }>(save, { input })).data.saveDistrict;
    expect(await send({ id: 'ormos', name: { el: 'Μικρός Όρμος', en: 'Little Ormos' }, population: 9_800 })).toMatchObject({ __typename: 'City' });
    const grown = (await send({ name: { el: 'Νέα Γειτονιά', en: 'New Quarter' }, population: 10 })) as { districts: { id: string; name: { el: string } }[] };
    expect(grown.districts).toContainEqual({ id: 'new-quarter', name: { el: 'Νέα Γειτονιά' }, population: 10 });
    expect(grown.districts[1]).toMatchObject({ id: 'ormos', name: { el: 'Μικρός Όρμος' } });
    expect(await send({ name: { el: '', en: 'x' }, population: -1 })).toMatchObject({ problems: [{ field: 'name.el', code: 'required' }, { field: 'population' }] });
    expect(await send({ id: 'nowhere', name: { el: 'α', en: 'a' }, population: 1 })).toEqual({ __typename: 'NotFound', reason: 'gone' });
  });

  it('lets an administrator retire what it uses no more, and bring it back: its name stays, and nothing new finds it', async () => {
    const administrator = await signedIn(city, { roles: ['administrator'] });
    const change = async (act: 'retireCityPart' | 'restoreCityPart', part: string, id: string) =>
      (await administrator.graph<Record<string, object>>(`mutation ($part: CityPart!, $id: ID!) { ${act}(part: $part, id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } } }`, { part, id })).data[act];
    const retired = async () => (await city.graph<{ city: City }>('{ city { districts { id isRetired } departments { id isRetired } categories { id isRetired } } }')).data.city;
    const done = { __typename: 'City' };
    expect((await (await signedIn(city, { roles: ['official'] })).graph('mutation { retireCityPart(part: district, id: "pefka") { __typename } }')).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');

    const organisation = city.get(Organisation);
    const [pine] = (await organisation.places()).filter(({ districtId }) => districtId === 'pefka');
    if (!pine) throw new Error('a street in the pines');
    expect(await Promise.all([change('retireCityPart', 'district', 'pefka'), change('retireCityPart', 'district', 'pefka')]), 'pressed twice').toEqual([done, done]);
    expect((await retired()).districts).toContainEqual({ id: 'pefka', isRetired: true });
    expect((await organisation.current()).districts.map(({ id }) => id)).not.toContain('pefka');
    expect((await organisation.district('pefka'))?.name.el).toBe('Πεύκα');
    expect([await organisation.districtAt(pine), await city.get(Homes).has('pefka'), await city.get(Homes).has('ormos')]).toEqual([null, false, true]);
    expect(await change('restoreCityPart', 'district', 'pefka')).toEqual(done);
    expect((await organisation.districtAt(pine))?.id).toBe('pefka');
    expect(await change('retireCityPart', 'district', 'atlantis')).toEqual({ __typename: 'NotFound', reason: 'gone' });

    expect(await change('retireCityPart', 'department', 'cleaning')).toEqual({ __typename: 'NotAllowed', reason: 'answers' });
    expect(await change('retireCityPart', 'category', 'cleaning')).toEqual(done);
    expect(await change('retireCityPart', 'department', 'cleaning')).toEqual(done);
    expect(await change('restoreCityPart', 'category', 'cleaning')).toEqual({ __typename: 'NotAllowed', reason: 'department' });
    const [sofia, petros] = [await signedIn(city), await signedIn(city, { roles: ['official'], departmentId: 'cleaning' })];
    const name = async ({ citizen: { id } }: SignedIn, departmentId: string, ...more: string[]) =>
      (await administrator.graph<{ setRoles: object }>('mutation ($id: ID!, $roles: [String!]!, $departmentId: ID) { setRoles(citizenId: $id, roles: $roles, departmentId: $departmentId) { __typename ... on Invalid { problems { field } } } }', { id, departmentId, roles: ['official', ...more] })).data.setRoles;
    for (const department of ['cleaning', 'no-such']) expect(await name(sofia, department)).toEqual({ __typename: 'Invalid', problems: [{ field: 'departmentId' }] });
    expect(await name(petros, 'cleaning', 'clerk'), 'whoever works there stays').toEqual({ __typename: 'RolesSet' });
    const give = async (input: object) => (await administrator.graph<{ saveCategory: object }>('mutation ($input: CategoryInput!) { saveCategory(input: $input) { __typename ... on NotFound { reason } } }', { input })).data.saveCategory;
    expect(await give({ id: 'green', name: { el: 'Πράσινο', en: 'Green' }, departmentId: 'cleaning' }), 'to a department that is there no more').toEqual({ __typename: 'NotFound', reason: 'department' });
    expect(await give({ id: 'cleaning', name: { el: 'Καθαριότητα', en: 'Cleaning' }, departmentId: 'cleaning' }), 'a retired one is called otherwise').toEqual({ __typename: 'City' });
    expect(await change('restoreCityPart', 'department', 'cleaning')).toEqual(done);
    expect(await change('restoreCityPart', 'category', 'cleaning')).toEqual(done);
    expect(JSON.stringify(await retired())).not.toContain('true');
  });
});
