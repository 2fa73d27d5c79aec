import 'reflect-metadata';
import { createApp, log } from '@isegoria/kernel/api';
import { doors, slices } from '../api/app.module';

/** The same slices for their jobs alone. It listens where no citizen comes, for whoever watches the process. */
process.env['WORKER'] = 'on';
try {
  const app = await createApp(slices, doors);
  await app.listen(Number(process.env['PORT'] ?? 4001), process.env['HOST'] ?? '127.0.0.1');
  log.info('the worker waits for jobs');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
