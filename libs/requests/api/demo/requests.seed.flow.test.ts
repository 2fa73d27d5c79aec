import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityModule } from '@isegoria/identity/api';
import { eventually, Seeds, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import type { RequestPage, RequestTotals } from '@isegoria/requests/contracts';
import { VotesModule } from '@isegoria/votes/api';
import { RequestRecord } from '../request.schema';
import { RequestsModule } from '../requests.module';

let city: TestCity;
beforeAll(async () => {
  city = await startCity([RequestsModule, OrganisationModule, IdentityModule, VotesModule]);
  for (const { name, run } of city.get(Seeds).inOrder()) if (['organisation', 'identity', 'request-services'].includes(name)) await run({ random: Math.random, now: new Date(), scale: 0.1, progress: () => undefined, tell: () => undefined });
}, 120_000);
afterAll(() => city.stop());

it('the demo city has requests in every state, made once, and none that contradicts itself', async () => {
  const seed = city.get(Seeds).inOrder().find(({ name }) => name === 'requests');
  const context = { random: Math.random, now: new Date(), scale: 1, progress: () => undefined, tell: () => undefined };
  await seed?.run(context);
  await seed?.run(context);
  const all = await city.get<Model<RequestRecord>>(getModelToken(RequestRecord.name)).find().lean<RequestRecord[]>().exec();
  expect(all).toHaveLength(140);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['received', 'acknowledged', 'planned', 'inProgress', 'fixed', 'closed', 'withdrawn', 'waiting']));
  expect(new Set(all.map(({ channel }) => channel)).size).toBeGreaterThan(2);
  expect(all.filter(({ isPrivate }) => isPrivate).length).toBeGreaterThan(4);
  expect(all.filter(({ reopened }) => reopened > 0).length).toBeGreaterThan(2);
  expect(all.filter(({ closing }) => closing?.reason === 'duplicate').length).toBeGreaterThan(1);
  const now = Date.now();
  for (const request of all) {
    const times = request.history.map(({ at }) => at.getTime());
    expect(times, request._id).toEqual([...times].sort((one, other) => one - other));
    expect(times.every((at) => at <= now), `${request._id} has not happened yet`).toBe(true);
    expect(request.endedAt !== null, request._id).toBe(!request.isOpen && request.status !== 'waiting');
    const original = request.closing?.duplicateOf;
    if (original) expect(all.some(({ _id, serviceId }) => _id === original && serviceId === request.serviceId)).toBe(true);
  }
  const { data } = await city.graph<{ requests: RequestPage; requestTotals: RequestTotals }>('{ requests(sort: AFFECTED, first: 5) { items { affected comments title { el } history { kind } } } requestTotals { open overdue submitted fixed medianDays } }');
  expect(data.requestTotals.overdue).toBeGreaterThan(2);
  expect(data.requestTotals.medianDays).toBeGreaterThan(0);
  const most = data.requests.items[0]?.affected ?? 0;
  expect(most).toBeGreaterThan(8);
  await eventually('what was counted is what was planned', async () => (await city.graph<{ requests: RequestPage }>('{ requests(sort: AFFECTED, first: 1) { items { affected } } }')).data.requests.items[0]?.affected === most);
});
