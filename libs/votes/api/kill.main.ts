/** A whole api process of three slices, for the test that kills it. Not part of any program. */
import 'reflect-metadata';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { createApp } from '@isegoria/kernel/api';
import { VotesModule } from './votes.module';

const app = await createApp([IdentityModule, VotesModule], [sessionDoor]);
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
