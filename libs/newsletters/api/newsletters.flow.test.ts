import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Clock, Events, eventually, forgetEnv, startCity, type TestCity } from '@isegoria/kernel/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { Mails, NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { GoingOut } from './going-out';
import { NewsletterCopy, NewsletterRecord } from './newsletter.schema';
import { NewslettersModule } from './newsletters.module';

interface OutboxMail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

const slices = [IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, LedgerModule, NewslettersModule];
const save = 'mutation ($id: ID!, $revision: Int, $input: NewsletterInput!) { saveNewsletter(id: $id, revision: $revision, input: $input) { __typename ... on NewsletterSaved { newsletter { revision stage } } ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }';
const send = 'mutation ($id: ID!, $revision: Int!, $at: DateTime) { sendNewsletter(id: $id, revision: $revision, at: $at) { __typename ... on NewsletterSaved { newsletter { stage revision } } ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }';
const stop = 'mutation ($id: ID!) { stopNewsletter(id: $id) { __typename ... on NewsletterSaved { newsletter { stage revision figures { sent } } } ... on NotAllowed { reason } } }';
const wish = 'mutation ($wants: Boolean!, $categoryIds: [ID!]!) { setNewsletterWish(wants: $wants, categoryIds: $categoryIds) { __typename ... on NewsletterWish { wants since categoryIds } } }';
const wishQuery = '{ newsletterWish { wants since categoryIds hasAddress } }';
const leave = 'mutation ($citizenId: ID!, $letterId: ID!, $token: String!) { leaveNewsletters(citizenId: $citizenId, letterId: $letterId, token: $token) { __typename } }';
const figuresQuery = 'query ($id: ID!) { newsletterDraft(id: $id) { stage figures { people sent failed left } } }';
const input = (more: object = {}) => ({ title: { el: 'Τα νέα του μήνα', en: '' }, text: { el: 'Αυτόν τον μήνα **ψηφίζουμε** τον προϋπολογισμό. [Δες](/budgets)', en: '' }, paths: [], districtIds: [], categoryIds: [], ...more });

/** The city's own rounds do nothing: these tests say when one is. */
function byHand(city: TestCity): TestCity {
  city.get(GoingOut).round = () => Promise.resolve();
  return city;
}

describe('the city’s letters', () => {
  let city: TestCity;
  let clerk: SignedIn;
  const readers: SignedIn[] = [];
  beforeAll(async () => {
    city = byHand(await startCity(slices, { doors: [sessionDoor] }));
    clerk = await signedIn(city, { name: 'Μαρίνα', email: 'clerk@example.org', roles: ['clerk'] });
    for (const [at, districtId] of ['kentro', 'kentro', 'ormos'].entries()) {
      const reader = await signedIn(city, { name: `Αναγνώστης ${String(at)}`, email: `reader${String(at)}@example.org`, districtId });
      readers.push(reader);
      await reader.graph(wish, { wants: true, categoryIds: at === 0 ? ['roads'] : at === 1 ? ['trees'] : [] });
    }
  }, 60_000);
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => city.stop());

  const model = <T>(name: string) => city.get<Model<T>>(getModelToken(name));
  const mailsOf = (subject: string) => model<OutboxMail>('OutboxRecord').find({ subject }).lean<OutboxMail[]>().exec();
  const round = (from = city) => GoingOut.prototype.round.call(from.get(GoingOut));
  let number = 0;
  const written = async (more: object = {}) => {
    const id = `a-letter-of-these-tests-${String(number++)}`;
    const answer = await clerk.graph<{ saveNewsletter: { __typename: string } }>(save, { id, input: input(more) });
    expect(answer.data.saveNewsletter).toMatchObject({ __typename: 'NewsletterSaved' });
    return id;
  };
  const out = async (id: string, at: Date | null = null) => (await clerk.graph<{ sendNewsletter: object }>(send, { id, revision: 1, at })).data.sendNewsletter;
  const figures = async (id: string) => (await clerk.graph<{ newsletterDraft: { stage: string; figures: object } }>(figuresQuery, { id })).data.newsletterDraft;
  const reach = async (districtIds: string[], categoryIds: string[]) => (await clerk.graph<{ newsletterReach: number }>('query ($d: [ID!]!, $c: [ID!]!) { newsletterReach(districtIds: $d, categoryIds: $c) }', { d: districtIds, c: categoryIds })).data.newsletterReach;

  it('go to nobody who did not say yes; the day of the yes stays, also when the profile changes', async () => {
    const nikos = await signedIn(city, { name: 'Νίκος', email: 'nikos@example.org' });
    expect((await nikos.graph(wishQuery)).data).toEqual({ newsletterWish: { wants: false, since: null, categoryIds: [], hasAddress: true } });
    const first = await nikos.graph<{ setNewsletterWish: { since: string } }>(wish, { wants: true, categoryIds: [] });
    await nikos.graph('mutation { updateProfile(input: { name: "Νικόλας", locale: "en" }) { __typename } }');
    await nikos.graph(wish, { wants: true, categoryIds: ['roads'] });
    expect((await nikos.graph(wishQuery)).data).toEqual({ newsletterWish: { wants: true, since: first.data.setNewsletterWish.since, categoryIds: ['roads'], hasAddress: true } });
    await nikos.graph(wish, { wants: false, categoryIds: [] });
    expect((await nikos.graph(wishQuery)).data).toMatchObject({ newsletterWish: { wants: false } });
    const noAddress = await signedIn(city, { name: 'Χωρίς' });
    await noAddress.graph(wish, { wants: true, categoryIds: [] });
    expect((await noAddress.graph(wishQuery)).data).toMatchObject({ newsletterWish: { wants: true, hasAddress: false } });
    expect(await reach([], [])).toBe(3);
  });

  it('may be asked for at the sign-up, and reach nobody before the address is confirmed', async () => {
    const form = { name: 'Ελένη', password: 'three words in a row', locale: 'el', agrees: true };
    const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }';
    await city.graph(signUp, { input: { ...form, email: 'yes@example.org', wantsNewsletter: true } });
    await city.graph(signUp, { input: { ...form, email: 'no@example.org' } });
    const wanted = await eventually('the wish', async () => (await model('NewsletterReader').find().lean<{ _id: string }[]>()).find(({ _id }) => !readers.some(({ citizen }) => citizen.id === _id) && _id)?._id);
    const accounts = model<{ _id: string; email: string; confirmedAt: Date | null }>('Account');
    const joined = await eventually('both accounts', async () => ((await accounts.countDocuments({ email: /^(yes|no)@/ })) === 2 ? accounts.find({ email: /^(yes|no)@/ }).lean() : null));
    expect(await model('NewsletterReader').countDocuments({ _id: { $in: joined.map(({ _id }) => _id) } })).toBe(1);
    expect(wanted).toBeTruthy();
    expect(await reach([], [])).toBe(3);
    await accounts.updateOne({ email: 'yes@example.org' }, { $set: { confirmedAt: new Date() } });
    expect(await reach([], [])).toBe(4);
    await accounts.updateOne({ email: 'yes@example.org' }, { $set: { confirmedAt: null } });
  });

  it('reach those of a district, and those who chose a subject or none', async () => {
    expect(await reach(['kentro'], [])).toBe(2);
    expect(await reach([], ['roads'])).toBe(2);
    expect(await reach(['kentro'], ['roads'])).toBe(1);
    const id = await written({ title: { el: 'Μόνο για τον Όρμο', en: '' }, districtIds: ['ormos'] });
    await out(id);
    await round();
    expect((await mailsOf('Μόνο για τον Όρμο')).map(({ to }) => to)).toEqual(['reader2@example.org']);
  });

  it('are written by clerks alone, hidden until they go, and never changed over a colleague’s head', async () => {
    const id = await written({ title: { el: 'Κρυφό ακόμη', en: '' } });
    const [reader] = readers;
    for (const who of [reader, null]) {
      const refused = await (who ?? city).graph(save, { id: 'by-a-citizen-1', input: input() });
      expect(refused.errors).toHaveLength(1);
    }
    expect((await city.graph('query ($id: ID!) { newsletter(id: $id) { id } newsletters { items { id } } }', { id })).data).toMatchObject({ newsletter: null });
    const other = await signedIn(city, { name: 'Διαχειρίστρια', roles: ['administrator'] });
    expect((await other.graph(save, { id, revision: 1, input: input({ title: { el: 'Άλλος τίτλος', en: '' } }) })).data).toMatchObject({ saveNewsletter: { newsletter: { revision: 2 } } });
    expect((await clerk.graph(save, { id, revision: 1, input: input() })).data).toEqual({ saveNewsletter: { __typename: 'NotAllowed', reason: 'changed' } });
    expect(await out(id)).toEqual({ __typename: 'NotAllowed', reason: 'changed' });
    expect((await other.graph('mutation ($id: ID!) { proofNewsletter(id: $id) { __typename ... on NotAllowed { reason } } }', { id })).data).toEqual({ proofNewsletter: { __typename: 'NotAllowed', reason: 'address' } });
    expect((await clerk.graph('mutation ($id: ID!) { removeNewsletter(id: $id) { __typename } }', { id })).data).toEqual({ removeNewsletter: { __typename: 'NewsletterRemoved' } });
    expect((await clerk.graph(save, { id: 'a-letter-with-too-short-a-title', input: input({ title: { el: 'Α', en: '' }, paths: ['https://evil.example/'] }) })).data).toMatchObject({ saveNewsletter: { problems: [{ field: 'title.el' }, { field: 'paths.0' }] } });
  });

  it('are tried on the one who writes, go to each reader once in clean HTML, and are public and in the ledger then', async () => {
    const title = 'Τα νέα <script>alert(1)</script>';
    const id = await written({ title: { el: title, en: 'The <b>news</b>' }, text: { el: 'Γεια & <img src=x onerror=alert(1)> [εδώ](/budgets) και [κακό](javascript:alert(1))', en: '' } });
    const proof = 'mutation ($id: ID!) { proofNewsletter(id: $id) { __typename ... on NewsletterProofSent { email } } }';
    for (const answer of await Promise.all([clerk.graph(proof, { id }), clerk.graph(proof, { id })])) expect(answer.data).toEqual({ proofNewsletter: { __typename: 'NewsletterProofSent', email: 'clerk@example.org' } });
    expect(await mailsOf(title)).toHaveLength(1);
    const presses = await Promise.all([out(id), out(id), out(id)]);
    expect(presses.filter((answer) => '__typename' in answer && answer.__typename === 'NewsletterSaved')).toHaveLength(1);
    await Promise.all([round(), round()]);
    await round();
    const mails = (await mailsOf(title)).filter(({ to }) => to !== 'clerk@example.org');
    expect(mails.map(({ to }) => to).sort()).toEqual(['reader0@example.org', 'reader1@example.org', 'reader2@example.org']);
    for (const { html, text } of mails) {
      expect(html).not.toMatch(/<script|<img|javascript:/);
      expect(html).toMatch(/<a href="http[^"]+\/budgets"/);
      expect(text).toMatch(/\/newsletters\/stop\?citizen=/);
    }
    expect(await figures(id)).toEqual({ stage: 'sent', figures: { people: 3, sent: 3, failed: 0, left: 0 } });
    const { newsletter } = (await city.graph<{ newsletter: { title: { en: string }; html: { el: string; en: string } } }>('query ($id: ID!) { newsletter(id: $id) { title { en } html { el en } } }', { id })).data;
    expect(newsletter.title.en).toBe('The <b>news</b>');
    expect(newsletter.html.en).toBe(newsletter.html.el);
    expect(await eventually('the act', async () => model<{ leaf: object }>('LedgerActRecord').findOne({ id: `newsletter:${id}` }).lean())).toMatchObject({ leaf: { act: 'newsletter.sent', body: { people: 3 } } });
    expect((await clerk.graph(save, { id, revision: 2, input: input() })).data).toEqual({ saveNewsletter: { __typename: 'NotAllowed', reason: 'stage' } });
    expect((await clerk.graph('mutation ($id: ID!) { removeNewsletter(id: $id) { __typename } }', { id })).data).toEqual({ removeNewsletter: { __typename: 'NotAllowed' } });
  });

  it('wait for their time; stopped before it they are drafts again, stopped on the way the rest do not go', async () => {
    const id = await written({ title: { el: 'Προγραμματισμένο', en: '' } });
    const inAnHour = new Date(Date.now() + 3_600_000);
    expect(await out(id, new Date(Date.now() - 3_600_000))).toMatchObject({ problems: [{ field: 'at', code: 'invalid' }] });
    expect(await out(id, inAnHour)).toMatchObject({ newsletter: { stage: 'scheduled' } });
    await round();
    expect(await mailsOf('Προγραμματισμένο')).toEqual([]);
    expect((await clerk.graph(stop, { id })).data).toMatchObject({ stopNewsletter: { newsletter: { stage: 'draft', revision: 3 } } });
    await clerk.graph(send, { id, revision: 3, at: inAnHour });
    vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(inAnHour.getTime() + 1000));
    const mails = city.get(Mails);
    const really = mails.send.bind(mails);
    vi.spyOn(mails, 'send').mockImplementation(async (mail) => {
      const isOut = await really(mail);
      await clerk.graph(stop, { id });
      return isOut;
    });
    await round();
    vi.restoreAllMocks();
    await round();
    expect(await mailsOf('Προγραμματισμένο')).toHaveLength(1);
    expect(await figures(id)).toMatchObject({ stage: 'stopped', figures: { people: 3, sent: 1 } });
    expect((await clerk.graph(stop, { id })).data).toMatchObject({ stopNewsletter: { newsletter: { stage: 'stopped' } } });
  });

  it('whose process is killed in the middle go on where they stopped, by another one, and nobody has two', async () => {
    const other = byHand(await startCity(slices, { doors: [sessionDoor], beside: true }));
    try {
      const id = await written({ title: { el: 'Στη μέση', en: '' } });
      await out(id);
      const mails = city.get(Mails);
      const really = mails.send.bind(mails);
      let handed = 0;
      // Killed over the second copy: it was handed over, and nobody ever wrote down that it was.
      vi.spyOn(mails, 'send').mockImplementation(async (mail) => {
        const isOut = await really(mail);
        return ++handed === 2 ? new Promise<boolean>(() => undefined) : isOut;
      });
      void round();
      await eventually('two copies', () => handed === 2);
      expect(await model<NewsletterCopy>('NewsletterCopy').countDocuments({ letterId: id, state: 'sent' })).toBe(1);
      await Promise.all([round(other), round(other)]);
      await round(other);
      expect((await mailsOf('Στη μέση')).map(({ to }) => to).sort()).toEqual(['reader0@example.org', 'reader1@example.org', 'reader2@example.org']);
      expect(await figures(id)).toMatchObject({ stage: 'sent', figures: { people: 3, sent: 3, failed: 0 } });
    } finally {
      await other.stop();
    }
  });

  it('whose process is killed while copies are laid ready lay the rest, and count everyone once', async () => {
    const id = await written({ title: { el: 'Μισά αντίτυπα', en: '' } });
    await model<NewsletterRecord>('NewsletterRecord').updateOne({ _id: id }, { $set: { stage: 'sending', wentAt: new Date() } });
    const [first] = readers.map(({ citizen }) => citizen.id).sort();
    await model<NewsletterCopy>('NewsletterCopy').create({ _id: `${id}:${first ?? ''}`, letterId: id, citizenId: first, state: 'sent', dueAt: new Date() });
    await round();
    expect(await figures(id)).toEqual({ stage: 'sent', figures: { people: 3, sent: 3, failed: 0, left: 0 } });
    expect(await mailsOf('Μισά αντίτυπα')).toHaveLength(2);
  });

  it('that a mail server does not take are tried again later, given up at last, and counted', async () => {
    const id = await written({ title: { el: 'Δεν φτάνει', en: '' } });
    await out(id);
    const mails = city.get(Mails);
    const really = mails.send.bind(mails);
    vi.spyOn(mails, 'send').mockImplementation((mail) => (mail.to.email === 'reader1@example.org' ? Promise.reject(new Error('550 no such box')) : really(mail)));
    await round();
    expect(await figures(id)).toMatchObject({ stage: 'sending', figures: { sent: 2, failed: 0 } });
    await round();
    expect(await model<NewsletterCopy>('NewsletterCopy').findOne({ letterId: id, state: 'waits' }).lean()).toMatchObject({ tries: 1 });
    for (let tries = 0; tries < 5; tries++) {
      await model<NewsletterCopy>('NewsletterCopy').updateMany({ letterId: id, state: 'waits' }, { $set: { dueAt: new Date(0) } });
      await round();
    }
    expect(await figures(id)).toMatchObject({ stage: 'sent', figures: { people: 3, sent: 2, failed: 1 } });
  });

  it('go at the pace of the city', async () => {
    const id = await written({ title: { el: 'Με τη σειρά', en: '' } });
    await out(id);
    process.env['NEWSLETTER_PER_MINUTE'] = '6';
    forgetEnv();
    try {
      await round();
      expect((await mailsOf('Με τη σειρά')).length).toBe(1);
      await round();
      expect((await mailsOf('Με τη σειρά')).length).toBe(2);
    } finally {
      delete process.env['NEWSLETTER_PER_MINUTE'];
      forgetEnv();
    }
    await round();
    expect((await mailsOf('Με τη σειρά')).length).toBe(3);
  });

  it('end by one click without signing in, counted once, and by no link that somebody made up', async () => {
    const id = await written({ title: { el: 'Το τελευταίο', en: '' } });
    await out(id);
    await round();
    const [mail] = (await mailsOf('Το τελευταίο')).filter(({ to }) => to === 'reader2@example.org');
    const link = new URL(/http\S+\/newsletters\/stop\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    const [citizenId, token] = [link.searchParams.get('citizen') ?? '', link.searchParams.get('token') ?? ''];
    for (const wrong of [{ citizenId, letterId: id, token: `${token.slice(0, -1)}x` }, { citizenId: readers[0]?.citizen.id, letterId: id, token }, { citizenId, letterId: 'another', token }]) {
      expect((await city.graph(leave, wrong)).data).toEqual({ leaveNewsletters: { __typename: 'NotFound' } });
    }
    expect(await reach([], [])).toBe(3);
    // A program that only looks ends nothing.
    await fetch(`${city.url}${link.pathname}${link.search}`);
    expect(await reach([], [])).toBe(3);
    const click = () => fetch(`${city.url}${link.pathname}${link.search}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    for (const answer of await Promise.all([click(), click()])) expect(answer.status).toBe(204);
    expect((await city.graph(leave, { citizenId, letterId: id, token })).data).toEqual({ leaveNewsletters: { __typename: 'NewslettersEnded' } });
    expect(await reach([], [])).toBe(2);
    expect(await figures(id)).toMatchObject({ figures: { sent: 3, left: 1 } });
    expect((await readers[2]?.graph(wishQuery))?.data).toMatchObject({ newsletterWish: { wants: false } });
  });

  it('do not go to who ended them while they were on the way, nor to who left, of whom nothing stays', async () => {
    const id = await written({ title: { el: 'Έφυγαν', en: '' } });
    await out(id);
    const [one, two] = readers;
    const mails = city.get(Mails);
    vi.spyOn(mails, 'send').mockResolvedValue(false);
    await round();
    vi.restoreAllMocks();
    await one?.graph(wish, { wants: false, categoryIds: [] });
    await city.get(Events).publish('citizen.left', { citizenId: two?.citizen.id ?? '', personId: two?.citizen.personId ?? '', at: new Date() });
    await eventually('they are forgotten', async () => (await model<NewsletterCopy>('NewsletterCopy').countDocuments({ citizenId: two?.citizen.id })) === 0);
    await model<NewsletterCopy>('NewsletterCopy').updateMany({ letterId: id, state: 'waits' }, { $set: { dueAt: new Date(0) } });
    await round();
    expect(await mailsOf('Έφυγαν')).toEqual([]);
    expect(await figures(id)).toMatchObject({ stage: 'sent', figures: { sent: 0, failed: 0 } });
    expect(await reach([], [])).toBe(0);
  });
});
