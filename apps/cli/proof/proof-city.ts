import { basename, join } from 'node:path';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inventedActs, inventedArchive, inventedBody, recordedArchive, RegisterSimulator } from '@isegoria/evaluations/api';
import { Citizens, type SignedIn, signedIn } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { eventually, Importers, startCity, type TestCity, unzipped } from '@isegoria/kernel/api';
import { Organisation, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesSeed } from '@isegoria/processes/api';
import { StatisticsSeed } from '@isegoria/statistics/api';
import type { Group, PopulationShares } from '@isegoria/statistics/contracts';
import { doors, slices } from '../slices';
import { peopleOf, tableOf } from './known-opinions';

/** A city that lives as long as the proof: every slice, stores of its own name, and our stand-in of the register beside it. */
export interface ProofCity {
  city: TestCity;
  register: RegisterSimulator;
  official: SignedIn;
  administrator: SignedIn;
  stop(): Promise<void>;
}

const born: Record<string, number> = { '15-24': 20, '25-39': 30, '40-54': 45, '55-64': 60, '65+': 70 };
/** The simulated register gives small pages, so that the import has to turn them. */
const PAGE = 20;

/** Founds the city: its districts and phases. It has no acts and no citizens yet. `data`: a folder of the register's recorded answers; without one our own acts. */
export async function foundCity(data: string | null): Promise<ProofCity> {
  const register = new RegisterSimulator(data ? recordedArchive(data) : inventedArchive(inventedActs(90, new Date(), 300)));
  register.mostAPage = PAGE;
  await register.start();
  Object.assign(process.env, { DIAVGEIA_URL: register.url, DIAVGEIA_PAUSE_MS: '0', RATE_LIMITS: 'off', WORKER: 'on' });
  const city = await startCity(slices, { doors });
  await city.get(OrganisationSeed).found();
  await city.get(ProcessesSeed).open(new Date());
  await city.get(StatisticsSeed).run();
  const [official, administrator] = [await signedIn(city, { name: 'Official of the proof', roles: ['official'] }), await signedIn(city, { name: 'Administrator of the proof', roles: ['administrator'] })];
  const stop = () => city.stop().then(() => register.stop());
  return { city, register, official, administrator, stop };
}

/** What became of the acts, body by body. */
export interface Imported {
  body: string;
  inRegister: number;
  added: number;
  refused: number;
}

const STANDING = '{ registerImport { state acts lastRun { added changed unchanged refused } readTo failure { code } } }';
const CONFIGURE = 'mutation C($input: RegisterImportInput!) { configureRegister(input: $input) { __typename } }';

interface Standing {
  registerImport: { state: string; acts: number; lastRun: { added: number; refused: number }; readTo: string | null; failure: { code: string } | null };
}

/** The administrator switches the scheduled import on for each body in turn; then every file of the folder is brought in as well, and must change nothing. */
export async function importActs({ city, register, administrator }: ProofCity, data: string | null): Promise<{ bodies: Imported[]; again: { files: number; added: number; changed: number; unchanged: number; refused: number } }> {
  const bodies: Imported[] = [];
  for (const body of new Set(register.acts.map(({ organizationId }) => organizationId))) {
    const input = { organisationId: body, unitIds: [], since: data ? '2023-01-01' : '2024-01-01', everyMinutes: 60, isOn: true };
    await administrator.graph(CONFIGURE, { input });
    const { lastRun } = await eventually(`the scheduled import has read the body ${body}`, async () => {
      const { registerImport: now } = (await administrator.graph<Standing>(STANDING)).data;
      if (now.failure) throw new Error(`The register could not be read: ${now.failure.code}`);
      return now.readTo && now.state !== 'RUNNING' ? now : null;
    }, 120_000);
    bodies.push({ body, inRegister: register.acts.filter(({ organizationId }) => organizationId === body).length, ...lastRun });
  }
  await administrator.graph(CONFIGURE, { input: { organisationId: bodies.at(-1)?.body ?? inventedBody.organisation.uid, unitIds: [], since: '2023-01-01', everyMinutes: 60, isOn: false } });
  return { bodies, again: await importFiles(city, data) };
}

/** The same acts from the files, whose single acts bear their dates in milliseconds where the search writes ISO 8601. */
async function importFiles(city: TestCity, data: string | null) {
  const counts = { files: 0, added: 0, changed: 0, unchanged: 0, refused: 0 };
  const report = { total: () => undefined, added: () => void counts.added++, changed: () => void counts.changed++, unchanged: () => void counts.unchanged++, refused: () => void counts.refused++ };
  for (const file of data ? answersIn(data) : []) {
    counts.files += 1;
    await city.get(Importers).named('diavgeia')?.run(unzipped(readFileSync(file)).toString('utf8'), report);
  }
  return counts;
}

const answersIn = (data: string): string[] =>
  ['search', 'decisions'].map((folder) => join(data, folder)).filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))).filter((file) => /\.json(\.gz)?$/.test(file) && !basename(file).includes('version_log'));

/** The generated people, as the city knows them: drawn from its table, and counted into a new one that the administrator enters. */
export async function peopleIn({ city, administrator }: ProofCity, count: number, seed: number): Promise<{ people: Group[]; citizens: Citizen[]; population: PopulationShares }> {
  const { data } = await city.graph<{ population: PopulationShares }>('{ population { source asOf ages { ageBand gender people } districts { districtId people } } }');
  const people = peopleOf(data.population, count, seed);
  const districts = (await city.get(Organisation).districts()).map(({ id }) => id);
  const population = tableOf(people, districts);
  const saved = await administrator.graph<{ savePopulation: { __typename: string } }>('mutation S($input: PopulationInput!) { savePopulation(input: $input) { __typename } }', { input: population });
  if (saved.data.savePopulation.__typename !== 'PopulationSaved') throw new Error('The table of the city’s people was not taken.');
  const year = new Date().getFullYear();
  const citizens = await city.get(Citizens).createMany(people.map(({ ageBand, gender, districtId }, at) => ({ name: `Citizen ${at + 1}`, gender, districtId, birthYear: ageBand && year - (born[ageBand] ?? 40), saidBy: 'self' as const })));
  return { people, citizens, population };
}
