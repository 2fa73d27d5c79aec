import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Clock, Events, eventually, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { listen, RealtimeModule, Rooms } from '@isegoria/realtime/api';
import { Comments } from './comments';
import { CommentsModule } from './comments.module';
import { CommentCounts } from './comment-counts';
import { CommentEdition } from './comment.schema';
import { CommentStanding } from './comment-standing';
import { aSquare, type Square } from './comments.builders';

const shared = process.env['SHARED_DATA'] ?? '../shared/data';
const fields = 'id text html alignment visibility supports replies mine editableUntil editedAt parentId author { id name } decision { rule reason caseId }';
const addComment = `mutation Add($input: AddCommentInput!) { addComment(input: $input) { __typename
  ... on CommentSaved { comment { ${fields} } } ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const listComments = `query List($subject: SubjectInput!, $alignment: Alignment!, $sort: CommentSort, $first: Int, $after: String) {
  comments(subject: $subject, alignment: $alignment, sort: $sort, first: $first, after: $after) { items { ${fields} } next total } }`;
const discussion = `query Discussion($subject: SubjectInput!) { discussion(subject: $subject) { open waits counts { for against neutral total } mine { ${fields} } } }`;

interface Shown {
  id: string;
  text: string;
  html: string;
  visibility: string;
  supports: number;
  replies: number;
  mine: boolean;
  editableUntil: string | null;
  author: { name: string } | null;
  decision: { rule: number; reason: string } | null;
}
interface Saved {
  __typename: string;
  comment: Shown;
  reason?: string;
  problems?: { field: string; code: string }[];
}

describe('arguments about a subject', () => {
  let city: TestCity;
  let square: Square;
  let maria: SignedIn;
  let nikos: SignedIn;
  let nonce = 0;
  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule, CommentsModule], { doors: [sessionDoor] });
    square = aSquare();
    city.get(Subjects).register('square', square);
    city.get(Rooms).open('square');
    maria = await signedIn(city);
    nikos = await signedIn(city, { name: 'Νίκος Πέτρου' });
  }, 60_000);
  afterAll(() => city.stop());

  const write = async (who: SignedIn, subjectId: string, text: string, more: Record<string, unknown> = {}) => {
    const input = { subject: { kind: 'square', id: subjectId }, alignment: 'FOR', text, nonce: `nonce-${++nonce}-0000`, ...more };
    return (await who.graph<{ addComment: Saved }>(addComment, { input })).data.addComment;
  };
  const list = async (subjectId: string, alignment = 'FOR', more: Record<string, unknown> = {}, who?: SignedIn) => {
    const ask = who ? who.graph.bind(who) : city.graph.bind(city);
    const { data } = await ask<{ comments: { items: Shown[]; next: string | null; total: number } }>(listComments, { subject: { kind: 'square', id: subjectId }, alignment, ...more });
    return data.comments;
  };
  const counts = async (subjectId: string, who: SignedIn) =>
    (await who.graph<{ discussion: { counts: object; mine: Shown[]; waits: boolean } }>(discussion, { subject: { kind: 'square', id: subjectId } })).data.discussion;
  const settled = () => new Promise((wake) => setTimeout(wake, 1100));

  it('tells a citizen, and nobody else, about which of some subjects they wrote something that stands', async () => {
    // People of their own: how many arguments one writes in a minute is bounded.
    const [olga, petros] = [await signedIn(city, { name: 'Όλγα' }), await signedIn(city, { name: 'Πέτρος' })];
    const spoken = async (who: SignedIn, ...ids: string[]) => {
      const { data } = await who.graph<{ spokenAbout: { id: string }[] }>('query ($subjects: [SubjectInput!]!) { spokenAbout(subjects: $subjects) { kind id } }', { subjects: ids.map((id) => ({ kind: 'square', id })) });
      return data.spokenAbout.map(({ id }) => id);
    };
    await write(olga, 'spoken-1', 'Ναι.');
    const { comment } = await write(olga, 'spoken-2', 'Όχι.', { alignment: 'AGAINST' });
    await write(petros, 'spoken-3', 'Ίσως.', { alignment: 'NEUTRAL' });
    expect(await spoken(olga, 'spoken-3', 'spoken-2', 'spoken-1', 'nothing')).toEqual(['spoken-2', 'spoken-1']);
    await olga.graph('mutation ($id: ID!) { withdrawComment(id: $id) { __typename } }', { id: comment.id });
    expect(await spoken(olga, 'spoken-2', 'spoken-1')).toEqual(['spoken-1']);
    const { errors } = await city.graph('{ spokenAbout(subjects: [{ kind: "square", id: "spoken-1" }]) { id } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('are public at once where the phase says so, on their side, and counted', async () => {
    const saved = await write(maria, 'open', 'Στις 14:00 ο δρόμος βράζει από Απρίλιο ως Οκτώβριο.');
    expect(saved.comment).toMatchObject({ visibility: 'public', mine: true });
    await write(nikos, 'open', 'Πρώτα δέντρα.', { alignment: 'AGAINST' });
    expect((await list('open')).items.map(({ text }) => text)).toEqual(['Στις 14:00 ο δρόμος βράζει από Απρίλιο ως Οκτώβριο.']);
    expect((await counts('open', maria)).counts).toEqual({ for: 1, against: 1, neutral: 0, total: 2 });
  });

  it('arrive on other screens without a reload', async () => {
    const browser = await listen(city.url);
    await browser.watch({ kind: 'square', id: 'live' });
    await write(maria, 'live', 'Ναι στα σκίαστρα.');
    const delta = await eventually('the new argument', () => browser.heard.find(({ name }) => name === 'comment.published'));
    expect(delta.payload).toMatchObject({ alignment: 'FOR', comment: { html: '<p>Ναι στα σκίαστρα.</p>\n', mine: false } });
    await eventually('the counts', () => browser.heard.find(({ name }) => name === 'comments.counted'));
    browser.close();
  });

  it('are one, however often the same one is sent', async () => {
    const input = { subject: { kind: 'square', id: 'twice' }, alignment: 'FOR', text: 'Μία φορά αρκεί.', nonce: 'the-same-nonce' };
    const answers = await Promise.all(Array.from({ length: 12 }, () => maria.graph<{ addComment: Saved }>(addComment, { input })));
    expect(new Set(answers.map(({ data }) => data.addComment.comment.id)).size).toBe(1);
    expect((await counts('twice', maria)).counts).toMatchObject({ for: 1, total: 1 });
  });

  it('wait for a moderator where the phase says so: the author sees them, nobody else does at any door', async () => {
    const { comment } = await write(maria, 'waits', 'Περιμένω.');
    expect(comment.visibility).toBe('waiting');
    expect((await list('waits')).items).toEqual([]);
    expect((await list('waits', 'FOR', {}, nikos)).items).toEqual([]);
    expect((await counts('waits', maria)).mine.map(({ id }) => id)).toEqual([comment.id]);
    expect((await counts('waits', nikos)).mine).toEqual([]);
    const one = `query One($id: ID!) { comment(id: $id) { id } }`;
    expect((await nikos.graph(one, { id: comment.id })).data).toEqual({ comment: null });
    expect((await maria.graph(one, { id: comment.id })).data).toEqual({ comment: { id: comment.id } });
    expect(await city.get(Subjects).card({ kind: 'comment', id: comment.id })).toMatchObject({ isPublic: false });
  });

  it('follow what moderators decide, in order, and disappear everywhere when hidden', async () => {
    const { comment } = await write(maria, 'waits', 'Θα κριθεί.');
    const item = { kind: 'comment', id: comment.id };
    const decide = (decision: 'approved' | 'hidden' | 'returned', at: string) =>
      city.get(Events).publish('moderation.decided', { item, decision, rule: decision === 'approved' ? null : 2, reason: 'η λέξη', caseId: 'c', at: new Date(at) });
    await decide('approved', '2030-01-01');
    expect((await list('waits')).items.map(({ id }) => id)).toContain(comment.id);
    const { data } = await city.graph<{ comments: { items: Shown[] } }>(listComments, { subject: { kind: 'square', id: 'waits' }, alignment: 'FOR' });
    expect(data.comments.items[0]?.decision).toBeNull();
    await decide('hidden', '2030-01-03');
    await decide('approved', '2030-01-02'); // late: it was made before the one that stands
    await settled();
    expect((await list('waits')).items.map(({ id }) => id)).not.toContain(comment.id);
    expect((await counts('waits', nikos)).counts).toMatchObject({ for: 0 });
    expect(await city.get(Subjects).card(item)).toMatchObject({ isPublic: false });
    expect((await counts('waits', maria)).mine.find(({ id }) => id === comment.id)).toMatchObject({ visibility: 'hidden', decision: { rule: 2, reason: 'η λέξη', caseId: 'c' } });
  });

  it('are told of though the process died that made them public', async () => {
    const told: string[] = [];
    city.get(Events).on('comment.published', 'test', ({ id }) => void told.push(id));
    const { comment } = await write(maria, 'waits', 'Θα εγκριθεί.');
    const decision = { item: { kind: 'comment', id: comment.id }, decision: 'approved' as const, rule: null, reason: '', caseId: 'd', at: new Date() };
    const dies = vi.spyOn(city.get(CommentCounts), 'recount').mockRejectedValueOnce(new Error('killed'));
    await expect(city.get(Events).publish('moderation.decided', decision)).rejects.toThrow('killed');
    dies.mockRestore();
    await city.get(Events).publish('moderation.decided', decision);
    expect(told).toEqual([]);
    const later = vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 60_000));
    for (let time = 0; time < 2; time++) await city.get(CommentStanding).enterTheForgotten();
    later.mockRestore();
    expect(told).toEqual([comment.id]);
    await city.get(Events).publish('moderation.decided', { ...decision, at: new Date() });
    expect(told, 'what is public already is not new').toEqual([comment.id]);
  });

  it('are corrected by their author alone, within minutes, and read again where a moderator reads first', async () => {
    const edit = `mutation Edit($id: ID!, $text: String!) { editComment(id: $id, text: $text) { __typename ... on CommentSaved { comment { text editedAt visibility } } } }`;
    const { comment } = await write(maria, 'open', 'Με λάθως.');
    expect((await nikos.graph(edit, { id: comment.id, text: 'ξένο' })).data).toMatchObject({ editComment: { __typename: 'NotFound' } });
    expect((await maria.graph(edit, { id: comment.id, text: 'Χωρίς λάθος.' })).data).toMatchObject({ editComment: { comment: { text: 'Χωρίς λάθος.', visibility: 'public', editedAt: expect.any(String) } } });
    const { comment: waiting } = await write(maria, 'waits', 'Πρώτο κείμενο.');
    await city.get(Events).publish('moderation.decided', { item: { kind: 'comment', id: waiting.id }, decision: 'approved', rule: null, reason: '', caseId: 'c', at: new Date() });
    expect((await maria.graph(edit, { id: waiting.id, text: 'Άλλο κείμενο.' })).data).toMatchObject({ editComment: { comment: { visibility: 'waiting' } } });
  });

  it('are gone with their earlier text though the process died that took them back', async () => {
    const gone: string[] = [];
    city.get(Events).on('contribution.withdrawn', 'test', ({ item }) => void gone.push(item.id));
    const dimitra = await signedIn(city, { name: 'Δήμητρα Νικολάου' });
    const { comment } = await write(dimitra, 'open', 'Το πρώτο κείμενο.');
    await dimitra.graph('mutation ($id: ID!) { editComment(id: $id, text: "Το δεύτερο.") { __typename } }', { id: comment.id });
    const editions = city.get<Model<CommentEdition>>(getModelToken(CommentEdition.name));
    expect(await editions.countDocuments({ commentId: comment.id })).toBe(1);
    const dies = vi.spyOn(editions, 'deleteMany').mockImplementationOnce(() => { throw new Error('killed'); });
    expect((await dimitra.graph('mutation ($id: ID!) { withdrawComment(id: $id) { __typename } }', { id: comment.id })).errors).toHaveLength(1);
    dies.mockRestore();
    expect(gone).toEqual([]);
    const later = vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 60_000));
    for (let time = 0; time < 2; time++) await city.get(CommentStanding).enterTheForgotten();
    later.mockRestore();
    // The city's own sweep may be on its way at the same time: it is told, at least once.
    expect([[...new Set(gone)], await editions.countDocuments({ commentId: comment.id })]).toEqual([[comment.id], 0]);
  });

  it('leave no earlier text of a correction that came too late', async () => {
    const eleni = await signedIn(city, { name: 'Ελένη Γεωργίου' });
    const { comment } = await write(eleni, 'open', 'Το πρώτο κείμενο.');
    const editions = city.get<Model<CommentEdition>>(getModelToken(CommentEdition.name));
    const card = vi.spyOn(city.get(Subjects), 'card').mockImplementationOnce(async (subject) => {
      await eleni.graph('mutation ($id: ID!) { withdrawComment(id: $id) { __typename } }', { id: comment.id });
      return city.get(Subjects).card(subject);
    });
    const { data } = await eleni.graph('mutation ($id: ID!) { editComment(id: $id, text: "Το δεύτερο.") { __typename ... on NotAllowed { reason } } }', { id: comment.id });
    card.mockRestore();
    expect(data).toEqual({ editComment: { __typename: 'NotAllowed', reason: 'changed' } });
    expect(await editions.countDocuments({ commentId: comment.id })).toBe(0);
  });

  it('are answered, and of a withdrawn one only its place stays', async () => {
    const { comment } = await write(maria, 'replies', 'Ένα επιχείρημα.');
    const reply = await write(nikos, 'replies', 'Μια απάντηση.', { parentId: comment.id });
    expect(reply.comment).toMatchObject({ alignment: 'NEUTRAL', parentId: comment.id });
    expect(await write(nikos, 'replies', 'Απάντηση στην απάντηση.', { parentId: reply.comment.id })).toMatchObject({ __typename: 'NotFound' });
    const replies = `query Replies($id: ID!) { replies(commentId: $id) { items { text } total } }`;
    expect((await city.graph(replies, { id: comment.id })).data).toEqual({ replies: { items: [{ text: 'Μια απάντηση.' }], total: 1 } });
    await maria.graph(`mutation Take($id: ID!) { withdrawComment(id: $id) { __typename } }`, { id: comment.id });
    expect((await list('replies')).items).toMatchObject([{ text: '', html: '', author: null, visibility: 'withdrawn', replies: 1 }]);
    await eventually('Maria is told, and reads in her own language about what', async () => {
      const { data } = await maria.graph<{ inbox: { items: { name: string; params: object[] }[] } }>('{ inbox { items { name params { name localized { en } } } } }');
      return data.inbox.items.some((told) => told.name === 'comments.replied' && JSON.stringify(told.params).includes('The square replies'));
    });
  });

  it('are paged without gaps or doubles, most agreed with first', async () => {
    const made = Array.from({ length: 25 }, (_, at) => ({
      id: `imported-${String(at).padStart(2, '0')}`, subject: { kind: 'square', id: 'many' }, authorId: nikos.citizen.id, alignment: 'AGAINST' as const, text: `Επιχείρημα ${at}`, at: new Date(),
    }));
    expect(await city.get(Comments).importMany(made)).toEqual({ added: 25, unchanged: 0 });
    expect(await city.get(Comments).importMany(made)).toEqual({ added: 0, unchanged: 25 });
    await city.get(Events).publish('ballot.counted', { ballotId: 'comment:imported-03', subject: { kind: 'comment', id: 'imported-03' }, kind: 'support', voters: 21, counts: [], seq: 9, joined: [], left: [] });
    await city.get(Events).publish('ballot.counted', { ballotId: 'comment:imported-03', subject: { kind: 'comment', id: 'imported-03' }, kind: 'support', voters: 4, counts: [], seq: 8, joined: [], left: [] });
    const first = await list('many', 'AGAINST', { first: 20 });
    expect(first).toMatchObject({ total: 25 });
    expect(first.items[0]).toMatchObject({ id: 'imported-03', supports: 21 });
    const second = await list('many', 'AGAINST', { first: 20, after: first.next });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(25);
    expect(second.next).toBeNull();
    expect(await city.get(Comments).authorsOn(['many', 'nowhere'].map((id) => ({ kind: 'square', id }))), 'each who argues is counted once').toEqual([nikos.citizen.id]);
  });

  it('are refused with a reason where one may not write', async () => {
    expect(await write(maria, 'closed', 'Αργά.')).toEqual({ __typename: 'NotAllowed', reason: 'closed' });
    expect(await write(maria, 'secret', 'Κρυφό.')).toEqual({ __typename: 'NotFound', reason: 'subject' });
    expect(await write(maria, 'nowhere', 'Πού;')).toEqual({ __typename: 'NotFound', reason: 'subject' });
    expect(await write(maria, 'open', '  \u202E ')).toMatchObject({ problems: [{ field: 'text', code: 'required' }] });
    expect(await write(maria, 'open', 'α'.repeat(2001))).toMatchObject({ problems: [{ field: 'text', code: 'too_long', limit: 2000 }] });
    const stranger = await signedIn(city, { confirmed: false });
    expect(await write(stranger, 'open', 'Μόλις ήρθα.')).toEqual({ __typename: 'NotAllowed', reason: 'unconfirmed' });
    const visitor = await city.graph(addComment, { input: { subject: { kind: 'square', id: 'open' }, alignment: 'FOR', text: 'x', nonce: '12345678' } });
    expect(visitor.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('refuse operators in place of words; nothing reaches the store', async () => {
    for (const wrong of [{ $gt: '' }, { $ne: null }, ['a'], 1]) {
      const { data, errors } = await maria.graph(addComment, { input: { subject: { kind: 'square', id: wrong }, alignment: 'FOR', text: 'x', nonce: '12345678' } });
      if (typeof wrong === 'number') continue; // an id may be written as a number
      expect(errors?.length ?? 0, JSON.stringify(data)).toBeGreaterThan(0);
    }
    expect((await maria.graph(`query One($id: ID!) { comment(id: $id) { id } }`, { id: { $gt: '' } })).errors?.length).toBeGreaterThan(0);
    expect((await city.graph(listComments, { subject: { kind: 'square', id: 'open' }, alignment: 'FOR', after: Buffer.from('[{"$gt":1},1]').toString('base64url') })).errors?.[0]?.extensions?.['code']).toBe('BAD_REQUEST');
  });

  const hostile = hostileTexts();
  it.skipIf(hostile.length === 0)('keep hostile texts as written words: none comes out as markup (skipped where the shared data is absent)', async () => {
    const made = hostile.map((text, at) => ({ id: `hostile-${at}`, subject: { kind: 'square', id: 'hostile' }, authorId: maria.citizen.id, alignment: 'NEUTRAL' as const, text: text.slice(0, 2000), at: new Date() }));
    await city.get(Comments).importMany(made);
    let seen = 0;
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof list>> = await list('hostile', 'NEUTRAL', { first: 100, after });
      for (const { html } of page.items) {
        seen++;
        expect(html).not.toMatch(/<(?!\/?(?:p|br|strong|em|ul|ol|li|a|blockquote)\b)/i);
        expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
        // A link may lead elsewhere on the platform; with a scheme it is one of these, and never without its host.
        expect(html).not.toMatch(/<a href="(?!https?:|mailto:)[^"/?#]*:/i);
        expect(html).not.toMatch(/<a href="\/\//i);
      }
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toBe(hostile.length);
  }, 120_000);
});

function hostileTexts(): string[] {
  if (!existsSync(`${shared}/xss`)) return [];
  const intruders = readdirSync(`${shared}/xss/intruders`).flatMap((name) => readFileSync(`${shared}/xss/intruders/${name}`, 'utf8').split('\n'));
  const packed = `${shared}/xss/payloadbox-xss-payload-list.txt.gz`;
  const listed = existsSync(packed) ? gunzipSync(readFileSync(packed)).toString('utf8').split('\n').slice(0, 400) : [];
  const naughty = JSON.parse(readFileSync(`${shared}/naughty-strings/blns.json`, 'utf8')) as string[];
  return [...new Set([...intruders, ...listed, ...naughty])].filter((text) => text.trim() !== '').slice(0, 900);
}
