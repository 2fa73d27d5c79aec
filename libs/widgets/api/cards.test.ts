import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, Kind, parse, validate } from 'graphql';
import type { Locale } from '@isegoria/kernel/contracts';
import type { WidgetKind } from '@isegoria/widgets/contracts';
import { describe, expect, it } from 'vitest';
import { type CardPart, newMaker } from './card-maker';
import { answersCard } from './cards/answers';
import { ballotCard } from './cards/ballot';
import { budgetCard } from './cards/budget';
import { choiceCard } from './cards/choice';
import { decisionCard } from './cards/decision';
import { ledgerCard } from './cards/ledger';
import { opinionCard } from './cards/opinion';
import { processCard } from './cards/process';
import { projectCard } from './cards/project';
import { proposalCard } from './cards/proposal';
import { requestCard, requestsCard } from './cards/request';

const makers = { proposal: proposalCard, process: processCard, ballot: ballotCard, opinion: opinionCard, decision: decisionCard, choice: choiceCard, budget: budgetCard, project: projectCard, request: requestCard, requests: requestsCard, answers: answersCard, ledger: ledgerCard };
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const both = (text: string) => ({ el: text, en: `${text} (en)` });

function operationOf(document: DocumentNode): string {
  const [operation] = document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? ''] : []));
  return operation ?? '';
}

/** Makes a card out of what the city would answer to each question. Every question must fit the city's own schema. */
async function card(kind: WidgetKind, of: string, answers: Record<string, unknown>, { part = '', locale = 'el' as Locale } = {}): Promise<CardPart | null> {
  const ask = <T>(query: string): Promise<T | null> => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    return Promise.resolve((answers[operationOf(document)] ?? null) as T | null);
  };
  return makers[kind](newMaker(locale, 'https://city.example', ask), of, part);
}

describe('the card of a proposal', () => {
  const proposal = { title: 'Σκιά', lang: 'el', supports: 1208, argumentsFor: 3, argumentsAgainst: 1, answerDueAt: '2026-06-01T00:00:00Z', answer: null };

  it('says how many stand behind it, in the reader’s numbers, and until when the city answers', async () => {
    const found = await card('proposal', '01J', { WidgetProposal: { proposal, ballot: { isOpen: true } } });
    expect(found?.figures).toEqual([{ value: '1.208', label: 'κάτοικοι τη στηρίζουν' }, { value: '4', label: 'επιχειρήματα' }]);
    expect(found?.lead).toBe('Ο δήμος απαντά έως την 1η Ιουνίου 2026.');
    expect(found?.act).toEqual({ label: 'Στήριξέ την', href: '/act/proposal/01J' });
  });

  it('says what the city answered, and offers no act where no support is taken', async () => {
    const answer = { status: 'ACCEPTED', answeredAt: '2026-05-01T10:00:00Z', department: { name: both('Πράσινο') } };
    const found = await card('proposal', '01J', { WidgetProposal: { proposal: { ...proposal, supports: 1, answer }, ballot: { isOpen: false } } }, { locale: 'en' });
    expect(found?.lead).toBe('Accepted (Πράσινο (en), 1 May 2026)');
    expect(found?.figures?.[0]).toEqual({ value: '1', label: 'resident supports it' });
    expect(found?.act).toBeNull();
  });

  it('is none where a visitor sees none', async () => {
    expect(await card('proposal', '01J', { WidgetProposal: { proposal: null, ballot: null } })).toBeNull();
    expect(await card('proposal', '01J', {})).toBeNull();
  });
});

/** An opinion of so many on five steps. */
const opinionOf = (counts: number[], headline = 'Δίχασε') => {
  const people = counts.reduce((sum, count) => sum + count, 0);
  return { people, headline: both(headline), criteria: [{ id: 'fair', label: both('Δίκαιη'), counts, answered: people }] };
};
const first = { round: 1, opinion: opinionOf([12, 16, 19, 31, 22]) };
const weighing = { openRound: 1, requests: 0, requestsNeeded: 25, rounds: [first] };
const ballots = { first: { isOpen: true }, second: null };

describe('the card of a decision', () => {
  const decision = { subject: 'ΕΓΚΡΙΣΗ', plainWords: null, status: 'PUBLISHED', choice: null };

  it('shows each question’s five steps, drawn and in words', async () => {
    const found = await card('decision', 'd', { WidgetDecision: { decision, weighing, ...ballots } });
    expect(found?.bars?.[0]).toEqual({
      label: 'Δίκαιη', form: 'scale', parts: [12, 16, 19, 31, 22], said: '53% θετικοί', spoken: 'Καθόλου 12%, Λίγο 16%, Μέτρια 19%, Αρκετά 31%, Πολύ 22%. Απάντησαν 100.',
    });
    expect(found).toMatchObject({ lead: 'Δίχασε', figures: [{ value: '100', label: 'κάτοικοι αξιολόγησαν' }], act: { label: 'Πες τη γνώμη σου', href: '/act/decision/d' } });
  });

  it('says that it was revoked, and takes no more', async () => {
    const found = await card('decision', 'd', { WidgetDecision: { decision: { ...decision, status: 'REVOKED' }, weighing, ...ballots } });
    expect(found?.lead).toContain('ανακλήθηκε');
    expect(found?.act).toBeNull();
  });

  it('shows no empty bars before anybody said anything', async () => {
    const found = await card('decision', 'd', { WidgetDecision: { decision, weighing: { ...weighing, rounds: [{ round: 1, opinion: opinionOf([0, 0, 0, 0, 0]) }] }, ...ballots } });
    expect(found).toMatchObject({ bars: [], lead: 'Δεν την έχει αξιολογήσει κανείς ακόμα.' });
  });

  it('says that it is closed, by the phase or by its ballot, beside what was said', async () => {
    for (const closed of [{ weighing: { ...weighing, openRound: null }, ...ballots }, { weighing, first: { isOpen: false }, second: null }]) {
      expect(await card('decision', 'd', { WidgetDecision: { decision, ...closed } })).toMatchObject({ lead: 'Η αξιολόγηση έκλεισε. Δίχασε', act: null });
    }
  });

  it('of a routine act says how many have asked for it', async () => {
    const routine = { openRound: null, requests: 3, requestsNeeded: 25, rounds: [] };
    expect(await card('decision', 'd', { WidgetDecision: { decision, weighing: routine, first: null, second: null } })).toMatchObject({
      lead: 'Δεν έχει τεθεί στην κρίση των κατοίκων. Αιτήματα ως τώρα: 3 από 25 που χρειάζονται.', figures: [], bars: [], act: null,
    });
  });

  it('of an act of a choice is the choice’s, and names the act', async () => {
    const choice = { title: both('Μονοδρομήσεις'), dissolvedAt: null, acts: [{ id: 'd' }, { id: 'e' }] };
    const found = await card('decision', 'd', {
      WidgetDecision: { decision: { ...decision, choice: { id: 'c' } }, weighing: null, first: { isOpen: false }, second: null }, WidgetChoice: { choice, weighing, ...ballots },
    });
    expect(found).toMatchObject({ label: 'Αξιολόγηση επιλογής', title: 'Μονοδρομήσεις', href: '/choices/c', act: { href: '/act/choice/c' } });
    expect(found?.items).toEqual([{ title: 'ΕΓΚΡΙΣΗ', lang: 'el', href: '/decisions/d', note: 'Μέρος αυτής της επιλογής, που αξιολογείται ως σύνολο.' }]);
  });
});

describe('the card of a choice', () => {
  const choice = { title: both('Μονοδρομήσεις'), dissolvedAt: null, acts: [{ id: 'd' }, { id: 'e' }] };
  const inSecond = (counts: number[]) => ({ weighing: { ...weighing, openRound: 2, rounds: [first, { round: 2, opinion: opinionOf(counts, 'Άρεσε') }] }, first: { isOpen: false }, second: { isOpen: true } });

  it('asks of the whole', async () => {
    const found = await card('choice', 'c', { WidgetChoice: { choice, weighing, ...ballots } });
    expect(found?.act).toEqual({ label: 'Πες τη γνώμη σου', href: '/act/choice/c' });
    expect(found?.figures?.map(({ value, label }) => `${value} ${label}`)).toEqual(['100 κάτοικοι αξιολόγησαν', '2 πράξεις μαζί']);
  });

  it('in the second round shows what people say now beside what they had said', async () => {
    const found = await card('choice', 'c', { WidgetChoice: { choice, ...inSecond([0, 0, 10, 20, 10]) } });
    expect(found?.lead).toBe('Δεύτερος γύρος: πώς πήγε στην πράξη; Άρεσε');
    expect(found?.figures?.map(({ value, label }) => `${value} ${label}`)).toEqual(['40 κάτοικοι αξιολόγησαν μετά την παράδοση', '100 κάτοικοι είχαν αξιολογήσει πριν', '2 πράξεις μαζί']);
    expect(found?.bars?.[0]).toMatchObject({ parts: [0, 0, 25, 50, 25], said: '75% θετικοί, πριν 53%' });
    expect(found?.bars?.[0]?.spoken).toContain('πριν 53%');
    expect(found?.act).toEqual({ label: 'Πες πώς πήγε', href: '/act/choice/c' });
  });

  it('shows the first round until somebody answers in the second', async () => {
    const found = await card('choice', 'c', { WidgetChoice: { choice, ...inSecond([0, 0, 0, 0, 0]) } }, { locale: 'en' });
    expect(found?.lead).toBe('Second round: how did it turn out? Nobody has answered yet; before: Δίχασε (en)');
    expect(found?.bars?.[0]).toMatchObject({ parts: [12, 16, 19, 31, 22], said: '53% favourable' });
  });

  it('takes no more when its acts were split again', async () => {
    const found = await card('choice', 'c', { WidgetChoice: { choice: { ...choice, dissolvedAt: '2026-06-01T00:00:00Z', acts: [] }, weighing: { ...weighing, openRound: null }, first: { isOpen: false }, second: null } });
    expect(found?.lead).toContain('δεν αξιολογείται πια');
    expect(found?.act).toBeNull();
    expect(found?.figures).toHaveLength(1);
  });

  it('is none where there is no such choice', async () => {
    expect(await card('choice', 'x', { WidgetChoice: { choice: null, weighing: null, first: null, second: null } })).toBeNull();
  });
});

describe('the card of a process', () => {
  const phases = [{ id: 'a', name: both('Ιδέες'), opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-03-01T00:00:00Z' }, { id: 'b', name: both('Ψήφος'), opensAt: '2026-04-01T00:00:00Z', closesAt: '2026-05-01T00:00:00Z' }];
  const process = { title: both('Κέντρο'), summary: both('Για το κέντρο.'), phases };

  it('says what goes on now, what comes, or that it is over', async () => {
    const lead = async (now: string, currentPhaseId: string | null) => (await card('process', 'p', { WidgetProcess: { now, process: { ...process, currentPhaseId } } }))?.lead;
    expect(await lead('2026-02-01T00:00:00Z', 'a')).toBe('Για το κέντρο. Τώρα: Ιδέες, έως την 1η Μαρτίου 2026.');
    expect(await lead('2026-03-10T00:00:00Z', null)).toBe('Για το κέντρο. Αρχίζει 1 Απριλίου 2026: Ψήφος.');
    expect(await lead('2026-06-01T00:00:00Z', null)).toBe('Για το κέντρο. Έχει τελειώσει.');
  });
});

describe('the card of a ballot', () => {
  const ballot = { title: 'Προϋπολογισμός', path: '/budgets/b', kind: 'budget', subject: { kind: 'budget', id: 'b.city' }, questions: [], opensAt: null, closesAt: '2099-01-01T00:00:00Z', isOpen: true, secrecy: 'secret' };
  const counts = [{ questionId: 'projects', optionId: 'p1', count: 3 }, { questionId: 'projects', optionId: 'p2', count: 9 }];
  const projects = { WidgetProjects: { budgetProjects: [{ id: 'p1', title: 'Πάρκο' }, { id: 'p2', title: 'Σχολείο' }] } };

  it('names the options, the most chosen first, and leads to the act', async () => {
    const found = await card('ballot', 'budget:b.city', { ...projects, WidgetBallot: { ballot, tallies: [{ voters: 10, counts }] } });
    expect(found?.bars?.map(({ label, said }) => `${label} ${said}`)).toEqual(['Σχολείο 9 · 90%', 'Πάρκο 3 · 30%']);
    expect(found?.act?.href).toBe('/act/budget/b.city');
  });

  it('tells of a secret one that goes on how many voted, and that the rest is shown at the end', async () => {
    const found = await card('ballot', 'budget:b.city', { ...projects, WidgetBallot: { ballot, tallies: [{ voters: 10, counts: [] }] } });
    expect([found?.lead, found?.figures?.[0]?.value]).toEqual(['Ψηφίζεις έως την 1η Ιανουαρίου 2099. Πόσες ψήφους πήρε κάθε έργο φαίνεται στο τέλος.', '10']);
    expect(found?.bars).toEqual([]);
  });

  it('tells of a sealed one only how many are in the box', async () => {
    const found = await card('ballot', 'budget:b.city', { ...projects, WidgetBallot: { ballot: { ...ballot, secrecy: 'sealed' }, tallies: [{ voters: 10, counts: [] }] } });
    expect(found?.lead).toContain('σφραγισμένες');
    expect(found?.bars).toEqual([]);
  });

  it('is none where what it is about is hidden', async () => {
    expect(await card('ballot', 'proposal:x', { WidgetBallot: { ballot: { ...ballot, title: '', path: null }, tallies: [] } })).toBeNull();
  });
});

describe('the card of a statement', () => {
  const finding = (statement: string, agrees: number) => ({ statement, text: `Θέση ${statement}`, agrees, disagrees: 20 - agrees, passes: 0 });
  const opinions = { title: both('Κέντρο'), open: true, statements: 2, next: { id: 'c', text: 'Θέση c' }, map: { participants: 20, agreed: [finding('a', 15)], split: [], findings: [finding('a', 15), finding('b', 10)] } };

  it('is of the one that unites most, or of the one that was chosen', async () => {
    expect((await card('opinion', 'process:p', { WidgetOpinion: { opinions } }))?.title).toBe('Θέση a');
    const chosen = await card('opinion', 'process:p', { WidgetOpinion: { opinions } }, { part: 'b' });
    expect(chosen?.title).toBe('Θέση b');
    expect(chosen?.bars?.map(({ label, said }) => `${label} ${said}`)).toEqual(['Συμφωνούν 50%', 'Διαφωνούν 50%', 'Δεν ξέρουν 0%']);
  });

  it('shows no answers while they are too few to hide anybody', async () => {
    const found = await card('opinion', 'process:p', { WidgetOpinion: { opinions: { ...opinions, map: null } } });
    expect(found?.title).toBe('Θέση c');
    expect(found?.bars).toEqual([]);
    expect(found?.lead).toContain('Λίγοι');
  });

  it('invites to the first one where there is none yet', async () => {
    const found = await card('opinion', 'process:p', { WidgetOpinion: { opinions: { ...opinions, statements: 0, next: null, map: null } } });
    expect(found).toMatchObject({ title: 'Κέντρο', lead: 'Δεν έχει γραφτεί ακόμα καμία θέση.', bars: [] });
    const english = await card('opinion', 'process:p', { WidgetOpinion: { opinions: { ...opinions, statements: 0, next: null, map: null } } }, { locale: 'en' });
    expect(english).toMatchObject({ title: 'Κέντρο (en)', titleLang: 'en' });
  });

  it('is none where the chosen one is not there', async () => {
    expect(await card('opinion', 'process:p', { WidgetOpinion: { opinions } }, { part: 'gone' })).toBeNull();
  });
});

describe('the card of a budget', () => {
  const area = { id: 'city', districtId: null, money: 25_000_000, projects: 40, voters: 900, outcome: { funded: 6, spent: 24_000_000 } };
  const budget = { title: both('Έργα 2025'), stage: 'decided', currency: 'EUR', opensAt: null, closesAt: null, areas: [area, { ...area, id: 'north', districtId: 'north' }] };
  const city = { districts: [{ id: 'north', name: both('Βόρεια') }] };
  const projects = [1, 2, 3, 4, 5, 6].map((at) => ({ id: `p${at}`, title: `Έργο ${at}`, lang: 'el', cost: 100_050, votes: at, isFunded: at !== 1 }));

  it('lists what is funded, the most voted first, with the result’s own page', async () => {
    const found = await card('budget', 'b', { WidgetBudget: { budget, city }, WidgetBudgetResult: { budgetResult: { projects } } });
    expect(found?.items?.map(({ title }) => title)).toEqual(['Έργο 6', 'Έργο 5', 'Έργο 4', 'Έργο 3', 'Έργο 2']);
    expect(found?.items?.[0]?.note).toBe('1.000,50\u00a0€ · 6 ψήφοι');
    expect(found?.figures?.[0]?.value).toBe('250.000\u00a0€');
    expect(found?.href).toBe('/budgets/b/results/city');
    expect((await card('budget', 'b', { WidgetBudget: { budget, city } }, { part: 'north' }))?.label).toContain('Βόρεια');
  });

  it('leads to the vote while there is one', async () => {
    const found = await card('budget', 'b', { WidgetBudget: { budget: { ...budget, stage: 'voting', closesAt: '2026-06-01T00:00:00Z' }, city } });
    expect(found?.lead).toBe('Ψηφίζεις έως την 1η Ιουνίου 2026.');
    expect(found?.act?.href).toBe('/act/budget/b.city');
    expect(found?.items).toEqual([]);
  });
});

describe('the card of a project', () => {
  const budgetProject = { budgetId: 'b', title: 'Πάρκο', lang: 'el', cost: 5_000_000, isFunded: null, feasibility: 'feasible', work: null };
  const budget = { title: both('Έργα 2025'), currency: 'EUR' };

  it('says what became of it, and how far its works are', async () => {
    const lead = async (more: object) => (await card('project', 'b.p', { WidgetProject: { budgetProject: { ...budgetProject, ...more }, budget } }))?.lead;
    expect(await lead({})).toBe('Μπορεί να γίνει και ψηφίζεται.');
    expect(await lead({ isFunded: false })).toBe('Δεν χρηματοδοτήθηκε.');
    expect(await lead({ isFunded: true, work: { state: 'building', progress: 40 } })).toBe('Κατασκευάζεται.');
  });

  it('is none under the name of another budget', async () => {
    expect(await card('project', 'other.p', { WidgetProject: { budgetProject, budget } })).toBeNull();
    expect(await card('project', 'b', { WidgetProject: { budgetProject, budget } })).toBeNull();
  });
});

describe('the card of a request', () => {
  const request = { id: '1042', title: both('Λακκούβα, Σαλαμίνος 12'), status: 'planned', publishedAt: '2026-05-01T10:00:00Z', affected: 3, comments: 1, expectedAt: '2026-06-01T00:00:00Z', dueAt: '2026-05-11T00:00:00Z', endedAt: null, department: { name: both('Τεχνική') } };

  it('says where it stands and until when, and leads to where one reports a problem', async () => {
    const found = await card('request', '1042', { WidgetRequest: { request } });
    expect(found).toMatchObject({ title: 'Λακκούβα, Σαλαμίνος 12', href: '/requests/1042', lead: 'Προγραμματίστηκε, έως την 1η Ιουνίου 2026 (Τεχνική).', way: { label: 'Αναφορά προβλήματος', href: '/requests/new' } });
    expect(found?.figures).toEqual([{ value: '3', label: 'ακόμη λένε ότι τους αφορά' }, { value: '1', label: 'σχόλιο' }]);
    const ended = await card('request', '1042', { WidgetRequest: { request: { ...request, status: 'fixed', endedAt: '2026-05-20T10:00:00Z' } } }, { locale: 'en' });
    expect(ended?.lead).toBe('Fixed, 20 May 2026 (Τεχνική (en)).');
    expect(await card('request', '1042', { WidgetRequest: { request: null } })).toBeNull();
  });

  it('or the newest ones of a district, if there is such a one', async () => {
    const city = { districts: [{ id: 'kentro', name: both('Κέντρο') }] };
    const answers = { WidgetRequests: { requests: { total: 7, items: [request] }, city } };
    expect(await card('requests', '', answers, { part: 'kentro' })).toMatchObject({
      title: 'Αιτήματα: Κέντρο', href: '/requests?district=kentro', lead: '', items: [{ title: 'Λακκούβα, Σαλαμίνος 12', href: '/requests/1042', note: 'Προγραμματίστηκε, 1 Μαΐου 2026' }], way: { href: '/requests/new' },
    });
    expect(await card('requests', '', { WidgetRequests: { requests: { total: 0, items: [] }, city } })).toMatchObject({ title: 'Αιτήματα στην πόλη', lead: 'Δεν έχει αναφερθεί τίποτα ακόμα.', items: [] });
    expect(await card('requests', '', answers, { part: 'nowhere' })).toBeNull();
  });
});

describe('the cards of which there is one', () => {
  it('tell the latest answers to proposals and evaluations together, as many as were asked for', async () => {
    const answer = { status: 'REJECTED', answeredAt: '2026-05-01T10:00:00Z', department: null };
    const reply = (did: string, at: string) => ({ title: both('Μονοδρομήσεις'), path: '/choices/c', reply: { did, departmentId: 'roads', at } });
    const answers = {
      WidgetAnswers: {
        proposals: { items: [{ id: '1', title: 'Α', lang: 'el', answer }, { id: '2', title: 'Β', lang: 'el', answer: null }] },
        latestReplies: [reply('Βάλαμε σήμανση.', '2026-05-02T10:00:00Z'), reply('Παλιά.', '2026-04-01T10:00:00Z')],
        city: { departments: [{ id: 'roads', name: both('Οδοποιία') }] },
      },
    };
    const found = await card('answers', '', answers, { part: '2' });
    expect(found?.items).toEqual([
      { title: 'Μονοδρομήσεις', lang: 'el', href: '/choices/c', note: 'Βάλαμε σήμανση. (Οδοποιία, 2 Μαΐου 2026)' },
      { title: 'Α', lang: 'el', href: '/proposals/1', note: 'Δεν έγινε δεκτή (ο δήμος, 1 Μαΐου 2026)' },
    ]);
    expect((await card('answers', '', answers))?.items).toHaveLength(3);
    expect(await card('answers', '', {}, { part: '11' })).toBeNull();
    expect(await card('answers', '', {}, { part: 'x' })).toBeNull();
  });

  it('tell of the ledger its size, and leave the blanks of the check to the script', async () => {
    const ledger = { origin: 'city.example', size: 13604, root: 'abcdefghijklmnop=', witnesses: [{ name: 'Δίκτυο', size: 13000, at: '2026-05-01T10:00:00Z' }, { name: 'Νέος', size: null, at: null }] };
    const found = await card('ledger', '', { WidgetLedger: { ledger } });
    expect(found?.figures?.[0]).toEqual({ value: '13.604', label: 'γραμμές' });
    expect(found?.lead).toContain('Μάρτυρας Δίκτυο: 13.000 γραμμές');
    expect(found?.lead).not.toContain('Νέος');
    expect(found?.check?.pinned).toContain('{{before}}');
    expect(found?.check?.files).toBe('https://city.example/ledger/');
  });
});
