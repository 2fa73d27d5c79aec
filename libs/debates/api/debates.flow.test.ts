import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Debate as Shown, type DebateResult, newDebateId } from '@isegoria/debates/contracts';
import { PersonalData, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Datasets, Events, eventually, newId, startCity, Subjects, type TestCity, Threads } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesSeed } from '@isegoria/processes/api';
import { listen } from '@isegoria/realtime/api';
import { Concluding } from './concluding.service';
import { Debate, FairnessRecord } from './debate.schema';
import { aQuestion } from './debates.builders';
import { DebatesModule } from './debates.module';

const refused = '... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds }';
const whole = `id title html stage visibility people argumentsFor argumentsAgainst openedAt endsAt concludedAt lastSaidAt path opener { name department { id } } department { id } verdict { reason } conclusion { text html visibility verdict { reason } heard { id alignment text author path } }
  answer { text department { id } } fairness { people yes partly no } proposals { id title } mine { isOpener canCorrect canWithdraw canConclude canAnswer canSayFairness fairness }`;
const saved = `__typename ... on DebateSaved { waits debate { ${whole} } } ${refused}`;
const q = {
  open: `mutation ($id: ID!, $input: DebateInput!) { openDebate(id: $id, input: $input) { ${saved} } }`,
  correct: `mutation ($id: ID!, $input: DebateInput!) { correctDebate(id: $id, input: $input) { ${saved} } }`,
  withdraw: `mutation ($id: ID!) { withdrawDebate(id: $id) { ${saved} } }`,
  conclude: `mutation ($id: ID!, $input: ConcludeDebateInput!) { concludeDebate(id: $id, input: $input) { ${saved} } }`,
  answer: `mutation ($id: ID!, $text: String!) { answerDebate(id: $id, text: $text) { ${saved} } }`,
  fair: `mutation ($debateId: ID!, $fairness: DebateFairness!) { sayFairness(debateId: $debateId, fairness: $fairness) { ${saved} } }`,
  one: `query ($id: ID!) { debate(id: $id) { ${whole} } }`,
  list: 'query ($filter: DebateFilter, $sort: DebateSort, $first: Int, $after: String) { debates(filter: $filter, sort: $sort, first: $first, after: $after) { items { id stage people } next total } }',
  mine: '{ myDebates { items { id } } }',
  room: '{ debateRoom { opens waits } }',
  comment: 'mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename ... on CommentSaved { comment { id } } ... on NotAllowed { reason } ... on NotFound { reason } } }',
  inbox: '{ inbox(first: 100) { items { name about { kind id } } } }',
  acts: '{ ledgerActs(first: 100) { items { act subject { kind id } } } }',
  ofProposal: 'query ($id: ID!) { debateOfProposal(proposalId: $id) { id title path } }',
};
const conclusionText = 'Ακούσαμε ότι οι Κυριακές χωρίς αυτοκίνητα αρέσουν, αρκεί να περνούν λεωφορεία και όσοι δεν περπατούν. <b>';

describe('a debate, from the question to what was heard', () => {
  let city: TestCity;
  let maria: SignedIn;
  let nikos: SignedIn;
  let anna: SignedIn;
  let official: SignedIn;
  let stranger: SignedIn;
  let moderator: SignedIn;
  let debates: Model<Debate>;

  beforeAll(async () => {
    city = await startCity([DebatesModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    [official, stranger, moderator] = await Promise.all([
      signedIn(city, { name: 'Υπηρεσία', roles: ['official'], departmentId: 'technical' }), signedIn(city, { name: 'Άλλη υπηρεσία', roles: ['official'], departmentId: 'environment' }), signedIn(city, { name: 'Επόπτρια', roles: ['moderator'] }),
    ]);
    debates = city.get<Model<Debate>>(getModelToken(Debate.name));
  }, 120_000);
  afterAll(() => city.stop());
  // A person opens five a day.
  beforeEach(async () => {
    [maria, nikos, anna] = await Promise.all([signedIn(city), signedIn(city, { name: 'Νίκος' }), signedIn(city, { name: 'Άννα' })]);
  });

  const asked = async <T = Record<string, never>>(who: SignedIn | TestCity, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await who.graph<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const act = async (who: SignedIn, query: string, variables: Record<string, unknown>): Promise<DebateResult> => Object.values(await asked<Record<string, DebateResult>>(who, query, variables))[0] as DebateResult;
  const done = async (who: SignedIn, query: string, variables: Record<string, unknown>): Promise<Shown & { waits: boolean }> => {
    const result = await act(who, query, variables);
    if (result.__typename !== 'DebateSaved') throw new Error(JSON.stringify(result));
    return { ...result.debate, waits: result.waits };
  };
  const read = async (who: SignedIn | TestCity, id: string) => (await asked<{ debate: Shown | null }>(who, q.one, { id })).debate;
  let minute = 0;
  const decide = (id: string, decision: 'approved' | 'hidden' | 'returned', kind = 'debate') =>
    city.get(Events).publish('moderation.decided', { item: { kind, id }, decision, rule: decision === 'approved' ? null : 2, reason: decision === 'approved' ? '' : 'Ονομάζει ιδιώτη.', caseId: newId(), at: new Date(Date.now() + 1000 * minute++) });
  const opened = async (who = maria, wanted = {}): Promise<string> => {
    const id = newDebateId();
    await done(who, q.open, { id, input: aQuestion(wanted) });
    if (!(await read(city, id))) await decide(id, 'approved');
    return id;
  };
  const argue = async (who: SignedIn, id: string, alignment: 'FOR' | 'AGAINST' | 'NEUTRAL', text = 'Γιατί έτσι το βλέπω εγώ.'): Promise<string> => {
    const { addComment } = await asked<{ addComment: { comment: { id: string } } }>(who, q.comment, { input: { subject: { kind: 'debate', id }, alignment, text, nonce: newId() } });
    expect(addComment, JSON.stringify(addComment)).toHaveProperty('comment');
    return addComment.comment.id;
  };
  const counted = (id: string, people: number) => eventually(`${people} people are counted`, async () => (await read(city, id))?.people === people);
  /** With one argument on each side. */
  const argued = async (wanted = {}, who = maria) => {
    const id = await opened(who, wanted);
    const heard = [await argue(nikos, id, 'FOR'), await argue(anna, id, 'AGAINST', 'Τα μαγαζιά θα χάσουν πελάτες. <script>')];
    await counted(id, 2);
    return { id, heard };
  };
  const concluded = async () => {
    const { id, heard } = await argued();
    await done(maria, q.conclude, { id, input: { text: conclusionText, heard } });
    await decide(id, 'approved', 'debate-conclusion');
    return { id, heard };
  };
  const toldTo = async (who: SignedIn, name: string, id: string) => (await asked<{ inbox: { items: { name: string; about: { id: string } }[] } }>(who, q.inbox)).inbox.items.filter((one) => one.name === name && one.about.id === id);

  it('is opened once, though it is sent twice at once, and waits for a moderator as the phase says', async () => {
    expect(await asked(city, q.room)).toEqual({ debateRoom: { opens: true, waits: true } });
    const sent: string[] = [];
    city.get(Events).on('contribution.submitted', 'test', ({ item, mode }) => void sent.push(`${item.kind}:${item.id} ${mode}`));
    const id = newDebateId();
    const both = await Promise.all([done(maria, q.open, { id, input: aQuestion() }), done(maria, q.open, { id, input: aQuestion() })]);
    expect(both).toMatchObject([{ id, waits: true, visibility: 'waiting' }, { id, waits: true }]);
    expect(sent).toEqual([`debate:${id} wait`]);
    expect(await read(city, id)).toBeNull();
    expect(await read(nikos, id), 'nobody else reads what waits').toBeNull();
    expect(await read(moderator, id)).not.toBeNull();
    expect(await act(nikos, q.open, { id, input: aQuestion() }), 'nor learns of it by its id').toEqual({ __typename: 'NotFound', reason: 'debate' });
    await decide(id, 'approved');
    const shown = await read(city, id);
    expect(shown).toMatchObject({ stage: 'open', people: 0, opener: { department: null }, department: { id: 'technical' }, mine: { isOpener: false, canConclude: false } });
    expect(shown?.html).not.toContain('<img');
    expect(Date.parse(String(shown?.endsAt)) - Date.parse(String(shown?.openedAt))).toBe(30 * 86_400_000);
    expect((await asked<{ myDebates: { items: object[] } }>(maria, q.mine)).myDebates.items).toContainEqual({ id });
  });

  it('says what is wrong with it', async () => {
    const wrong = await act(maria, q.open, { id: newDebateId(), input: aQuestion({ title: 'Ναι;', days: 3, categoryId: 'nowhere' }) });
    expect(wrong).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'title' }, { field: 'days' }, { field: 'categoryId', code: 'invalid' }] });
    expect(await act(maria, q.open, { id: newDebateId(), input: aQuestion({ asDepartment: true }) }), 'a citizen speaks for no department').toEqual({ __typename: 'NotAllowed', reason: 'department' });
    for (let at = 0; at < 5; at++) await done(maria, q.open, { id: newDebateId(), input: aQuestion() });
    expect(await act(maria, q.open, { id: newDebateId(), input: aQuestion() })).toMatchObject({ __typename: 'TooMany' });
  });

  it('is put right when it was sent back, and waits again; until somebody argued it is corrected, and taken back', async () => {
    const id = await opened();
    await decide(id, 'returned');
    expect(await read(city, id)).toBeNull();
    expect(await read(maria, id)).toMatchObject({ visibility: 'returned', verdict: { reason: 'Ονομάζει ιδιώτη.' }, mine: { canCorrect: true } });
    expect(await act(nikos, q.correct, { id, input: aQuestion() })).toEqual({ __typename: 'NotFound', reason: 'debate' });
    expect(await done(maria, q.correct, { id, input: aQuestion({ title: 'Χωρίς ονόματα αυτή τη φορά;' }) })).toMatchObject({ waits: true, visibility: 'waiting', verdict: null });
    await decide(id, 'approved');
    expect(await read(city, id)).toMatchObject({ title: 'Χωρίς ονόματα αυτή τη φορά;' });
    expect(await act(nikos, q.withdraw, { id })).toEqual({ __typename: 'NotFound', reason: 'debate' });
    const other = await opened();
    await argue(nikos, other, 'FOR');
    await counted(other, 1);
    for (const [query, variables] of [[q.withdraw, { id: other }], [q.correct, { id: other, input: aQuestion() }]] as const) expect(await act(maria, query, variables)).toEqual({ __typename: 'NotAllowed', reason: 'argued' });
    expect(await done(maria, q.withdraw, { id })).toMatchObject({ visibility: 'withdrawn', title: '' });
    expect(await read(city, id)).toBeNull();
    await decide(id, 'approved');
    expect(await read(city, id), 'a decision that comes late brings nothing back').toBeNull();
  });

  it('counts people, not comments, and stands in its lists by when something was last said and by how many took part', async () => {
    const quiet = await opened(maria, { title: 'Ποδήλατα στον πεζόδρομο;', districtId: 'limani' });
    const { id } = await argued({ title: 'Λαϊκή και το απόγευμα;', districtId: 'limani' });
    await argue(nikos, id, 'NEUTRAL', 'Και κάτι ακόμη.');
    await argue(nikos, id, 'FOR', 'Και ένα τρίτο.');
    await eventually('the sides are counted', async () => (await read(city, id))?.argumentsFor === 2);
    expect(await read(city, id)).toMatchObject({ people: 2, argumentsFor: 2, argumentsAgainst: 1 });
    const listed = async (variables: Record<string, unknown>) => (await asked<{ debates: { items: { id: string }[]; next: string | null; total: number } }>(city, q.list, variables)).debates;
    const inHarbour = { filter: { district: 'limani' } };
    for (const sort of ['DISCUSSED', 'NEWEST', 'PEOPLE']) expect((await listed({ ...inHarbour, sort })).items.map((one) => one.id)).toEqual([id, quiet]);
    await debates.updateOne({ _id: quiet }, { $set: { lastSaidAt: new Date(Date.now() + 60_000) } });
    const first = await listed({ ...inHarbour, sort: 'DISCUSSED', first: 1 });
    expect(first).toMatchObject({ items: [{ id: quiet }], total: 2 });
    expect(await listed({ ...inHarbour, sort: 'DISCUSSED', first: 1, after: first.next })).toMatchObject({ items: [{ id }], next: null, total: -1 });
    expect((await listed({ filter: { text: 'λαϊκές' } })).items.map((one) => one.id)).toEqual([id]);
    expect((await listed({ filter: { district: 'limani', stage: 'concluded' } })).total).toBe(0);
  });

  it('is concluded by who opened it alone, with an argument of each side; it takes no more while the conclusion waits', async () => {
    const { id, heard } = await argued();
    const input = { text: conclusionText, heard };
    for (const who of [nikos, official, moderator]) expect(await act(who, q.conclude, { id, input })).toEqual({ __typename: 'NotFound', reason: 'debate' });
    expect(await act(maria, q.conclude, { id, input: { text: conclusionText, heard: heard.slice(0, 1) } })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'heard', code: 'required' }] });
    const foreign = await argued();
    expect(await act(maria, q.conclude, { id, input: { text: conclusionText, heard: [...heard, ...foreign.heard] } })).toMatchObject({ problems: [{ field: 'heard', code: 'invalid' }] });
    const twice = await Promise.all([done(maria, q.conclude, { id, input }), done(maria, q.conclude, { id, input })]);
    expect(twice).toMatchObject([{ waits: true, stage: 'ended' }, { waits: true }]);
    expect(await read(city, id), 'nobody reads it yet').toMatchObject({ stage: 'ended', conclusion: null });
    expect(await read(maria, id)).toMatchObject({ conclusion: { visibility: 'waiting', text: conclusionText } });
    expect((await asked<{ addComment: { reason?: string } }>(nikos, q.comment, { input: { subject: { kind: 'debate', id }, alignment: 'FOR', text: 'Κι άλλο.', nonce: newId() } })).addComment).toMatchObject({ reason: 'closed' });
    await decide(id, 'returned', 'debate-conclusion');
    expect(await read(maria, id)).toMatchObject({ stage: 'ended', conclusion: { visibility: 'returned', verdict: { reason: 'Ονομάζει ιδιώτη.' } }, mine: { canConclude: true } });
    await done(maria, q.conclude, { id, input: { ...input, text: `${conclusionText} Χωρίς ονόματα.` } });
    await decide(id, 'approved', 'debate-conclusion');
    const shown = await read(city, id);
    expect(shown).toMatchObject({ stage: 'concluded', conclusion: { visibility: 'public', heard: [{ id: heard[0], alignment: 'FOR', author: 'Νίκος' }, { id: heard[1], alignment: 'AGAINST', text: 'Τα μαγαζιά θα χάσουν πελάτες. <script>', author: 'Άννα', path: `/debates/${id}#comment-${heard[1]}` }] } });
    expect(shown?.conclusion?.html).not.toContain('<b>');
    for (const who of [nikos, anna]) await eventually('who took part hears', async () => (await toldTo(who, 'debates.concluded', id)).length === 1);
    await eventually('it is a line of the ledger', async () => (await asked<{ ledgerActs: { items: { act: string; subject: { id: string } }[] } }>(city, q.acts)).ledgerActs.items.some((line) => line.act === 'debate.concluded' && line.subject.id === id));
    expect(await act(maria, q.conclude, { id, input: { ...input, text: `${conclusionText} Αλλιώς τώρα.` } })).toEqual({ __typename: 'NotAllowed', reason: 'concluded' });
  });

  it('names an argument that was hidden since without its words and without who wrote it; a hidden conclusion is nobody’s reading', async () => {
    const { id, heard } = await concluded();
    await city.get(Events).publish('moderation.decided', { item: { kind: 'comment', id: heard[1] ?? '' }, decision: 'hidden', rule: 2, reason: 'x', caseId: newId(), at: new Date() });
    expect((await read(city, id))?.conclusion?.heard).toMatchObject([{ id: heard[0], author: 'Νίκος' }, { id: heard[1], alignment: 'AGAINST', text: null, author: '' }]);
    await decide(id, 'hidden', 'debate-conclusion');
    expect(await read(city, id)).toMatchObject({ stage: 'ended', concludedAt: null, conclusion: null });
    expect(await act(nikos, q.fair, { debateId: id, fairness: 'yes' })).toEqual({ __typename: 'NotAllowed', reason: 'not_concluded' });
    await decide(id, 'approved', 'debate-conclusion');
    expect(await read(city, id)).toMatchObject({ stage: 'concluded', conclusion: { text: conclusionText } });
  });

  it('is judged by those who took part, once each; nothing is told of fewer than ten, and then by ten', async () => {
    const { id } = await concluded();
    expect((await read(nikos, id))?.mine).toMatchObject({ canSayFairness: true, fairness: null });
    expect(await act(maria, q.fair, { debateId: id, fairness: 'yes' })).toEqual({ __typename: 'NotAllowed', reason: 'own' });
    expect(await act(stranger, q.fair, { debateId: id, fairness: 'yes' })).toEqual({ __typename: 'NotAllowed', reason: 'not_part' });
    await Promise.all([done(nikos, q.fair, { debateId: id, fairness: 'yes' }), done(nikos, q.fair, { debateId: id, fairness: 'yes' })]);
    expect(await done(nikos, q.fair, { debateId: id, fairness: 'partly' })).toMatchObject({ mine: { fairness: 'partly' }, fairness: null });
    const answers = city.get<Model<FairnessRecord>>(getModelToken(FairnessRecord.name));
    expect(await answers.countDocuments({ debateId: id })).toBe(1);
    const others = (count: number, from: number) => answers.insertMany(Array.from({ length: count }, (_, at) => ({ _id: `${id}.other-${from + at}`, debateId: id, citizenId: `other-${from + at}`, fairness: 'yes', at: new Date() })));
    await others(8, 0);
    expect(await done(anna, q.fair, { debateId: id, fairness: 'no' })).toMatchObject({ fairness: { people: 10, yes: 8, partly: 1, no: 1 } });
    await others(5, 8);
    expect(await done(anna, q.fair, { debateId: id, fairness: 'yes' }), 'one more look tells of nobody').toMatchObject({ fairness: { people: 10, yes: 8, no: 1 }, mine: { fairness: 'yes' } });
    await others(5, 13);
    expect(await done(nikos, q.fair, { debateId: id, fairness: 'yes' })).toMatchObject({ fairness: { people: 20, yes: 20, partly: 0, no: 0 } });
  });

  it('ends at its day, asks who opened it to conclude, once, and says to everybody that nobody has', async () => {
    const { id } = await argued();
    await debates.updateOne({ _id: id }, { $set: { endsAt: new Date(Date.now() - 1000) } });
    expect(await read(city, id), 'at its minute').toMatchObject({ stage: 'ended' });
    await Promise.all([city.get(Concluding).endDue(), city.get(Concluding).endDue()]);
    expect((await debates.findById(id).lean<Debate>().exec())?.stage).toBe('ended');
    await eventually('who opened it is asked', async () => (await toldTo(maria, 'debates.ended', id)).length === 1);
    expect((await read(maria, id))?.mine.canConclude).toBe(true);
  });

  it('of a department is open at once, marked so, and concluded by any of its officials without a moderator', async () => {
    const colleague = await signedIn(city, { name: 'Συνάδελφος', roles: ['official'], departmentId: 'technical' });
    const { id, heard } = await argued({ asDepartment: true }, official);
    expect(await read(city, id)).toMatchObject({ opener: { name: '', department: { id: 'technical' } } });
    expect(await act(stranger, q.conclude, { id, input: { text: conclusionText, heard } })).toEqual({ __typename: 'NotFound', reason: 'debate' });
    expect(await act(official, q.answer, { id, text: 'Η υπηρεσία απαντά στον εαυτό της με πολλά λόγια.' })).toEqual({ __typename: 'NotAllowed', reason: 'own' });
    expect(await done(colleague, q.conclude, { id, input: { text: conclusionText, heard } })).toMatchObject({ waits: false, stage: 'concluded' });
  });

  it('of a citizen is answered by the department in charge and no other, beside the conclusion', async () => {
    const { id } = await concluded();
    const text = 'Από τον Μάιο η παραλιακή κλείνει την πρώτη Κυριακή κάθε μήνα, δοκιμαστικά.';
    expect(await act(stranger, q.answer, { id, text })).toEqual({ __typename: 'NotAllowed', reason: 'department' });
    await Promise.all([done(official, q.answer, { id, text }), done(official, q.answer, { id, text })]);
    expect(await read(city, id)).toMatchObject({ answer: { text, department: { id: 'technical' } }, stage: 'concluded' });
    for (const who of [maria, nikos]) await eventually('they hear', async () => (await toldTo(who, 'debates.answered', id)).length === 1);
  });

  it('and a proposal that came from it name each other, and its thread tells both', async () => {
    const { id } = await argued();
    const proposalId = newId();
    city.get(Subjects).register('proposal', { cards: (ids) => Promise.resolve(ids.map((one) => ({ kind: 'proposal', id: one, title: 'Κυριακές χωρίς αυτοκίνητα', path: `/proposals/${one}`, excerpt: '', authorId: 'x', isPublic: one === proposalId, acceptsComments: true, createdAt: new Date() }))) });
    const grew = { id: proposalId, authorId: nikos.citizen.id, title: 'Κυριακές', category: 'mobility', district: 'kentro', departmentId: null, answerDueAt: new Date(), requestIds: [], debateId: id, at: new Date() };
    for (const proposal of [grew, grew, { ...grew, id: 'hidden-one' }]) await city.get(Events).publish('proposal.published', proposal);
    await eventually('it is tied', async () => (await read(city, id))?.proposals.length === 1);
    expect((await read(city, id))?.proposals).toEqual([{ id: proposalId, title: 'Κυριακές χωρίς αυτοκίνητα' }]);
    expect(await asked(city, q.ofProposal, { id: proposalId })).toMatchObject({ debateOfProposal: { id } });
    const source = city.get(Threads).all().find((one) => one.links !== undefined);
    expect(await source?.links([{ kind: 'proposal', id: proposalId }])).toContainEqual([{ kind: 'debate', id }, { kind: 'proposal', id: proposalId }]);
    await decide(id, 'hidden');
    expect(await asked(city, q.ofProposal, { id: proposalId }), 'of a hidden one nothing is told').toEqual({ debateOfProposal: null });
  });

  it('is live: who reads it sees another person come', async () => {
    const id = await opened();
    const listener = await listen(city.url);
    await listener.watch({ kind: 'debate', id });
    await argue(nikos, id, 'FOR');
    await eventually('the count came', () => listener.heard.some(({ name, payload }) => name === 'people' && JSON.stringify(payload).includes('"people":1')));
    listener.close();
  });

  it('is a row of public data, with what was heard and without who', async () => {
    const { id, heard } = await concluded();
    const told: string[] = [];
    for await (const portion of city.get(Datasets).named('debates')?.rows?.(null) ?? []) told.push(JSON.stringify(portion));
    const own = told.find((row) => row.includes(`/debates/${id}"`));
    expect(own).toContain(heard.join(' '));
    expect(own).not.toContain('Νίκος');
  });

  it('stays by nobody when who opened it leaves the city; what nobody reads is erased, and their answers are', async () => {
    const [left, kept] = await Promise.all([signedIn(city, { name: 'Φεύγει' }), concluded()]);
    const [shown, waiting] = [await opened(left), newDebateId()];
    await done(left, q.open, { id: waiting, input: aQuestion() });
    const answers = city.get<Model<FairnessRecord>>(getModelToken(FairnessRecord.name));
    await answers.create({ _id: `${kept.id}.${left.citizen.personId}`, debateId: kept.id, citizenId: left.citizen.id, fairness: 'no', at: new Date() });
    for (const source of city.get(PersonalData).all()) if (source.name.startsWith('debate')) await source.forget(left.citizen);
    expect(await debates.findById(waiting)).toBeNull();
    expect(await read(city, shown)).toMatchObject({ opener: { name: '' }, stage: 'open' });
    expect((await debates.findById(shown).lean<Debate>().exec())?.authorId).toBe('');
    expect(await answers.countDocuments({ citizenId: left.citizen.id })).toBe(0);
  });
});
