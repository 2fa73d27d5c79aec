import { IdentityModule, sessionDoor, signedIn } from '@isegoria/identity/api';
import { eventually, Jobs, startCity, type TestCity } from '@isegoria/kernel/api';
import type { GivenUpJob } from '@isegoria/operations/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperationsModule } from './index';

const ALL = '{ givenUpJobs { id name about isRegular at attempts error } }';
const AGAIN = 'mutation ($id: ID!) { tryJobAgain(id: $id) { __typename } }';

describe('an administrator', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([IdentityModule, OperationsModule], { doors: [sessionDoor] });
  }, 60_000);
  afterAll(() => city.stop());

  it('sees which jobs were given up and why, not what they carried, and has one tried again', async () => {
    let runs = 0;
    city.get(Jobs).define('letters.send', () => (++runs === 1 ? Promise.reject(new Error('550 <script> refused\n    at post')) : Promise.resolve()));
    await city.get(Jobs).add('letters.send', { to: 'eleni@example.org' }, { attempts: 1 });
    const administrator = await signedIn(city, { roles: ['administrator'] });
    const all = async () => (await administrator.graph<{ givenUpJobs: GivenUpJob[] }>(ALL)).data.givenUpJobs.filter(({ name }) => name === 'letters.send');
    const [job] = await eventually('it was given up', async () => { const found = await all(); return found.length > 0 && found; });
    expect(job).toMatchObject({ about: '', isRegular: false, attempts: 1, error: '550 <script> refused' });
    expect(JSON.stringify(job)).not.toContain('eleni');
    const again = async () => (await administrator.graph<{ tryJobAgain: { __typename: string } }>(AGAIN, { id: job?.id })).data.tryJobAgain.__typename;
    expect(await again()).toBe('JobAskedFor');
    await eventually('it was tried again', () => runs === 2);
    expect(await all()).toEqual([]);
    expect(await again()).toBe('NotFound');
  });

  it('is the only one who does', async () => {
    for (const role of ['official', 'moderator', 'clerk', 'council'] as const) {
      const other = await signedIn(city, { roles: [role] });
      for (const [query, variables] of [[ALL, {}], [AGAIN, { id: 'x' }]] as const) expect((await other.graph(query, variables)).errors?.[0]?.extensions?.['code'], role).toBe('FORBIDDEN');
    }
    expect((await city.graph(ALL)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
