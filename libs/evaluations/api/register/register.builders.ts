import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { type ImportReport, startCity } from '@isegoria/kernel/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { EvaluationsModule } from '../evaluations.module';
import { RegisterImports } from './register-imports.service';
import { RegisterRuns } from './register-runs.service';
import type { RegisterArchive } from './simulator/register-archive';
import { RegisterSimulator } from './simulator/simulator';

const names = ['DIAVGEIA_URL', 'DIAVGEIA_TIMEOUT_MS', 'DIAVGEIA_PAUSE_MS', 'DIAVGEIA_PATIENCE_MS'];

/** For tests: a city beside a simulated register, which it asks without a pause and waits for only a little. */
export async function aCityWithRegister(archive?: RegisterArchive) {
  const register = new RegisterSimulator(archive);
  await register.start();
  Object.assign(process.env, { DIAVGEIA_URL: register.url, DIAVGEIA_TIMEOUT_MS: '12000', DIAVGEIA_PAUSE_MS: '0', DIAVGEIA_PATIENCE_MS: '1500' });
  const slices = [IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, ProcessesModule, VotesModule, CommentsModule, EvaluationsModule];
  const city = await startCity(slices, { doors: [sessionDoor] });
  await city.get(OrganisationSeed).found();
  await city.get(ProcessesSeed).open(new Date());
  return {
    city,
    register,
    choose: (organisationId: string, more: { since?: string; unitIds?: string[]; isOn?: boolean } = {}) =>
      city.get(RegisterImports).configure({ organisationId, unitIds: [], since: '2026-01-01', everyMinutes: 60, isOn: false, ...more }),
    /** One run, with the names of those refused and why. */
    async run() {
      const refused: string[] = [];
      const outcome = await city.get(RegisterRuns).run({ refused: (record, why) => void refused.push(`${record}: ${why}`), taken: () => undefined });
      return { outcome, refused };
    },
    async stop() {
      await city.stop();
      await register.stop();
      for (const name of names) Reflect.deleteProperty(process.env, name);
    },
  };
}

/** What an import told. */
export function counting() {
  const told = { total: 0, added: 0, unchanged: 0, changed: 0, refused: [] as string[] };
  const report: ImportReport = {
    total: (records) => void (told.total = records),
    added: () => void told.added++,
    unchanged: () => void told.unchanged++,
    changed: () => void told.changed++,
    refused: (record, why) => void told.refused.push(`${record}: ${why}`),
  };
  return { told, report };
}
