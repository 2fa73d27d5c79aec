/** A process that does nothing but grow the ledger, for the test that kills it. Not part of any program. */
import 'reflect-metadata';
import { IdentityModule } from '@isegoria/identity/api';
import { createApp } from '@isegoria/kernel/api';
import { aNumberedSource } from './ledger.builders';
import { LedgerModule } from './ledger.module';
import { LedgerSources } from './ledger-sources';

const app = await createApp([IdentityModule, LedgerModule]);
app.get(LedgerSources).register(aNumberedSource(100_000, 3));
await app.listen(0, '127.0.0.1');
