import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { publicUrl, startCity, type TestCity } from '@isegoria/kernel/api';
import { WidgetsModule } from './widgets.module';

describe('the cards that one address asks for', () => {
  let city: TestCity;
  beforeAll(async () => {
    vi.stubEnv('WIDGETS_PER_MINUTE', '6');
    city = await startCity([IdentityModule, WidgetsModule], { doors: [sessionDoor] });
  }, 60_000);
  afterAll(async () => {
    await city.stop();
    vi.unstubAllEnvs();
  });

  const status = async (path: string) => (await fetch(`${city.url}${path}`)).status;

  it('are free where they were just made, and otherwise so many in a minute, by whichever door', async () => {
    for (let time = 0; time < 12; time++) expect(await status('/widgets/cards/proposal?of=same')).toBe(404);
    expect(await status('/widgets/cards/proposal?of=another')).toBe(404);
    for (let time = 0; time < 6; time++) await status(`/widgets/cards/proposal?of=new-${time}`);
    const page = encodeURIComponent(`${publicUrl()}/proposals/y`);
    for (const path of ['/widgets/cards/proposal?of=x', '/embed/proposal?of=y', `/oembed?url=${page}`]) expect(await status(path), path).toBe(429);
  });
});
