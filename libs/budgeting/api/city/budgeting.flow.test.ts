import { createHash } from 'node:crypto';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AreaResult, type Budget, type BudgetProject, type BudgetProjectInput, decide, type ProjectMade, readPb, ruleNamed } from '@isegoria/budgeting/contracts';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { eventually, Events, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { LedgerModule } from '@isegoria/ledger/api';
import { Follows } from '@isegoria/notifications/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import { Ballots, Electorates, VotesModule } from '@isegoria/votes/api';
import { BudgetSubject } from './budget.subject';
import { BudgetingJobs } from './budgeting.jobs';
import { BudgetingModule } from './budgeting.module';
import { Budget as BudgetRecord } from './budget.schema';
import { aBudget, aWork, graphOf, votingLasts } from './city.builders';

// What is closed here has nothing on its way.
process.env['LAST_VOTES_SECONDS'] = '1';

const budgetFields = 'id stage canDeclare canManage money opensAt areas { id money projects cost voters ballotId outcome { funded spent reached } } rule { name utility completion stop comparison ties step }';
const saveBudget = `mutation ($input: BudgetInput!) { saveBudget(input: $input) { __typename ... on Budget { ${budgetFields} } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }`;
const announce = `mutation ($id: ID!) { announceVoting(budgetId: $id) { __typename ... on Budget { ${budgetFields} } ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const saveProject = `mutation ($input: BudgetProjectInput!) { saveBudgetProject(input: $input) { __typename ... on BudgetProject { id number areaId districtId title html feasibility proposal { title path } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }`;
const feasibility = `mutation ($id: ID!, $feasibility: Feasibility!, $reason: String!) { decideFeasibility(projectId: $id, feasibility: $feasibility, reason: $reason) { __typename ... on BudgetProject { feasibility finding } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }`;
const castVote = `mutation ($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename ... on Invalid { problems { field code } } } }`;
const report = `mutation ($input: WorkInput!) { reportWork(input: $input) { __typename ... on BudgetProject { work { state progress spent acts { ada url } milestones { title } news { text } } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }`;
const read = `query ($id: ID!) { budget(id: $id) { ${budgetFields} } budgetProjects(budgetId: $id) { id number isFunded feasibility work { state progress } } }`;
const readResult = `query ($id: ID!, $area: ID!) { budgetResult(budgetId: $id, areaId: $area) { voters money spent winners digest pbUrl shares { first last } rounds { by project left price fullVoters } greedy { winners }
  projects { id number votes isFunded isFundedByGreedy reason { kind votes price cost has } change { votes lessCost moreCost } } fairness { reached voters meanMoney districts { district voters reached meanMoney } } } }`;

const aCard = { kind: 'proposal', title: 'Μια κινητή βιβλιοθήκη', excerpt: '', authorId: 'author', acceptsComments: false, createdAt: new Date(0) };
type Made = { saveBudgetProject: BudgetProject };

describe('a participatory budget', { timeout: 90_000 }, () => {
  let city: TestCity;
  let administrator: SignedIn;
  let official: SignedIn;
  let maria: SignedIn;
  let budgetId = '';
  const projects: Record<string, string> = {};
  const voters: SignedIn[] = [];
  const heard: ProjectMade[] = [];

  beforeAll(async () => {
    city = await startCity([BudgetingModule, ProcessesModule, OrganisationModule, VotesModule, LedgerModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    await votingLasts(city, 1, 5);
    city.get(Subjects).register('proposal', { cards: async (ids) => ids.map((id) => ({ ...aCard, id, isPublic: id !== 'hidden', path: `/proposals/${id}` })) });
    city.get(Events).on('project.made', 'test', (made) => void heard.push(made));
    administrator = await signedIn(city, { roles: ['administrator'] });
    official = await signedIn(city, { roles: ['official'], departmentId: 'technical' });
    maria = await signedIn(city, { districtId: 'kentro' });
  }, 90_000);
  afterAll(() => city.stop());

  const made = async (input: Partial<BudgetProjectInput>) => (await graphOf(official)<Made>(saveProject, { input: aWork(budgetId, input) })).saveBudgetProject;
  const vote = async (who: SignedIn, area: string, ...names: string[]) =>
    (await graphOf(who)<{ castVote: object }>(castVote, { ballotId: `budget:${budgetId}.${area}`, nonce: crypto.randomUUID(), answers: names.map((name) => ({ questionId: 'projects', optionId: projects[name] })) })).castVote;

  it('is declared by an administrator, in full, and by nobody else', async () => {
    expect((await maria.graph(saveBudget, { input: aBudget() })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const { saveBudget: budget } = await graphOf(administrator)<{ saveBudget: Budget }>(saveBudget, { input: aBudget({ rule: 'equalshares/add1u' }) });
    expect(budget).toMatchObject({ stage: 'preparing', money: 150_000_00, canDeclare: true, areas: [{ id: 'city' }, { id: 'kentro' }] });
    expect(budget.rule).toEqual({ name: 'equalshares/add1u', utility: 'cost', completion: 'add1u', stop: 'exhaustive', comparison: 'none', ties: ['lower-cost', 'more-votes', 'id'], step: 1 });
    budgetId = budget.id;
  });

  it('is refused with the field that does not fit', async () => {
    const wrong = async (change: object) => (await graphOf(administrator)<{ saveBudget: { problems?: { field: string }[] } }>(saveBudget, { input: aBudget(change) })).saveBudget.problems?.map(({ field }) => field);
    expect(await wrong({ areas: [{ id: 'atlantis', money: 1 }] })).toEqual(['areas']);
    expect(await wrong({ areas: [{ id: 'city', money: 0.5 }] })).toEqual(['areas.0.money']);
    expect(await wrong({ form: 'points' })).toEqual(['points']);
    expect(await wrong({ rule: 'coin-toss' })).toEqual(['rule']);
    expect(await wrong({ processId: 'ideas' })).toEqual(['processId']);
    expect(await wrong({ electorate: { verified: false, list: 'nobody' } })).toEqual(['electorate.list']);
    expect(await wrong({ electorate: { verified: false, minimumAge: 3 } })).toEqual(['electorate.minimumAge']);
  });

  it('has one project of a proposal, whoever makes it first', async () => {
    const { saveBudget: other } = await graphOf(administrator)<{ saveBudget: Budget }>(saveBudget, { input: aBudget() });
    const both = await Promise.all(['Α', 'Β'].map((name) => made({ budgetId: other.id, title: `Στέγαστρα ${name}`, proposalId: 'a-proposal' })));
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['BudgetProject', 'NotAllowed']);
    expect(both).toContainEqual({ __typename: 'NotAllowed', reason: 'made' });
  });

  it('has projects that are found by any form of their words, as they are now, in a city that is older than the search too', async () => {
    const { saveBudget: other } = await graphOf(administrator)<{ saveBudget: Budget }>(saveBudget, { input: aBudget() });
    const { id } = await made({ budgetId: other.id, title: 'Παγκάκια στον πεζόδρομο', text: 'Εκεί που περιμένουν οι παππούδες.' });
    const found = async (words: string) => (await city.get(Subjects).findOf('project', words, 20)).some((card) => card.id === id);
    for (const words of ['παγκάκι', 'ΠΑΓΚΆΚΙΑ', 'παγκακιών', 'πεζόδρομοι', 'παγκάκι παππούς', '']) expect(await found(words), words).toBe(true);
    for (const words of ['κολυμβητήριο', 'παγκάκι κολυμβητήριο', 'τον', '.*']) expect(await found(words), words).toBe(false);
    await made({ id, budgetId: other.id, title: 'Κρήνη στον πεζόδρομο', text: 'Εκεί που περιμένουν οι παππούδες.' });
    expect([await found('παγκάκια'), await found('κρήνες')]).toEqual([false, true]);
    const kept = city.get<Connection>(getConnectionToken()).collection<{ _id: string }>('budget-projects');
    await kept.updateOne({ _id: id }, { $unset: { terms: 1 } });
    expect(await found('κρήνη')).toBe(false);
    await city.get(BudgetSubject).onModuleInit();
    expect(await found('κρήνη')).toBe(true);
  });

  it('gets projects by officials, by hand and out of a proposal, whose page and followers hear of it', async () => {
    for (const [name, input] of Object.entries({ shade: {}, pool: { title: 'Κολυμβητήριο', cost: 90_000_00 }, ramps: { title: 'Ράμπες', cost: 20_000_00 }, square: { title: 'Πλατεία', areaId: 'kentro', cost: 50_000_00 } })) {
      const project = await made(input);
      expect(project.__typename).toBe('BudgetProject');
      projects[name] = project.id;
    }
    // A change takes no number: what is printed counts on without a gap.
    await made({ id: projects['shade'] });
    const proposal = 'a-proposal';
    await city.get(Follows).follow(maria.citizen.id, { kind: 'proposal', id: proposal }, 'support');
    const books = await made({ title: 'Κινητή βιβλιοθήκη', cost: 30_000_00, proposalId: proposal });
    const again = await made({ title: 'Κινητή βιβλιοθήκη', cost: 30_000_00, proposalId: proposal });
    expect(again.id).toBe(books.id);
    expect(await made({ title: 'Άλλη βιβλιοθήκη', cost: 30_000_00, proposalId: proposal }), 'a second official does not write over it').toEqual({ __typename: 'NotAllowed', reason: 'made' });
    expect(books).toMatchObject({ number: 5, proposal: { path: `/proposals/${proposal}` } });
    projects['books'] = books.id;
    expect(heard).toContainEqual(expect.objectContaining({ proposalId: proposal, path: `/budgets/${budgetId}/projects/${books.id}`, title: 'Κινητή βιβλιοθήκη' }));
    expect(await made({ title: 'Κρυφό', proposalId: 'hidden' })).toMatchObject({ problems: [{ field: 'proposalId' }] });
    const notices = await eventually('who supported it is told', async () => {
      const { inbox } = await graphOf(maria)<{ inbox: { items: { name: string }[] } }>('{ inbox { items { name } } }');
      return inbox.items.length > 0 && inbox.items;
    });
    expect(notices.map(({ name }) => name)).toContain('budgeting.becameProject');
  });

  it('shows hostile words as words', async () => {
    const { budgetProject } = await graphOf(city)<{ budgetProject: BudgetProject }>('query ($id: ID!) { budgetProject(id: $id) { title html } }', { id: projects['shade'] });
    expect(budgetProject.html).toContain('<strong>στέγαστρα</strong>');
    expect(budgetProject.html).not.toContain('<script>');
  });

  it('has projects that officials of their own department act on, and administrators: nobody else’s', async () => {
    const sweeper = await signedIn(city, { roles: ['official'], departmentId: 'cleaning' });
    const another = { __typename: 'NotAllowed', reason: 'department' };
    const said = async (who: SignedIn, id: string | undefined) => (await graphOf(who)<{ decideFeasibility: object }>(feasibility, { id, feasibility: 'undecided', reason: '' })).decideFeasibility;
    const saved = async (who: SignedIn, input: Partial<BudgetProjectInput>) => (await graphOf(who)<Made>(saveProject, { input: aWork(budgetId, input) })).saveBudgetProject;
    const pool = { id: projects['pool'] ?? '', title: 'Κολυμβητήριο', cost: 90_000_00 };
    expect(await said(sweeper, projects['pool'])).toEqual(another);
    expect(await saved(sweeper, pool)).toEqual(another);
    expect(await saved(sweeper, { ...pool, departmentId: 'cleaning' }), 'nobody takes it over').toEqual(another);
    expect(await saved(official, { ...pool, departmentId: 'cleaning' }), 'nor gives it away').toEqual(another);
    expect(await saved(sweeper, { title: 'Για άλλους' })).toEqual(another);
    expect(await said(administrator, projects['pool'])).toMatchObject({ feasibility: 'undecided' });
    expect(await saved(administrator, pool)).toMatchObject({ __typename: 'BudgetProject' });
    const mine = async (who: SignedIn) => (await graphOf(who)<{ budgetProject: BudgetProject }>('query ($id: ID!) { budgetProject(id: $id) { canManage } }', { id: projects['pool'] })).budgetProject.canManage;
    expect(await Promise.all([official, sweeper, administrator, maria].map(mine))).toEqual([true, false, true, false]);
  });

  it('has projects without a department, which any official may look at and take on', async () => {
    const { saveBudget: other } = await graphOf(administrator)<{ saveBudget: Budget }>(saveBudget, { input: aBudget() });
    const sweeper = await signedIn(city, { roles: ['official'], departmentId: 'cleaning' });
    const nobodys = await made({ budgetId: other.id, departmentId: null });
    const taken = (await graphOf(sweeper)<Made>(saveProject, { input: aWork(other.id, { id: nobodys.id, departmentId: 'cleaning' }) })).saveBudgetProject;
    expect(taken).toMatchObject({ __typename: 'BudgetProject', id: nobodys.id });
    expect((await graphOf(official)<{ decideFeasibility: object }>(feasibility, { id: nobodys.id, feasibility: 'feasible', reason: '' })).decideFeasibility).toEqual({ __typename: 'NotAllowed', reason: 'department' });
  });

  it('names nothing that the city has retired, and keeps what it carries; a project of a retired department goes to the one of its category', async () => {
    const change = async (act: 'retire' | 'restore', part: string, id: string) => expect((await graphOf(administrator)<{ done: object }>(`mutation ($id: ID!) { done: ${act}CityPart(part: ${part}, id: $id) { __typename } }`, { id })).done).toEqual({ __typename: 'City' });
    const declared = async (input: object) => (await graphOf(administrator)<{ saveBudget: Budget }>(saveBudget, { input: aBudget(input) })).saveBudget;
    const other = await declared({});
    const kept = await made({ budgetId: other.id, categoryId: 'cleaning', districtId: 'kentro', departmentId: null });
    const sweeping = (await graphOf(administrator)<Made>(saveProject, { input: aWork(other.id, { categoryId: 'mobility', departmentId: 'cleaning' }) })).saveBudgetProject;
    await change('retire', 'district', 'kentro');
    await change('retire', 'category', 'cleaning');
    await change('retire', 'department', 'cleaning');
    expect(await declared({})).toMatchObject({ problems: [{ field: 'areas', code: 'invalid' }] });
    expect(await declared({ id: other.id })).toMatchObject({ __typename: 'Budget' });
    expect(await made({ budgetId: other.id, categoryId: 'cleaning', districtId: 'kentro', departmentId: 'cleaning' })).toMatchObject({ problems: [{ field: 'districtId' }, { field: 'categoryId' }, { field: 'departmentId' }] });
    expect(await made({ id: kept.id, budgetId: other.id, categoryId: 'cleaning', districtId: 'kentro', departmentId: null })).toMatchObject({ id: kept.id });
    expect(await made({ id: sweeping.id, budgetId: other.id, departmentId: 'cleaning' }), 'mobility is answered by the technical services').toMatchObject({ id: sweeping.id });
    await change('restore', 'department', 'cleaning');
    await change('restore', 'category', 'cleaning');
    await change('restore', 'district', 'kentro');
  });

  it('is not announced while somebody has to look at a project, and «no» needs its reason', async () => {
    const said = async (name: string, found: string, reason: string) => (await graphOf(official)<{ decideFeasibility: object }>(feasibility, { id: projects[name], feasibility: found, reason })).decideFeasibility;
    expect((await graphOf(administrator)<{ announceVoting: object }>(announce, { id: budgetId })).announceVoting).toEqual({ __typename: 'NotAllowed', reason: 'undecided' });
    expect(await said('pool', 'unfeasible', ' ')).toMatchObject({ problems: [{ field: 'reason' }] });
    for (const name of ['shade', 'ramps', 'square', 'books', 'pool']) expect(await said(name, 'feasible', '')).toMatchObject({ feasibility: 'feasible' });
    expect((await graphOf(administrator)<{ announceVoting: object }>(announce, { id: 'nothing' })).announceVoting).toMatchObject({ __typename: 'NotFound' });
  });

  it('stays as it was declared once its voting is announced', async () => {
    const { announceVoting } = await graphOf(administrator)<{ announceVoting: Budget }>(announce, { id: budgetId });
    expect(announceVoting).toMatchObject({ __typename: 'Budget', stage: 'announced', canDeclare: false });
    const refused = { __typename: 'NotAllowed', reason: 'declared' };
    expect((await graphOf(administrator)<{ saveBudget: object }>(saveBudget, { input: aBudget({ id: budgetId, rule: 'greedy' }) })).saveBudget).toEqual(refused);
    expect(await made({ title: 'Αργά' })).toEqual(refused);
    expect((await graphOf(official)<{ decideFeasibility: object }>(feasibility, { id: projects['pool'], feasibility: 'unfeasible', reason: 'Όχι' })).decideFeasibility).toEqual(refused);
    expect(await vote(maria, 'city', 'shade')).toMatchObject({ __typename: 'NotOpenYet' });
  });

  it('moves its opening with the phase while nothing has opened, and its end', async () => {
    for (const [from, until] of [[2, 6], [1, 5]] as const) {
      const dates = await phaseMoves(from, until);
      expect(await datesWith(dates[1])).toEqual(dates);
    }
  });

  it('takes one ballot an area, within its money, changeable until the end', async () => {
    await beginVoting();
    expect(await vote(maria, 'city', 'pool', 'ramps')).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'answers.money' }] });
    expect(await vote(maria, 'city', 'pool')).toMatchObject({ __typename: 'VoteCast' });
    expect(await vote(maria, 'city', 'shade', 'ramps', 'books')).toMatchObject({ __typename: 'VoteCast' });
    const stranger = await signedIn(city, { districtId: 'ormos' });
    expect(await vote(stranger, 'kentro', 'square')).toMatchObject({ __typename: 'NotInElectorate' });
    for (let at = 0; at < 11; at += 1) voters.push(await signedIn(city, { districtId: 'kentro', name: `Κάτοικος ${at}` }));
    for (const [at, voter] of voters.entries()) expect(await vote(voter, 'city', ...(at < 7 ? ['pool'] : ['shade', 'ramps', 'books']))).toMatchObject({ __typename: 'VoteCast' });
    expect(await vote(maria, 'kentro', 'square')).toMatchObject({ __typename: 'VoteCast' });
  });

  it('moves only its end once it is open, and what was voted stays', async () => {
    const before = (await records().findOne({ _id: budgetId }))?.opensAt ?? null;
    const [, end] = await phaseMoves(3, 7);
    expect(await datesWith(end)).toEqual([before, end]);
    expect(await vote(maria, 'kentro', 'square')).toMatchObject({ __typename: 'VoteCast' });
  });

  it('has no result while it is voted on', async () => {
    await city.get(BudgetingJobs).settleAll();
    expect((await graphOf(city)<{ budgetResult: AreaResult | null }>(readResult, { id: budgetId, area: 'city' })).budgetResult).toBeNull();
  });

  it('is counted by the declared rule when it is over, each fate explained, with the greedy result beside it', async () => {
    await endVoting();
    const { budgetResult: result } = await graphOf(city)<{ budgetResult: AreaResult }>(readResult, { id: budgetId, area: 'city' });
    expect(result).toMatchObject({ voters: 12, money: 100_000_00, spent: 90_000_00 });
    expect([...result.winners].sort()).toEqual(['shade', 'ramps', 'books'].map((name) => projects[name] ?? '').sort());
    expect(result.greedy.winners).toEqual([projects['pool']]);
    expect(result.fairness).toMatchObject({ reached: 5, voters: 12, districts: [{ district: 'kentro', voters: 12, reached: 5, meanMoney: 90_000_00 / 12 }] });
    const pool = result.projects.find(({ id }) => id === projects['pool']);
    expect(pool).toMatchObject({ votes: 7, isFunded: false, isFundedByGreedy: true, reason: { kind: 'unaffordable', cost: 90_000_00 } });
    expect(pool?.change?.lessCost).toBeGreaterThan(0);
    const { budget, budgetProjects } = await graphOf(city)<{ budget: Budget; budgetProjects: BudgetProject[] }>(read, { id: budgetId });
    expect(budget).toMatchObject({ stage: 'decided', areas: [{ outcome: { funded: 3, spent: 90_000_00 } }, { outcome: { funded: 1, reached: 1 } }] });
    expect(budgetProjects.map(({ isFunded }) => isFunded)).toEqual([true, false, true, true, true]);
  });

  it('publishes the ballots as a file that anybody can count again, without a name in it', async () => {
    const { budgetResult: result } = await graphOf(city)<{ budgetResult: AreaResult }>(readResult, { id: budgetId, area: 'city' });
    const answer = await fetch(`${city.url}${result.pbUrl}`);
    expect(answer.headers.get('content-disposition')).toContain('.pb');
    const text = await answer.text();
    expect(createHash('sha256').update(text).digest('base64url')).toBe(result.digest);
    for (const { citizen } of [maria, ...voters]) expect(text).not.toMatch(new RegExp(`${citizen.id}|${citizen.personId}`));
    const reading = readPb(text);
    const rule = ruleNamed('equalshares/add1u', { utility: 'cost' });
    if (!reading.election || !rule) throw new Error('the file cannot be read');
    expect(reading.warnings).toEqual([]);
    expect([...decide(reading.election, rule).winners].sort()).toEqual(['1', '3', '5']);
    expect((await fetch(`${city.url}/pb/${budgetId}/nowhere.pb`)).status).toBe(404);
  });

  it('stands in the public ledger with its digest, once, however often it is settled', async () => {
    const acts = () => city.get<Connection>(getConnectionToken()).collection('ledger_acts').find({ 'leaf.act': 'budget.decided' }).toArray();
    const before = await acts();
    const { budgetResult: result } = await graphOf(city)<{ budgetResult: AreaResult }>(readResult, { id: budgetId, area: 'city' });
    expect(before).toHaveLength(2);
    expect(JSON.stringify(before)).toContain(result.digest);
    const { ledgerActs } = await graphOf(city)<{ ledgerActs: { items: { act: string; title: Localized; path: string }[] } }>('{ ledgerActs(first: 20) { items { act title { el en } path } } }');
    const rows = ledgerActs.items.filter(({ act }) => act === 'budget.decided');
    expect(rows.map(({ title }) => title.el.split(': ').at(-1)).sort()).toEqual(['Όλη η πόλη', 'Κεντρική ενότητα']);
    expect(rows.map(({ title }) => title.en.split(': ').at(-1)).sort()).toEqual(['City centre', 'The whole city']);
    expect(rows.map(({ path }) => path)).toEqual([`/budgets/${budgetId}`, `/budgets/${budgetId}`]);
    const budget = await records().findOne({ _id: budgetId });
    if (budget) await city.get(BudgetingJobs).settle(budget);
    expect(await acts()).toHaveLength(2);
  });

  it('becomes works: who follows hears of each report, and money, steps and acts are there to read', async () => {
    const input = { projectId: projects['books'], state: 'building', progress: 40, spent: 12_000_00, milestones: [{ title: 'Αγορά του βαν' }], acts: ['ΨΩΧΝΩΞ8-Κ2Θ'], text: 'Το βαν παραδόθηκε.', pictureIds: [] };
    const sent = async (change: object) => (await graphOf(official)<{ reportWork: object }>(report, { input: { ...input, ...change } })).reportWork;
    expect(await sent({ acts: ['not a number'] })).toMatchObject({ problems: [{ field: 'acts' }] });
    expect(await sent({ progress: 101 })).toMatchObject({ problems: [{ field: 'progress' }] });
    expect(await sent({ projectId: projects['pool'] })).toEqual({ __typename: 'NotAllowed', reason: 'notFunded' });
    const sweeper = await signedIn(city, { roles: ['official'], departmentId: 'cleaning' });
    expect((await graphOf(sweeper)<{ reportWork: object }>(report, { input })).reportWork).toEqual({ __typename: 'NotAllowed', reason: 'department' });
    expect(await sent({})).toMatchObject({ work: { state: 'building', progress: 40, spent: 12_000_00, milestones: [{ title: 'Αγορά του βαν' }], news: [{ text: 'Το βαν παραδόθηκε.' }] } });
    expect(await sent({ state: 'done', text: '' })).toMatchObject({ work: { progress: 100, news: [{ text: 'Το βαν παραδόθηκε.' }] } });
    const names = await eventually('Maria hears of the works', async () => {
      const { inbox } = await graphOf(maria)<{ inbox: { items: { name: string }[] } }>('{ inbox { items { name } } }');
      return inbox.items.some(({ name }) => name === 'budgeting.workNews') && inbox.items.map(({ name }) => name);
    });
    expect(names).toContain('budgeting.funded');
  });

  const records = () => city.get<Connection>(getConnectionToken()).collection<BudgetRecord>('budgets');

  /** An administrator moves the voting phase, in days from now; answers its dates. */
  async function phaseMoves(from: number, until: number): Promise<[Date, Date]> {
    const [opensAt, closesAt] = [from, until].map((days) => new Date(Date.now() + days * 86_400_000)) as [Date, Date];
    const settings = { contributions: 'closed', comments: 'public', supports: false, criteria: [], districts: null, answerWithinDays: 60 };
    const { process } = await graphOf(administrator)<{ process: { revision: number } }>('{ process(id: "budget") { revision } }');
    const input = { processId: 'budget', revision: process.revision, phaseId: 'voting', name: { el: 'Ψηφοφορία', en: 'Voting' }, summary: { el: 'Ψηφίζεις.', en: 'You vote.' }, opensAt, closesAt, settings };
    const { updatePhase } = await graphOf(administrator)<{ updatePhase: { __typename: string } }>('mutation ($input: PhaseInput!) { updatePhase(input: $input) { __typename } }', { input });
    expect(updatePhase.__typename).toBe('Process');
    return [opensAt, closesAt];
  }

  /** Opening and end of the budget, once it and its ballots say this end. */
  async function datesWith(end: Date): Promise<[Date | null, Date | null]> {
    return eventually('budget and ballots have their new dates', async () => {
      const budget = await records().findOne({ _id: budgetId });
      const ballots = await city.get<Connection>(getConnectionToken()).collection<{ _id: string; opensAt: Date; closesAt: Date }>('ballots').find({ kind: 'budget' }).toArray();
      const isSame = ballots.every(({ opensAt, closesAt }) => Number(closesAt) === Number(end) && Number(opensAt) === Number(budget?.opensAt));
      return budget && isSame && Number(budget.closesAt) === Number(end) ? [budget.opensAt, budget.closesAt] : null;
    });
  }

  /** Time passes: the ballots open. */
  async function beginVoting(): Promise<void> {
    const opensAt = new Date(Date.now() - 1000);
    await records().updateOne({ _id: budgetId }, { $set: { opensAt } });
    await city.get<Connection>(getConnectionToken()).collection('ballots').updateMany({ kind: 'budget' }, { $set: { opensAt } });
    await eventually('the ballots are open', async () => (await vote(maria, 'city', 'ramps') as { __typename: string }).__typename === 'VoteCast');
  }

  /** Time passes: the ballots are over, for every process. */
  async function endVoting(): Promise<void> {
    const ends = await Promise.all(['city', 'kentro'].map((area) => city.get(Ballots).close(`budget:${budgetId}.${area}`)));
    await records().updateOne({ _id: budgetId }, { $set: { closesAt: ends[0] } });
    await eventually('the budget is decided', async () => {
      await city.get(BudgetingJobs).settleAll();
      return (await records().findOne({ _id: budgetId }))?.decidedAt;
    }, 30_000);
  }

  it('asks whom it declares, by the ways that it declares, with a paper in words for the desk', async () => {
    await votingLasts(city, 1, 5);
    await city.get(Electorates).enlist('traders', [maria.citizen.personId], { el: 'Έμποροι', en: 'Traders' });
    const declared = aBudget({ areas: [{ id: 'city', money: 50_000_00 }], form: 'points', points: 10, electorate: { verified: false, minimumAge: 16, list: 'traders' }, channels: ['paper', 'paper'] });
    const { saveBudget: budget } = await graphOf(administrator)<{ saveBudget: Budget }>(saveBudget, { input: declared });
    const { saveBudgetProject: project } = await graphOf(official)<Made>(saveProject, { input: aWork(budget.id) });
    await graphOf(official)(feasibility, { id: project.id, feasibility: 'feasible', reason: '' });
    expect((await graphOf(administrator)<{ announceVoting: Budget }>(announce, { id: budget.id })).announceVoting.stage).toBe('announced');
    const asked = `query ($id: ID!) { ballot(id: $id) { channels electorate { verified minimumAge entitled listTitle { en } } } ballotWords(ballotId: $id) { optionId text { el } note { el en } } }`;
    expect(await graphOf(city)(asked, { id: `budget:${budget.id}.city` })).toEqual({
      ballot: { channels: ['paper'], electorate: { verified: false, minimumAge: 16, entitled: 1, listTitle: { en: 'Traders' } } },
      ballotWords: [{ optionId: null, text: { el: 'Πόσους βαθμούς δίνει σε κάθε έργο;' }, note: null }, { optionId: project.id, text: { el: `1. ${project.title}` }, note: { el: '40.000\u00a0€', en: '€40,000' } }],
    });
  });
});
