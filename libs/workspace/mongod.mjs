/** A real `mongod`, run as a replica set of one, for transactions and change streams need a replica set. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './system.mjs';

const SET = 'isegoria';

export async function mongodStore(place, start) {
  const port = await freePort();
  const folder = join(place.folder, 'mongod');
  mkdirSync(folder, { recursive: true });
  const args = ['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', folder, '--replSet', SET];
  const store = { name: 'MONGODB_URI', what: 'document store', url: `mongodb://127.0.0.1:${port}/?replicaSet=${SET}`, command: 'mongod', args, port, documents: folder };
  const started = await start(store, place, 'mongod of this machine');
  await initiate(port);
  return started;
}

/** Makes the set at the first start; later ones only tell it the port that it has this time. */
async function initiate(port) {
  const { MongoClient } = await import('mongodb');
  const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  try {
    const admin = client.db('admin');
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
    const known = await admin.command({ replSetGetConfig: 1 }).catch(() => null);
    if (!known) await admin.command({ replSetInitiate: { _id: SET, members } });
    else if (known.config.members[0].host !== members[0].host) {
      await admin.command({ replSetReconfig: { ...known.config, version: known.config.version + 1, members }, force: true });
    }
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await new Promise((wake) => setTimeout(wake, 100));
  } finally {
    await client.close();
  }
}
