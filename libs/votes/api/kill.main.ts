/** A whole api process of three slices, for the tests that kill it. Not part of any program. It loads its code, and becomes an api when it is told to. */
import 'reflect-metadata';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { createApp } from '@isegoria/kernel/api';
import { VotesModule } from './votes.module';

await new Promise((go) => process.stdin.once('data', go));
const app = await createApp([IdentityModule, VotesModule], [sessionDoor]);
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
