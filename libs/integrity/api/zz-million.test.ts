import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getConnectionToken, getModelToken } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { it } from 'vitest';
import { Citizens, IdentityModule } from '@isegoria/identity/api';
import { newId, startCity } from '@isegoria/kernel/api';
import { seeded } from '@isegoria/kernel/contracts';
import { supportQuestions, VotesModule } from '@isegoria/votes/api';
import { IntegrityModule } from './integrity.module';
import { Watch } from './watch';
import { HoursStore } from './hours-store';
import { wholeCity } from './hours.schema';

it('counts a million', { timeout: 1_500_000 }, async () => {
  const city = await startCity([IdentityModule, VotesModule, IntegrityModule]);
  city.get(Watch).catchUp = () => Promise.resolve();
  const chance = seeded(1);
  const [things, votes, batch] = [10_000, 1_000_000, 400];
  const now = Date.now();
  const mongo = city.get<Connection>(getConnectionToken());
  const people = Array.from({ length: 20_000 }, (_, at) => ({ id: newId(), name: `n${at}`, createdAt: new Date(now - chance() * 700 * 86400e3) }));
  await city.get(Citizens).createMany(people);
  await city.get<Model<object>>(getModelToken('Ballot')).insertMany(Array.from({ length: things }, (_, at) => ({ _id: `proposal:${at}`, subject: { kind: 'proposal', id: String(at) }, kind: 'support', questions: supportQuestions, districts: [] })));
  const docs = [];
  for (let seq = 1; seq <= votes / batch; seq++) {
    const at = new Date(now - 86400e3 * 365 + (seq / (votes / batch)) * 86400e3 * 360);
    docs.push({ _id: seq, writer: 'w', at, casts: JSON.stringify(Array.from({ length: batch }, () => { const t = Math.floor(chance() ** 2 * things); const p = people[Math.floor(chance() * people.length)]; return { ballotId: `proposal:${t}`, voter: `${p?.id}${t}xxxxxxxxxxxxx`, nonce: newId(), answers: ['support:yes'], citizenId: p?.id }; })) });
    if (docs.length === 50) await mongo.db?.collection<{_id: number}>('casts').insertMany(docs.splice(0) as never);
  }
  await mongo.db?.collection<{_id: string}>('vote_checkpoints').updateOne({ _id: 'live' }, { $set: { at: votes / batch, generation: 'first', untold: null } }, { upsert: true });
  const loop = monitorEventLoopDelay({ resolution: 10 }); loop.enable();
  const from = performance.now();
  await Watch.prototype.catchUp.call(city.get(Watch), new Date(now));
  const all = performance.now() - from;
  console.log('whole log', Math.round(all / 1000), 's; loop max', Math.round(loop.max / 1e6), 'ms p99', Math.round(loop.percentile(99) / 1e6), 'memory', Math.round(process.memoryUsage().rss / 1e6), 'MB');
  console.log('counted', (await city.get(HoursStore).rhythm(wholeCity)).between(0, Infinity), 'records', await city.get<Model<object>>(getModelToken('SupportHours')).estimatedDocumentCount(), 'signs', await city.get<Model<object>>(getModelToken('IntegritySignRecord')).countDocuments({}));
  const docs2 = [{ _id: 2501, writer: 'w', at: new Date(now - 3600e3 * 3), casts: JSON.stringify(Array.from({ length: batch }, () => { const t = Math.floor(chance() ** 2 * things); const p = people[Math.floor(chance() * people.length)]; return { ballotId: `proposal:${t}`, voter: `${p?.id}${t}xxxxxxxxxxxxx`, nonce: newId(), answers: ['support:yes'], citizenId: p?.id }; })) }];
  await mongo.db?.collection('casts').insertMany(docs2 as never);
  await mongo.db?.collection<{_id: string}>('vote_checkpoints').updateOne({ _id: 'live' }, { $set: { at: 2501 } });
  const f2 = performance.now();
  await Watch.prototype.catchUp.call(city.get(Watch), new Date(now));
  console.log('one hour of 400 votes', Math.round(performance.now() - f2), 'ms');
  await city.stop();
});
