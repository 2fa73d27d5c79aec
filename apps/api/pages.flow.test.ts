import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetEnv, startCity, type TestCity } from '@isegoria/kernel/api';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { pagesDoor, PagesModule } from './pages.controller';

let city: TestCity;
const folder = mkdtempSync(join(tmpdir(), 'isegoria-pages-'));

/** A city with these files built. */
async function built(files: Record<string, string>, env: Record<string, string> = {}): Promise<TestCity> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [name, value] of Object.entries({ WEB_DIR: relative(process.cwd(), folder), ...env })) vi.stubEnv(name, value);
  forgetEnv();
  return (city = await startCity([IdentityModule, PagesModule], { doors: [sessionDoor, pagesDoor] }));
}

afterEach(async () => {
  await city.stop();
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
  forgetEnv();
});

describe('a browser that keeps a worker of ours', () => {
  it('asks for it anew each time, and it may ask nobody but us', async () => {
    await built({ 'worker/sw.js': 'self.here', 'worker/gone.js': 'self.gone', 'offline/page.html': '<!doctype html>' });
    const answer = await fetch(`${city.url}/sw.js`);
    expect(await answer.text()).toBe('self.here');
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'; img-src 'self'");
    expect((await fetch(`${city.url}/offline/page.html`)).headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'");
  });

  it('is given the one that takes it away, where the city wants none', async () => {
    await built({ 'worker/sw.js': 'self.here', 'worker/gone.js': 'self.gone' }, { SERVICE_WORKER: 'off' });
    expect(await (await fetch(`${city.url}/sw.js`)).text()).toBe('self.gone');
  });

  it('is told plainly where the pages were built without one', async () => {
    await built({ 'index.html': '<html lang="el"><head></head></html>' });
    expect((await fetch(`${city.url}/sw.js`)).status).toBe(404);
  });
});
