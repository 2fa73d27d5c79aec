import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityUrl, openBrowser, someone } from './browser';
import { demoPassword } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const hostile = [
  '<script>window.hit=1</script>', '<img src=x onerror="window.hit=1">', '<svg/onload=window.hit=1>', '[x](javascript:window.hit=1)',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>', '"><details open ontoggle=window.hit=1>', '<a href="java&#115;cript:window.hit=1">x</a>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.hit=1>', '{{constructor.constructor("window.hit=1")()}}',
].join(' ');

describe('what somebody writes to harm', () => {
  it('is read as words in a real browser: nothing runs, nothing is lost', async () => {
    const { page, window } = await someone(browser);
    let alerts = 0;
    page.on('dialog', (dialog) => { alerts++; void dialog.dismiss(); });
    const signedIn = await window.request.post('/auth/sign-in', { headers: { origin: cityUrl }, data: { email: 'citizen@isegoria.example', password: demoPassword() } });
    expect(signedIn.ok()).toBe(true);
    const graph = async (query: string, variables: Record<string, unknown>) =>
      (await (await window.request.post('/graphql', { headers: { origin: cityUrl }, data: { query, variables } })).json()) as { data: Record<string, unknown>; errors?: unknown };

    const listed = await graph('{ proposals(sort: SUPPORTS, first: 1, filter: { processId: "ideas" }) { items { id } } }', {});
    const id = (listed.data as { proposals: { items: { id: string }[] } }).proposals.items[0]?.id;
    expect(id).toBeDefined();
    const added = await graph(
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename ... on CommentSaved { comment { id visibility } } } }',
      { input: { subject: { kind: 'proposal', id }, alignment: 'AGAINST', text: hostile, nonce: `hostile-${Date.now()}` } },
    );
    expect(added).toMatchObject({ data: { addComment: { __typename: 'CommentSaved' } } });

    await page.goto(`/proposals/${id ?? ''}`, { waitUntil: 'networkidle' });
    const newest = page.getByLabel('Σειρά').first();
    if (await newest.count()) await newest.selectOption({ label: 'Τα νεότερα' });
    await page.getByText('window.hit=1').first().waitFor();
    expect(await page.evaluate<unknown>('window.hit')).toBeUndefined();
    expect(alerts).toBe(0);
    expect(await page.locator('main script, main iframe, main svg[onload], main [onerror], main a[href^="javascript"]').count()).toBe(0);
    await window.close();
  });

  it('in place of a plain value is refused before it reaches the store', async () => {
    for (const operator of [{ $ne: null }, { $gt: '' }, ['a'], { $where: 'sleep(1)' }]) {
      const answer = await fetch(`${cityUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'query ($id: ID!) { proposal(id: $id) { id } }', variables: { id: operator } }),
      });
      const { data, errors } = (await answer.json()) as { data?: { proposal?: unknown } | null; errors?: unknown[] };
      expect(errors?.length ?? 0, JSON.stringify(operator)).toBeGreaterThan(0);
      expect(data?.proposal ?? null).toBeNull();
      const signIn = await fetch(`${cityUrl}/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: operator, password: operator }) });
      expect([400, 401, 422]).toContain(signIn.status);
    }
  });
});
