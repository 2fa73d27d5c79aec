import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, cityUrl, openBrowser, quiet, someone } from './browser';
import { demoPassword } from './people';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

/** The pages, by who opens them. An id is found by following the first link of its list. `unfolded`: with every table and note on it opened. */
const pages: { who: string | null; path: string; follow?: RegExp; unfolded?: true }[] = [
  { who: null, path: '/proposals' },
  { who: null, path: '/proposals', follow: /^\/proposals\/(?!new|mine)[\w-]{6,}$/ },
  { who: null, path: '/proposals/demo-merge-part' },
  { who: null, path: '/proposals/demo-merge-whole' },
  { who: null, path: '/decisions' },
  { who: null, path: '/decisions', follow: /^\/decisions\/[\w-]{8,}$/ },
  { who: null, path: '/choices' },
  { who: null, path: '/choices/one-ways' },
  { who: null, path: '/choices/one-ways', unfolded: true },
  { who: null, path: '/meetings' },
  { who: null, path: '/meetings/demo-assembly-harbour' },
  { who: null, path: '/meetings/demo-information-schools' },
  { who: null, path: '/meetings/demo-open-seafront' },
  { who: null, path: '/meetings/demo-open-seafront/screen' },
  { who: null, path: '/volunteering' },
  { who: null, path: '/volunteering/demo-beach' },
  { who: null, path: '/volunteering/demo-school-yard' },
  { who: null, path: '/initiatives' },
  { who: null, path: '/initiatives/demo-shaded-playgrounds' },
  { who: null, path: '/initiatives/demo-beach-access' },
  { who: null, path: '/initiatives/demo-harbour-cable-car' },
  { who: null, path: '/initiatives/demo-shaded-playgrounds/sheet' },
  { who: null, path: '/initiatives/join/nobody-was-asked' },
  { who: null, path: '/debates' },
  { who: null, path: '/debates/demo-debate-seafront-sundays' },
  { who: null, path: '/debates/demo-debate-plane-trees' },
  { who: null, path: '/debates/demo-debate-e-scooters' },
  { who: null, path: '/news/district/kentro' },
  { who: null, path: '/news/category/green' },
  { who: null, path: '/proposals?district=kentro' },
  { who: null, path: '/newsletters' },
  { who: null, path: '/newsletters/demo-autumn' },
  { who: null, path: '/newsletters/stop' },
  { who: null, path: '/requests' },
  { who: null, path: '/requests?view=map' },
  { who: null, path: '/requests', follow: /^\/requests\/\d+$/ },
  { who: null, path: '/requests/new' },
  { who: null, path: '/consultations' },
  { who: null, path: '/consultations/demo-outdoor-tables' },
  { who: null, path: '/consultations/demo-outdoor-tables', unfolded: true },
  { who: null, path: '/consultations/demo-outdoor-tables', follow: /^\/consultations\/demo-outdoor-tables\/articles\/\w+$/ },
  { who: null, path: '/consultations/demo-harbour-music' },
  { who: null, path: '/consultations/demo-harbour-music', follow: /^\/consultations\/demo-harbour-music\/articles\/\w+$/ },
  { who: null, path: '/consultations/demo-harbour-music/report' },
  { who: null, path: '/consultations/demo-resident-parking' },
  { who: null, path: '/panels' },
  { who: null, path: '/panels/demo-panel-shade' },
  { who: null, path: '/panels/demo-panel-harbour' },
  { who: null, path: '/surveys' },
  { who: null, path: '/surveys/demo-buses' },
  { who: null, path: '/surveys/demo-buses/answer' },
  { who: null, path: '/surveys/demo-buses/answer?step=s2' },
  { who: null, path: '/surveys/demo-buses/results' },
  { who: null, path: '/surveys/demo-buses/sheet' },
  { who: null, path: '/surveys/demo-library' },
  { who: null, path: '/surveys/demo-library/results' },
  { who: null, path: '/surveys/demo-library/results', unfolded: true },
  { who: null, path: '/surveys/demo-library/words/q5' },
  { who: null, path: '/surveys/demo-playgrounds' },
  { who: null, path: '/budgets' },
  { who: null, path: '/budgets/this-year' },
  { who: null, path: '/budgets/this-year/vote/city' },
  { who: null, path: '/budgets/last-year' },
  { who: null, path: '/budgets/last-year/results/city' },
  { who: null, path: '/budgets/last-year/works' },
  { who: null, path: '/budgets/last-year/projects/last-year-9' },
  { who: null, path: '/processes' },
  { who: null, path: '/processes/ideas' },
  { who: null, path: '/city-says' },
  { who: null, path: '/council/sittings' },
  { who: null, path: '/council/sittings/sitting-coming' },
  { who: null, path: '/council/sittings/sitting-past' },
  { who: null, path: '/themes' },
  { who: null, path: '/participation' },
  { who: null, path: '/reports' },
  { who: null, path: '/reports/stop?id=x&token=y' },
  { who: null, path: '/code-of-conduct' },
  { who: null, path: '/open-data' },
  { who: null, path: '/open-data/evaluations' },
  { who: null, path: '/moderation/log' },
  { who: null, path: '/integrity' },
  { who: null, path: '/integrity', unfolded: true },
  { who: null, path: '/integrity', follow: /^\/integrity\/[0-9a-f]{20}$/ },
  { who: null, path: '/ledger' },
  { who: null, path: '/votes/boxes' },
  { who: null, path: '/budgets/schools/vote/city' },
  { who: 'citizen', path: '/budgets/youth/vote/city' },
  { who: null, path: '/opinions/process/harbour' },
  { who: null, path: '/widgets?kind=ledger' },
  { who: null, path: '/act/opinion/process:harbour' },
  { who: null, path: '/developers' },
  { who: null, path: '/sign-in' },
  { who: null, path: '/sign-in/code' },
  { who: null, path: '/sign-in/code?by=passkey' },
  { who: null, path: '/sign-up' },
  { who: null, path: '/welcome?next=/proposals' },
  { who: null, path: '/forgot' },
  { who: null, path: '/search' },
  { who: null, path: '/search?q=παγκάκια' },
  { who: null, path: '/feeds' },
  { who: null, path: '/accessibility' },
  { who: null, path: '/privacy' },
  { who: null, path: '/method' },
  { who: null, path: '/contact' },
  { who: null, path: '/outbox' },
  { who: null, path: '/confirm?token=x' },
  { who: null, path: '/confirm-address?token=x' },
  { who: null, path: '/reset?token=x' },
  { who: null, path: '/stop-mail?citizen=x&token=y' },
  { who: null, path: '/votes/boxes/budget:last-year.city/audit' },
  { who: 'citizen', path: '/developers' },
  { who: 'citizen', path: '/account' },
  { who: 'citizen', path: '/account', unfolded: true },
  { who: 'citizen', path: '/inbox' },
  { who: 'citizen', path: '/following' },
  { who: 'citizen', path: '/following/new' },
  { who: 'citizen', path: '/proposals/mine' },
  { who: 'citizen', path: '/proposals/new?process=ideas' },
  { who: 'citizen', path: '/proposals/demo-merge-part' },
  { who: 'citizen', path: '/proposals/demo-merge-asked' },
  { who: 'citizen', path: '/proposals/merges' },
  { who: 'citizen', path: '/proposals/merges/demo-merge-invitation-asked' },
  { who: 'citizen', path: '/proposals/demo-merge-asked/merge/demo-merge-asking' },
  { who: 'citizen', path: '/votes/mine' },
  { who: 'citizen', path: '/opinions/process/harbour' },
  { who: 'citizen', path: '/act/budget/this-year.city' },
  { who: 'citizen', path: '/act/choice/one-ways' },
  { who: 'citizen', path: '/report/choice/one-ways' },
  { who: 'citizen', path: '/moderation/cases/none/objection' },
  { who: 'citizen', path: '/proposals/none/withdraw' },
  { who: 'moderator', path: '/moderation' },
  { who: 'moderator', path: '/moderation/objections' },
  { who: 'moderator', path: '/moderation/decisions' },
  { who: 'technical', path: '/official' },
  { who: 'technical', path: '/official', follow: /^\/official\/[\w-]{6,}$/ },
  { who: 'technical', path: '/decisions/enter' },
  { who: 'technical', path: '/decisions/enter/file' },
  { who: 'technical', path: '/decisions/none/correct' },
  { who: 'technical', path: '/choices/new' },
  { who: 'technical', path: '/choices/one-ways/edit' },
  { who: 'technical', path: '/reply/choices/one-ways' },
  { who: 'citizen', path: '/requests/mine' },
  { who: 'technical', path: '/requests', follow: /^\/requests\/\d+$/ },
  { who: 'technical', path: '/requests/queue' },
  { who: 'technical', path: '/requests/enter' },
  { who: 'technical', path: '/requests/templates' },
  { who: 'citizen', path: '/consultations/demo-outdoor-tables/amend/a3' },
  { who: 'citizen', path: '/meetings/demo-information-schools' },
  { who: 'citizen', path: '/meetings/demo-open-seafront' },
  { who: 'citizen', path: '/volunteering/demo-beach' },
  { who: 'citizen', path: '/volunteering/mine' },
  { who: 'citizen', path: '/volunteering/propose' },
  { who: 'citizen', path: '/volunteering/none/correct' },
  { who: 'citizen', path: '/initiatives/demo-shaded-playgrounds' },
  { who: 'citizen', path: '/initiatives/new' },
  { who: 'citizen', path: '/initiatives/mine' },
  { who: 'citizen', path: '/initiatives/anewdraft2/write?kind=debate' },
  { who: 'citizen', path: '/debates/new' },
  { who: 'citizen', path: '/debates/mine' },
  { who: 'citizen', path: '/debates/none/correct' },
  { who: 'technical', path: '/debates/demo-debate-e-scooters/conclude' },
  { who: 'technical', path: '/debates/demo-debate-seafront-sundays' },
  { who: 'technical', path: '/consultations' },
  { who: 'technical', path: '/consultations/new' },
  { who: 'technical', path: '/consultations/demo-outdoor-tables', unfolded: true },
  { who: 'technical', path: '/consultations/demo-outdoor-tables/edit' },
  { who: 'technical', path: '/consultations/demo-squares/answer' },
  { who: 'citizen', path: '/surveys/demo-buses' },
  { who: 'technical', path: '/surveys' },
  { who: 'technical', path: '/panels' },
  { who: 'technical', path: '/panels/new' },
  { who: 'technical', path: '/panels/demo-panel-harbour', unfolded: true },
  { who: 'technical', path: '/panels/demo-panel-harbour/edit' },
  { who: 'technical', path: '/surveys/new' },
  { who: 'technical', path: '/surveys/demo-buses/desk' },
  { who: 'technical', path: '/surveys/demo-buses', unfolded: true },
  { who: 'technical', path: '/surveys/demo-buses/report' },
  { who: 'admin', path: '/surveys/demo-playgrounds/edit', unfolded: true },
  { who: 'admin', path: '/surveys/demo-playgrounds/answer' },
  { who: 'technical', path: '/votes/desk' },
  { who: 'technical', path: '/people/card' },
  { who: 'technical', path: '/budgets/last-year/manage' },
  { who: 'technical', path: '/budgets/last-year/manage/last-year-9' },
  { who: 'council', path: '/council' },
  { who: 'clerk', path: '/council/sittings/sitting-coming/edit' },
  { who: 'clerk', path: '/council/sittings/new' },
  { who: 'clerk', path: '/newsletters/desk' },
  { who: 'clerk', path: '/newsletters/desk/new' },
  { who: 'clerk', path: '/newsletters/desk/demo-budget' },
  { who: 'clerk', path: '/meetings' },
  { who: 'clerk', path: '/meetings/new' },
  { who: 'clerk', path: '/meetings/demo-open-seafront' },
  { who: 'clerk', path: '/meetings/demo-information-schools/edit' },
  { who: 'clerk', path: '/meetings/demo-information-schools/guests' },
  { who: 'clerk', path: '/meetings/demo-assembly-harbour/report' },
  { who: 'admin', path: '/volunteering/new' },
  { who: 'admin', path: '/volunteering/demo-beach', unfolded: true },
  { who: 'admin', path: '/volunteering/demo-beach/edit' },
  { who: 'admin', path: '/volunteering/demo-school-yard/people' },
  { who: 'admin', path: '/volunteering/demo-fire-watch/report' },
  { who: 'clerk', path: '/initiatives/desk' },
  { who: 'clerk', path: '/initiatives/demo-marina-referendum' },
  { who: 'clerk', path: '/initiatives/demo-beach-access/check-list' },
  { who: 'admin', path: '/register' },
  { who: 'admin', path: '/population' },
  { who: 'admin', path: '/people' },
  { who: 'admin', path: '/electorates' },
  { who: 'admin', path: '/electorates/parents' },
  { who: 'admin', path: '/budgets/new' },
  { who: 'admin', path: '/budgets/this-year/declare' },
  { who: 'admin', path: '/processes/ideas', follow: /^\/processes\/ideas\/phases\/[\w-]+$/ },
  { who: 'admin', path: '/processes/new' },
  { who: 'admin', path: '/processes/ideas/edit' },
  { who: 'admin', path: '/processes/ideas/phases/new' },
  { who: 'admin', path: '/requests/catalogue' },
  { who: 'admin', path: '/requests/sources' },
  { who: 'admin', path: '/administration/city' },
  { who: 'admin', path: '/administration/jobs' },
  { who: 'admin', path: '/administration/initiatives' },
];

/** Found by a first link, or read in the story of whoever comes there. */
const elsewhere = ['official/:id', 'consultations/:id/articles/:articleId', 'integrity/:id', 'processes/:id/phases/:phaseId', 'proposals/:id/sent', 'proposals/:id/write', 'requests/:id', 'requests/:id/sent', 'requests/:id/withdraw', 'requests/:id/correct', 'requests/:id/correct/:momentId'];

const looks = [
  { locale: 'el', colorScheme: 'light', width: 390 },
  { locale: 'en', colorScheme: 'dark', width: 1280 },
] as const;
type Look = (typeof looks)[number];

describe('everyone, in Greek by day on a phone and in English by night at a desk', () => {
  const windows = new Map<string, ReturnType<typeof windowOf>>();

  /** A person's window, opened once: pages are looked at in it one after the other, as people do. */
  async function windowOf(who: string | null, { locale, colorScheme, width }: Look) {
    const opened = await someone(browser, { colorScheme, viewport: { width, height: 844 } });
    await opened.window.addCookies([{ name: 'locale', value: locale, url: cityUrl }]);
    if (who) await openFor(who, opened.window);
    return opened;
  }

  function openedBy(who: string | null, look: Look) {
    const key = `${who ?? ''} ${look.locale}`;
    const known = windows.get(key) ?? windowOf(who, look);
    windows.set(key, known);
    return known;
  }

  afterAll(async () => {
    for (const opened of windows.values()) await (await opened).window.close();
  });

  it('leaves out no page that the city has', () => {
    const written = ['apps/web/pages.tsx', ...readdirSync('libs').map((slice) => `libs/${slice}/web/routes.tsx`).filter((file) => existsSync(file))].map((file) => readFileSync(file, 'utf8')).join('\n');
    const routes = [...written.matchAll(/path: '\/?([^'*]+)'/g)].map(([, route = '']) => route).filter((route) => route !== 'gallery');
    expect(routes.length).toBeGreaterThan(50);
    const isRead = (route: string) => pages.some(({ path }) => new RegExp(`^/${route.replace(/:\w+/g, '[^/]+')}$`).test(path.replace(/\?.*/, '')));
    expect(routes.filter((route) => !isRead(route) && !elsewhere.includes(route))).toEqual([]);
  });

  // Both at once: most of the time of a page is waiting until it has nothing more to ask.
  it.each(pages)('reads $path as $who', async (page) => {
    expect(await Promise.all(looks.map((look) => wrongWith(page, look)))).toEqual(looks.map(nothingWrong));
  });

  const nothingWrong = ({ locale }: Look) => ({ headlines: 1, lang: locale, barriers: [], overflow: false, moved: false, troubles: [] });

  async function wrongWith({ who, path, follow, unfolded }: (typeof pages)[number], look: Look) {
    const { page, troubles } = await openedBy(who, look);
    troubles.length = 0;
    let answer = await page.goto(path);
    if (follow) answer = await page.goto(await linkLike(page, follow));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await quiet(page);
    if (unfolded) await unfold(page);
    return {
      headlines: await page.getByRole('heading', { level: 1 }).count(),
      lang: await page.locator('html').getAttribute('lang'),
      barriers: await barriers(page),
      overflow: await page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth'),
      // Who signed in may read something else at an address than its first words, which are a visitor's.
      moved: who === null && (await hasMoved(page, (await answer?.text()) ?? '')),
      troubles: [...troubles],
    };
  }
});

/** Whether the headline stands elsewhere than the first words of the page's HTML did. */
async function hasMoved(page: Page, html: string): Promise<boolean> {
  const [, frame] = /"arriving-words" data-frame="(narrow|wide)"/.exec(html) ?? [];
  const width = await page.evaluate<string>(`getComputedStyle(document.querySelector('h1').closest('article')).getPropertyValue('--width')`);
  return frame !== undefined && (frame === 'narrow') !== (width === '46rem');
}

/** Where the first link of such an address leads, as soon as there is one. */
async function linkLike(page: Page, wanted: RegExp): Promise<string> {
  let found: string | undefined;
  await expect.poll(async () => {
    const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    return (found = links.find((link) => wanted.test(link)));
  }, { timeout: 15_000, message: `a link like ${String(wanted)} on ${page.url()}` }).toBeDefined();
  return found ?? '';
}

async function unfold(page: Page): Promise<void> {
  const folded = page.locator('main button[aria-expanded=false]:visible');
  const count = await folded.count();
  for (let at = 0; at < count; at += 1) await folded.first().click();
}

/** Signs in without the page, as pages are what is looked at here. */
async function openFor(who: string, window: Awaited<ReturnType<typeof someone>>['window']): Promise<void> {
  const answer = await window.request.post('/auth/sign-in', { headers: { origin: cityUrl }, data: { email: `${who}@isegoria.example`, password: demoPassword() } });
  expect(answer.ok(), `${who} signs in`).toBe(true);
}
