import 'reflect-metadata';
import { createApp, kernelEnv, log, publicUrl } from '@isegoria/kernel/api';
import { doors, slices } from './app.module';

try {
  const app = await createApp(slices, doors);
  await app.listen(kernelEnv.PORT, kernelEnv.HOST);
  log.info({ url: publicUrl() }, 'listening');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
