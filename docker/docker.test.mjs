/** What can be known of the containers without an engine: shapes, names, and that nothing names a file that is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeSchema } from './compose.schema.mjs';

const compose = parse(readFileSync('docker/compose.yml', 'utf8'), { merge: true });
const dockerfile = readFileSync('docker/Dockerfile', 'utf8').replaceAll('\\\n', ' ').split('\n').filter((line) => line && !line.startsWith('#'));
const workflow = parse(readFileSync('.github/workflows/test.yml', 'utf8'));
const steps = (instruction) => dockerfile.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1).trim());
/** The variables that slices and programs declare, by name. */
const declared = ['apps', 'libs'].flatMap((root) => readdirSync(root, { recursive: true }).map((file) => `${root}/${file}`)).filter((file) => /^(apps|libs\/[\w-]+\/api)\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]*): (?:envVar|secretVar)(?:<[^(]*>)?\(/gm)].map(([, name]) => name));
/** One city has one database; limits fall only for measuring, and votes come in late only where nobody tests; the build knows where it put the pages. */
const OURS = ['MONGODB_DB', 'REDIS_PREFIX', 'RATE_LIMITS', 'LAST_VOTES_SECONDS', 'WEB_DIR', 'WIDGETS_DIR'];
/** `dist/api/main.js` is what the build makes of `apps/api/main.ts`. */
const isBuilt = (program) => existsSync(program.replace(/^dist\/(.+)\.js$/, 'apps/$1.ts'));

describe('the compose file', () => {
  it('has the shape that Compose asks for', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(composeSchema);
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('runs two apis and two workers on a MongoDB 8 replica set and Redis 7', () => {
    const { api, worker, mongo, redis } = compose.services;
    expect([api.deploy.replicas, worker.deploy.replicas, mongo.image, redis.image]).toEqual([2, 2, 'mongo:8', 'redis:7']);
    expect(mongo.command).toContain('--replSet');
    expect(api.environment.MONGODB_URI).toContain(`replicaSet=${mongo.command[mongo.command.indexOf('--replSet') + 1]}`);
  });

  it('hands on every variable that a city may set, to the api, the worker and the demo alike, and none that nobody reads', () => {
    const image = steps('ENV').flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name]) => name));
    expect(declared.length).toBeGreaterThan(40);
    for (const name of ['api', 'worker', 'demo']) expect(Object.keys(compose.services[name].environment).sort(), name).toEqual(declared.filter((one) => ![...OURS, ...image].includes(one)).sort());
  });

  it('leaves what a city did not set as it is not set', () => {
    const settable = Object.entries(compose.services.api.environment).filter(([name]) => !['MONGODB_URI', 'REDIS_URL', 'PUBLIC_URL', 'CITY_SECRET', 'TRUST_PROXY', 'WORKER'].includes(name));
    // A city in containers is one of real people: whoever has duties in it needs more than a password, unless it says otherwise.
    expect(settable.filter(([name, value]) => value !== `\${${name}:-}`)).toEqual([['SECOND_STEP', '${SECOND_STEP:-duties}']]);
  });

  it('opens ports at the entrance only', () => {
    const open = Object.entries(compose.services).filter(([, { ports }]) => ports).map(([name]) => name);
    expect(open).toEqual(['entrance']);
  });

  it('has an entrance that knows the apis, and what to do when one of them is away', () => {
    const caddyfile = readFileSync('docker/Caddyfile', 'utf8');
    const said = (directive) => new RegExp(`^\\t+${directive} (\\S+)$`, 'm').exec(caddyfile)?.[1];
    expect(compose.services).toHaveProperty(said('name'));
    expect(steps('ENV').join(' ')).toContain(`PORT=${said('port')}`);
    expect([said('lb_try_duration'), said('fail_duration')]).toEqual([expect.stringMatching(/^\d+s$/), expect.stringMatching(/^\d+s$/)]);
    // Caddy tells browsers of HTTP/3 by itself; a port that does not answer would cost each of them a try.
    expect(compose.services.entrance.ports).toContain('443:443/udp');
  });

  it('waits for services that exist and that say how they are', () => {
    for (const { depends_on: needs = {} } of Object.values(compose.services)) {
      for (const name of Object.keys(needs)) {
        expect(compose.services).toHaveProperty(name);
        const { healthcheck, build } = compose.services[name];
        expect(Boolean(healthcheck ?? build), `${name} has a health check`).toBe(true);
      }
    }
  });

  it('names volumes that it declares, and files that are there', () => {
    for (const { volumes = [] } of Object.values(compose.services)) {
      for (const source of volumes.map((volume) => volume.split(':')[0])) {
        expect(source.startsWith('.') ? existsSync(`docker/${source}`) : source in compose.volumes, source).toBe(true);
      }
    }
  });

  it('starts programs that the build makes', () => {
    const programs = Object.values(compose.services).flatMap(({ command = [] }) => command.filter((word) => word.startsWith('dist/')));
    expect(programs).toEqual(['dist/worker/main.js', 'dist/cli/main.js']);
    expect(programs.every(isBuilt)).toBe(true);
  });
});

describe('the Dockerfile', () => {
  it('copies what the repository has or an earlier step made', () => {
    const copied = steps('COPY').filter((line) => !line.startsWith('--from')).flatMap((line) => line.split(/\s+/).slice(0, -1));
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('runs programs that exist', () => {
    const named = [...steps('RUN'), ...steps('CMD')].flatMap((line) => line.match(/(?:libs|dist)\/[\w./-]+\.m?js/g) ?? []);
    expect(named).toEqual(['libs/workspace/build.mjs', 'dist/api/main.js']);
    expect(named.every((file) => existsSync(file) || isBuilt(file))).toBe(true);
  });

  it('runs as nobody special, and can be asked how it is', () => {
    expect(steps('USER')).toEqual(['node']);
    expect(dockerfile.filter((line) => line.startsWith('HEALTHCHECK')).join()).toContain('/readyz');
    expect(dockerfile.findLastIndex((line) => line.startsWith('USER'))).toBeGreaterThan(dockerfile.findLastIndex((line) => line.startsWith('RUN')));
  });
});

describe('the public CI', () => {
  it('runs npm test on MongoDB 8 and Redis 7, on every Node that is promised', () => {
    const { steps: work, services, strategy, env } = workflow.jobs.test;
    const runs = work.map(({ run }) => run ?? '').join('\n');
    expect(services.redis.image).toBe('redis:7');
    expect(runs).toContain('mongo:8 --replSet');
    expect(runs).toContain('.ci/run');
    expect(env).toMatchObject({ MONGODB_URI: expect.stringContaining('replicaSet='), REDIS_URL: expect.stringContaining('redis://') });
    expect(strategy.matrix.node).toEqual(['20.19', '22', '24']);
  });
});
