/** One run of the register import in a process of its own, for the test that kills it. Not part of any program. */
import 'reflect-metadata';
import { IdentityModule } from '@isegoria/identity/api';
import { createApp } from '@isegoria/kernel/api';
import { EvaluationsModule } from '../evaluations.module';
import { RegisterRuns } from './register-runs.service';

const app = await createApp([IdentityModule, EvaluationsModule], []);
await app.init();
await app.get(RegisterRuns, { strict: false }).run();
process.stdout.write('done\n');
await app.close();
process.exit(0);
