import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { singleKinds, widgetKinds } from '@isegoria/widgets/contracts';
import { barriers, cityUrl, openBrowser, someone } from './browser';
import { site, things } from './municipal-site';

let browser: Browser;
let of: Awaited<ReturnType<typeof things>>;
beforeAll(async () => {
  [browser, of] = await Promise.all([openBrowser(), things()]);
});
afterAll(() => browser.close());

describe('the editor of a municipal site', () => {
  it('searches a thing, sees it as it will look elsewhere, and takes a tag that works there', async () => {
    const { window, page, troubles } = await someone(browser);
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Για τη σελίδα σου' }).click();
    await page.getByRole('heading', { level: 1, name: 'Η Ισηγορία στη δική σου σελίδα' }).waitFor();
    await page.getByRole('searchbox').fill(`${cityUrl}/proposals/${of('proposal')}`);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: `${cityUrl}/proposals/${of('proposal')}` }).check();
    const frame = page.frameLocator('iframe');
    await frame.locator('isegoria-proposal article').waitFor();
    const tag = (await page.getByRole('region', { name: 'Εκεί όπου θα φαίνεται' }).textContent()) ?? '';
    expect(tag).toContain(`<isegoria-proposal of="${of('proposal')}" lang="el">`);
    expect(await barriers(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await window.close();
    const host = await site(tag);
    const elsewhere = await browser.newPage();
    await elsewhere.goto(host.url);
    await elsewhere.locator('isegoria-proposal article').waitFor();
    await elsewhere.close();
    await host.stop();
  });

  it('is told which colours cannot be read, and sees the preview in theirs', async () => {
    const { window, page } = await someone(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(`/widgets?kind=decision&of=${of('decision')}`);
    await page.getByLabel('Δικά μου χρώματα').check();
    await page.getByText('Τα χρώματα διαβάζονται').waitFor();
    await page.getByLabel('Χρώμα έμφασης').fill('#ffd84d');
    await page.getByText('Χρώμα έμφασης πάνω σε Φόντο').waitFor();
    await page.frameLocator('iframe').locator('isegoria-decision dd').first().waitFor();
    await expect.poll(() => page.frames().at(-1)?.evaluate<string>("getComputedStyle(document.querySelector('isegoria-decision').shadowRoot.querySelector('dd')).color"), { timeout: 20_000 }).toBe('rgb(255, 216, 77)');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await window.close();
  });

  it('finds every kind there, in English too', async () => {
    const { window, page } = await someone(browser);
    await window.addCookies([{ name: 'locale', value: 'en', url: cityUrl }]);
    for (const kind of widgetKinds) {
      await page.goto(`/widgets?kind=${kind}`);
      const first = page.getByRole('radio').first();
      if (!singleKinds.includes(kind)) await page.getByRole('group', { name: 'Choose' }).getByRole('radio').first().check();
      else await first.waitFor();
      await page.frameLocator('iframe').locator(`isegoria-${kind} article`).waitFor();
    }
    await window.close();
  });

  it('pastes the mere address of a page where oEmbed is understood', async () => {
    for (const path of [`/proposals/${of('proposal')}`, `/decisions/${of('decision')}`, `/choices/${of('choice')}`, `/processes/${of('process')}`, `/budgets/${of('budget')}`, `/opinions/${of('opinion').replace(':', '/')}`, '/ledger']) {
      const page = await (await fetch(cityUrl + path, { headers: { accept: 'text/html' } })).text();
      const found = (format: string) => new RegExp(`<link rel="alternate" type="${format}\\+oembed" href="([^"]+)">`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const answer = await fetch(`${found('application/json')}&maxwidth=400`);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect(await answer.json()).toMatchObject({ type: 'rich', version: '1.0', width: 400, height: 420, html: expect.stringContaining(`${cityUrl}/embed/`) as string });
      const xml = await fetch(found('text/xml'));
      expect(xml.headers.get('content-type')).toContain('text/xml');
      expect(await xml.text()).toMatch(/^<\?xml version="1.0"[^>]*\?>\n<oembed>\n {2}<type>rich<\/type>/);
    }
    expect((await fetch(`${cityUrl}/oembed?url=${encodeURIComponent(`${cityUrl}/proposals/nothing`)}`)).status).toBe(404);
    expect((await fetch(`${cityUrl}/oembed?url=${encodeURIComponent(`${cityUrl}/ledger`)}&format=yaml`)).status).toBe(501);
  });

  it('puts its frame on a page without foreign scripts, where it is live and leads to the window', async () => {
    const { html } = (await (await fetch(`${cityUrl}/oembed?url=${encodeURIComponent(`${cityUrl}/proposals/${of('proposal')}`)}`)).json()) as { html: string };
    const host = await site(html, { policy: `default-src 'none'; style-src 'self'; frame-src ${cityUrl}` });
    const page = await browser.newPage();
    await page.goto(host.url);
    const coming = page.context().waitForEvent('page');
    await page.frameLocator('iframe').locator('a.act').click();
    const small = await coming;
    await small.getByRole('heading', { level: 1 }).waitFor();
    expect(await small.evaluate('self.origin')).toBe(cityUrl);
    await page.context().close();
    await host.stop();
  });
});
