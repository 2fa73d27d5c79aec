import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IdentityModule } from '@isegoria/identity/api';
import { Clock, startCity, type TestCity } from '@isegoria/kernel/api';
import { cosignatureTime, parseNote } from '@isegoria/ledger/contracts';
import { aSource, aVoteLeaf } from '../ledger.builders';
import { LedgerModule } from '../ledger.module';
import { Ledger } from '../ledger.service';
import { LedgerSources } from '../ledger-sources';
import { aServingWitness } from './witness.builders';
import { WitnessPush } from './witness-push';

let city: TestCity;
let witness: Awaited<ReturnType<typeof aServingWitness>>;
const source = aSource('test');
let next = 0;

beforeAll(async () => {
  witness = await aServingWitness('witness.example/w1');
  process.env['LEDGER_WITNESSES'] = `${witness.vkey}@${witness.url}`;
  // Pushed by hand alone: what the city does by itself every few seconds would come between.
  process.env['WORKER'] = 'off';
  city = await startCity([IdentityModule, LedgerModule]);
  city.get(LedgerSources).register(source);
  witness.by.logKey = (await (await get('vkey')).text()).trim();
});
afterAll(async () => {
  await city.stop();
  await witness.close();
  delete process.env['LEDGER_WITNESSES'];
  delete process.env['WORKER'];
});
beforeEach(() => {
  witness.asked.length = 0;
  witness.by.status = 0;
});

const get = (path: string) => fetch(`${city.url}/ledger/${path}`);
const push = () => city.get(WitnessPush).sendToAll();
const checkpoint = async () => parseNote(await (await get('checkpoint')).text());

/** The log grows by so many leaves, and stands at this size. */
async function grows(by: number): Promise<number> {
  source.add(...Array.from({ length: by }, () => aVoteLeaf((next += 1))));
  await city.get(Ledger).catchUp();
  return (await city.get(Ledger).checkpoint()).size;
}

describe('a city whose witness waits to be asked', () => {
  it('says nothing to anybody before there is a leaf', async () => {
    await push();
    expect(witness.asked).toEqual([]);
  });

  it('sends the checkpoint, and shows the cosignature beside its own', async () => {
    const size = await grows(300);
    await push();
    expect(witness.asked).toEqual([{ old: 0, proof: 0, status: 200 }]);
    const note = await checkpoint();
    const line = note?.signatures.find(({ name }) => name === 'witness.example/w1');
    expect(note && line && cosignatureTime(note.text, line.signature, witness.key.publicKey)).toBe(witness.by.time);
    const { data } = await city.graph<{ ledger: { witnesses: unknown[] } }>('{ ledger { witnesses { name size } } }');
    expect(data.ledger.witnesses).toEqual([{ name: 'witness.example/w1', size }]);
  });

  it('asks for nothing while the log stands, and proves from what was confirmed when it has grown', async () => {
    await push();
    expect(witness.asked).toEqual([]);
    const size = await grows(477);
    await push();
    expect(witness.asked).toMatchObject([{ old: 300, status: 200 }]);
    expect(witness.asked[0]?.proof).toBeGreaterThan(0);
    expect(witness.seen.size).toBe(size);
    expect((await checkpoint())?.signatures).toHaveLength(2);
  });

  it('is corrected by a witness that confirmed another size than the city knows of', async () => {
    Object.assign(witness.seen, { size: 0 });
    const size = await grows(5);
    await push();
    expect(witness.asked.map(({ old, status }) => [old, status])).toEqual([[777, 409], [0, 200]]);
    expect(witness.seen.size).toBe(size);
  });

  it('waits for itself to catch up with a witness that knows a larger tree', async () => {
    const { size, root } = { ...witness.seen };
    await grows(1);
    Object.assign(witness.seen, { size: size + 100 });
    await push();
    expect(witness.asked.map(({ status }) => status)).toEqual([409]);
    Object.assign(witness.seen, { size, root });
    await push();
    expect(witness.asked.map(({ status }) => status)).toEqual([409, 200]);
  });

  it('takes no cosignature that is not one, and leaves alone who fails, longer each time, while the log goes on', async () => {
    const clock = city.get(Clock);
    const start = clock.now().getTime();
    let passed = 0;
    const real = clock.now.bind(clock);
    clock.now = () => new Date(start + passed);
    try {
      witness.by.status = 200;
      await grows(1);
      for (const seconds of [0, 5, 11, 20, 32]) {
        passed = seconds * 1000;
        await push();
      }
      // At once, after ten seconds, and after twenty more.
      expect(witness.asked.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await checkpoint())?.signatures).toHaveLength(1);
      witness.by.status = 0;
      passed = 200_000;
      await push();
      expect((await checkpoint())?.signatures).toHaveLength(2);
    } finally {
      clock.now = real;
    }
  });

  it('refuses to go on with a witness that confirmed another root at this size', async () => {
    const { root } = { ...witness.seen };
    await grows(1);
    Object.assign(witness.seen, { size: (await city.get(Ledger).checkpoint()).size, root: new Uint8Array(32) });
    await push();
    expect(witness.asked.map(({ status }) => status)).toEqual([409, 409]);
    expect((await checkpoint())?.signatures).toHaveLength(1);
    Object.assign(witness.seen, { root });
  });
});
