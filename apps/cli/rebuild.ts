import { Projections } from '@isegoria/kernel/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Progress } from './progress';

/** `rebuild <name>`: throws a derived thing away and makes it again from its log. */
export async function rebuild(app: NestFastifyApplication, name: string): Promise<boolean> {
  const projections = app.get(Projections, { strict: false });
  const projection = projections.named(name);
  if (!projection) {
    const known = projections.all().map((one) => one.name).join(', ');
    process.stderr.write(`There is no projection called ${JSON.stringify(name)}. These are: ${known || 'none'}\n`);
    return false;
  }
  const progress = new Progress();
  await projection.rebuild((done, total) => progress.show(name, done, total));
  progress.end();
  process.stdout.write(`${name} was made again from its log\n`);
  return true;
}
