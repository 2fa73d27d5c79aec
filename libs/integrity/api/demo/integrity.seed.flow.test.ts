import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Citizens, IdentityModule } from '@isegoria/identity/api';
import type { IntegritySign } from '@isegoria/integrity/contracts';
import { startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { afterDays, seeded } from '@isegoria/kernel/contracts';
import { Ballots, supportQuestions, VotesModule } from '@isegoria/votes/api';
import { IntegrityModule } from '../integrity.module';
import { IntegritySeed } from './integrity.seed';

const read = '{ integritySigns { items { kind supports finding about { subject { id } } place { place without } words { finding } } } }';

describe('the demo city’s signs', { timeout: 60_000 }, () => {
  let city: TestCity;
  const ids = Array.from({ length: 12 }, (_, at) => `demo-${at}`);
  beforeAll(async () => {
    city = await startCity([IdentityModule, VotesModule, IntegrityModule]);
    await city.get(Citizens).createMany(Array.from({ length: 30 }, (_, at) => ({ name: `Κάτοικος ${at}`, made: true })));
    city.get(Subjects).register('proposal', {
      cards: (some) => Promise.resolve(some.map((id) => ({ kind: 'proposal', id, title: id, path: `/proposals/${id}`, excerpt: '', authorId: null, isPublic: true, acceptsComments: true, createdAt: afterDays(new Date(), -100) }))),
      find: () => Promise.resolve(ids),
    });
    await city.get(Ballots).openMany(ids.map((id) => ({ id: `proposal:${id}`, subject: { kind: 'proposal', id }, kind: 'support' as const, questions: supportQuestions })));
  }, 90_000);
  afterAll(() => city.stop());

  it('are found by the method in votes that have the pattern: one explained, one looked into, one of which nothing is said; also when they are founded twice', async () => {
    const context = { random: seeded(5), now: new Date(), scale: 0.1, progress: () => undefined, tell: () => undefined };
    await city.get(IntegritySeed).run(context);
    await city.get(IntegritySeed).run(context);
    const { data, errors } = await city.graph<{ integritySigns: { items: IntegritySign[] } }>(read);
    expect(errors).toBeUndefined();
    expect(data.integritySigns.items).toMatchObject([
      { kind: 'burst', supports: 55, finding: 'silent', words: [] },
      { kind: 'newcomers', supports: 37, finding: 'examining', words: [{ finding: 'examining' }] },
      { kind: 'burst', supports: 58, finding: 'explained', words: [{ finding: 'explained' }, { finding: 'examining' }] },
    ]);
    expect(await city.get<Model<object>>(getModelToken('LedgerActRecord')).countDocuments({ 'leaf.act': 'integrity.told' })).toBe(3);
  });
});
