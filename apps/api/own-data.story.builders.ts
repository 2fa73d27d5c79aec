import { createECDH, randomBytes } from 'node:crypto';
import { getConnectionToken, getModelToken } from '@nestjs/mongoose';
import { openSession, type SignedIn, signedIn } from '@isegoria/identity/api';
import { newInitiativeId } from '@isegoria/initiatives/contracts';
import { eventually, Events, Importers, newId, type TestCity } from '@isegoria/kernel/api';
import { digest } from '@isegoria/ledger/contracts';
import { OrganisationSeed } from '@isegoria/organisation/api';
import { Lot, offerKey } from '@isegoria/panels/api';
import { ProcessesSeed } from '@isegoria/processes/api';
import { CatalogueSeed } from '@isegoria/requests/api';
import { Ballots, supportQuestions, VotesJobs } from '@isegoria/votes/api';
import { newBoxKey, type NewBoxKey, padded, paperSize, type Question, seal } from '@isegoria/votes/contracts';
import type { Connection, Model } from 'mongoose';
import sharp from 'sharp';

/** One word that stands in everything that only Anna and the city may read: after she has left it must be nowhere. */
export const privateWord = 'ιδιαιτέρως';
export const anna = { name: 'Ανναμπέλλα Ξεχωριστοπούλου', email: 'annabella.x@example.org', districtId: 'kentro', birthYear: 1987, gender: 'female', saidBy: 'self' } as const;
export const olga = { name: 'Όλγα Υπευθυνοπούλου', email: 'olga.y@example.org', roles: ['official', 'moderator', 'clerk', 'council', 'administrator'] as const, departmentId: 'environment' };

const criteria = ['necessary', 'fair', 'well_explained', 'well_carried_out'];
const question: Question[] = [{ id: 'q', options: ['a', 'b'] }];
const silent = { total: () => undefined, added: () => undefined, unchanged: () => undefined, changed: () => undefined, refused: (record: string, why: string) => { throw new Error(`${record}: ${why}`); } };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

export interface People {
  anna: SignedIn;
  vasilis: SignedIn;
  olga: SignedIn;
  petros: SignedIn;
}

/** What was done, for those who look for it. */
export type Done = Awaited<ReturnType<typeof everything>>;

/** Sends a mutation and answers its outcome; throws where it was refused, so that no act of a story is silently none. */
export async function act<T extends object = { __typename: string }>(who: SignedIn, mutation: string, variables: object = {}, wanted?: string): Promise<T> {
  const { data, errors } = await who.graph<Record<string, T & { __typename: string }> | null>(mutation, { ...variables });
  const [outcome] = Object.values(data ?? {});
  const refused = ['Invalid', 'NotAllowed', 'NotFound', 'TooMany', 'Unconfirmed', 'NotEntitled', 'BallotUnknown', 'BallotClosed'];
  if (errors || !outcome || refused.includes(outcome.__typename) || (wanted && outcome.__typename !== wanted)) throw new Error(`${mutation}: ${JSON.stringify(errors ?? outcome)}`);
  return outcome;
}

/** A city with its processes and one act of the register, and four people in it. */
export async function aCityWithPeople(city: TestCity): Promise<People> {
  await city.get(OrganisationSeed).found();
  await city.get(CatalogueSeed).found();
  await city.get(ProcessesSeed).open(new Date());
  const record = {
    ada: 'ΨΚ70ΩΔΙ-ΛΝ9', subject: 'Προμήθεια παγκακιών', protocolNumber: '8586/02-03-2026', issueDate: '2026-03-02T00:00:00+00:00', organizationId: '99999001', signerIds: ['1'], unitIds: ['99001'], privateData: false,
    submissionTimestamp: '2026-03-03T08:00:00+00:00', publishTimestamp: '2026-03-03T08:00:00+00:00', status: 'PUBLISHED', versionId: 'v-1', correctedVersionId: null, documentUrl: 'https://diavgeia.gov.gr/doc/x', url: 'https://diavgeia.gov.gr/x', extraFieldValues: {},
  };
  const acts = [{ ...record, decisionTypeId: 'Α.2' }, { ...record, ada: 'ΡΤΝΩΔΙ-ΕΕΕ', decisionTypeId: 'Β.2.2', subject: 'Πληρωμή λογαριασμού' }];
  await city.get(Importers).named('diavgeia')?.run(JSON.stringify({ decisions: acts }), silent);
  const petros = await signedIn(city, { name: 'Πέτρος Δεύτερος', roles: ['moderator', 'official', 'administrator'], departmentId: 'environment' });
  const boss = await signedIn(city, { ...olga, roles: [...olga.roles] });
  return {
    anna: await whoLostHerPhone(city, boss),
    vasilis: await signedIn(city, { name: 'Βασίλης Άλλος', email: 'vasilis@example.org' }),
    olga: boss,
    petros,
  };
}

/** Anna had a passkey on a phone that she lost: an administrator took it away, and she has another one since. */
async function whoLostHerPhone(city: TestCity, by: SignedIn): Promise<SignedIn> {
  const passkey = (id: string) => ({ id, key: 'key', counter: 0, transports: [], name: `Κινητό ${privateWord}`, since: new Date(), usedAt: null });
  const { citizen } = await signedIn(city, anna);
  const write = (id: string) => city.get<Connection>(getConnectionToken()).collection('citizens').updateOne({ _id: citizen.id as never }, { $set: { passkeys: [passkey(id)] } });
  await write('lost');
  await act(by, 'mutation ($id: ID!) { removeSecondStep(citizenId: $id) { __typename ... on NotAllowed { reason } } }', { id: citizen.id });
  await write('another');
  const cookie = await openSession(city, citizen.id);
  return { citizen, cookie, graph: (query, variables) => city.graph(query, variables, { cookie }) };
}

/** Each of the things that a person can do in the city, once: Anna as a citizen, Olga in every office. */
export async function everything(city: TestCity, people: People) {
  const words = await writing(city, people);
  await offices(people, words);
  const votes = await voting(city, people, words);
  await around(city, people, words);
  const amended = await consulting(people);
  await asking(people);
  await sendingLetters(city, people);
  await meeting(people);
  await volunteering(people);
  await drawing(city, people);
  const requests = await reporting(people);
  await debating(city, people);
  const promoted = await promoting(city, people);
  await merging(city, people);
  await city.get(VotesJobs).catchUp();
  return { ...words, ...votes, ...amended, ...requests, ...promoted };
}

async function proposal(who: SignedIn, input: object): Promise<string> {
  const id = `D${crypto.randomUUID().replaceAll('-', '').slice(0, 25).toUpperCase()}`;
  await act(who, 'mutation ($id: ID, $input: ProposalInput!) { saveDraft(id: $id, input: $input) { __typename ... on Invalid { problems { field code } } } }', { id, input: { category: 'green', district: 'kentro', ...input } });
  return id;
}

async function submitted(who: SignedIn, input: object): Promise<string> {
  const id = await proposal(who, input);
  await act(who, 'mutation ($id: ID!) { submitProposal(id: $id) { __typename ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }', { id });
  return id;
}

async function picture(city: TestCity, { cookie }: SignedIn, alt: string, colour: string): Promise<string> {
  const form = new FormData();
  form.append('picture', new Blob([new Uint8Array(await sharp({ create: { width: 64, height: 48, channels: 3, background: colour } }).png().toBuffer())], { type: 'image/png' }), 'a.png');
  const answer = await fetch(`${city.url}/files`, { method: 'POST', headers: { cookie }, body: form });
  const { id } = (await answer.json()) as { id: string };
  await city.graph('mutation ($id: ID!, $alt: String!) { describePicture(id: $id, alt: $alt) { __typename } }', { id, alt }, { cookie });
  return id;
}

async function comment(who: SignedIn, subject: object, text: string, parentId: string | null = null): Promise<string> {
  const input = { subject, parentId, alignment: 'FOR', text, nonce: crypto.randomUUID() };
  return (await act<{ comment: { id: string } }>(who, 'mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename ... on CommentSaved { comment { id } } ... on NotAllowed { reason } } }', { input })).comment.id;
}

/** Proposals, arguments, statements, pictures: public ones, and those that nobody sees. */
async function writing(city: TestCity, { anna: her, vasilis }: People) {
  const text = 'Τα παιδιά περπατούν οκτακόσια μέτρα χωρίς σκιά, και το καλοκαίρι δεν αντέχεται.';
  const [shown, loose] = [await picture(city, her, 'Ο δρόμος χωρίς σκιά', '#338855'), await picture(city, her, `Μια εικόνα ${privateWord}`, '#993322')];
  const draft = await proposal(her, { title: `Ένα πρόχειρο ${privateWord}`, text });
  const published = await submitted(her, { title: 'Σκίαστρα στη διαδρομή προς τα σχολεία', text, pictures: [shown] });
  const waiting = await submitted(her, { title: `Στην προβλήτα ${privateWord} ένα παγκάκι`, text, district: 'limani', processId: 'harbour' });
  const hidden = await submitted(her, { title: `Μια πρόταση ${privateWord} που θα κρυφτεί`, text: `${text} ${privateWord}` });
  const hisWaiting = await submitted(vasilis, { title: 'Μια βάρκα για όλους στο λιμάνι', text, district: 'limani', processId: 'harbour' });
  const his = await submitted(vasilis, { title: 'Ποδηλατόδρομος ως το λιμάνι', text: 'Με το ποδήλατο ως το λιμάνι πάμε δίπλα στα φορτηγά, και αυτό δεν γίνεται άλλο.' });
  const subject = { kind: 'proposal', id: his };
  const argument = await comment(her, subject, `Πρώτη διατύπωση ${privateWord}.`);
  await act(her, 'mutation ($id: ID!, $text: String!) { editComment(id: $id, text: $text) { __typename } }', { id: argument, text: 'Ναι, γιατί θα πηγαίνουμε με ασφάλεια.' });
  await comment(vasilis, subject, 'Και πιο γρήγορα.', argument);
  const insult = await comment(her, subject, `Ένα επιχείρημα ${privateWord} που θα κρυφτεί.`);
  const hisArgument = await comment(vasilis, subject, 'Το είπα πρώτος εγώ.');
  const statement = (text_: string) => ({ input: { subject, text: text_, nonce: crypto.randomUUID() } });
  const add = 'mutation ($input: AddOpinionInput!) { addOpinion(input: $input) { __typename ... on OpinionSaved { statement { id } } ... on NotAllowed { reason } } }';
  await act(her, add, statement('Ο ποδηλατόδρομος να περνά από τα σχολεία.'));
  const { statement: theirs } = await act<{ statement: { id: string } }>(vasilis, add, statement('Ο ποδηλατόδρομος να γίνει φέτος.'));
  await act(her, 'mutation ($id: ID!) { answerOpinion(id: $id, answer: AGREE) { __typename ... on NotAllowed { reason } } }', { id: theirs.id });
  return { draft, published, waiting, hidden, his, hisWaiting, argument, insult, hisArgument, loose };
}

/** Olga and Petros in their offices. */
async function offices({ anna: her, vasilis, olga: official, petros }: People, { hidden, his, hisWaiting, insult, hisArgument }: Awaited<ReturnType<typeof writing>>) {
  const report = 'mutation ($item: SubjectInput!, $note: String) { report(item: $item, rule: 1, note: $note) { __typename ... on NotAllowed { reason } } }';
  await act(vasilis, report, { item: { kind: 'proposal', id: hidden }, note: 'Δεν είναι σωστό.' });
  await act(vasilis, report, { item: { kind: 'comment', id: insult }, note: 'Προσβάλλει.' });
  await act(her, report, { item: { kind: 'comment', id: hisArgument }, note: `Το γράφω ${privateWord} στην εποπτεία.` });
  const object = 'mutation ($id: ID!, $text: String!) { objectToDecision(caseId: $id, text: $text) { __typename ... on Invalid { problems { field code } } } }';
  await act(her, object, { id: await decide(official, hidden), text: `Ενίσταμαι ${privateWord}, γιατί δεν πρόσβαλα κανέναν.` });
  await act(her, object, { id: await decide(petros, insult), text: `Και γι’ αυτό ενίσταμαι ${privateWord}, δεν ήταν έτσι.` });
  await claim(official, hisArgument);
  await act(official, 'mutation ($id: ID!) { passCase(id: $id, note: "Ας το δει κάποιος άλλος.") { __typename } }', { id: (await caseAbout(official, hisWaiting)).id }, 'CaseReleased');
  await act(official, 'mutation ($id: ID!) { reopenCase(id: $id, reason: "Κρύφτηκε κατά λάθος.") { __typename ... on NotAllowed { reason } } }', { id: await decide(petros, hisWaiting) }, 'CaseReopened');
  const { data } = await official.graph<{ moderationObjections: { items: { id: string; contribution: string }[] } }>('{ moderationObjections { items { id contribution } } }');
  const objection = data.moderationObjections.items.find(({ contribution }) => contribution.includes('επιχείρημα'));
  await act(official, 'mutation ($id: ID!) { decideObjection(id: $id, outcome: upheld, reason: "Το ξαναείδαμε και δεν αλλάζει.") { __typename ... on Invalid { problems { field code } } } }', { id: objection?.id });
  const answer = { status: 'ACCEPTED', text: 'Η υπηρεσία δέχεται την πρόταση και την εντάσσει στο πρόγραμμα του φθινοπώρου.', nextStep: 'Δημοπράτηση', nextStepAt: inDays(30).toISOString() };
  await act(official, 'mutation ($id: ID!, $input: AnswerInput!) { answerProposal(id: $id, input: $input) { __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }', { id: his, input: answer });
  await act(official, 'mutation ($id: ID!) { setRoles(citizenId: $id, roles: ["council"]) { __typename } }', { id: vasilis.citizen.id });
  await act(petros, 'mutation ($id: ID!) { setRoles(citizenId: $id, roles: ["council"]) { __typename } }', { id: her.citizen.id });
  await act(official, 'mutation ($email: String!, $year: Int!) { verifyBirthYear(email: $email, birthYear: $year) { __typename ... on NotAllowed { reason } } }', { email: anna.email, year: anna.birthYear });
  const phase = { processId: 'ideas', revision: 1, phaseId: 'collection', name: { el: 'Ιδέες και στήριξη', en: 'Ideas and support' }, summary: { el: 'Γράφεις.', en: 'You write.' }, opensAt: inDays(-10), closesAt: inDays(20), settings: { contributions: 'public', comments: 'public', supports: true, criteria: [], districts: [], answerWithinDays: 31 } };
  await act(official, 'mutation ($input: PhaseInput!) { updatePhase(input: $input) { __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }', { input: phase });
  const ages = ['15-24', '25-39', '40-54', '55-64', '65+'].flatMap((ageBand) => ['female', 'male'].map((gender) => ({ ageBand, gender, people: 3000 })));
  await act(official, 'mutation ($input: PopulationInput!) { savePopulation(input: $input) { __typename ... on Invalid { problems { field code } } } }', { input: { source: 'Απογραφή', asOf: '2021-10-22', ages, districts: [{ districtId: 'kentro', people: 15_900 }] } });
  const list = await act<{ id: string }>(official, 'mutation { makeMemberList(title: { el: "Γονείς", en: "Parents" }) { __typename ... on MemberList { id } } }');
  await act(official, 'mutation ($id: ID!, $text: String!) { changeMembers(listId: $id, act: enlist, text: $text) { __typename } }', { id: list.id, text: `${anna.email}\n${olga.email}` }, 'MembersChanged');
  await act(official, 'mutation { subscribeToReport(kind: "figures", reportId: "council", rhythm: weekly) { __typename ... on NotAllowed { reason } } }', {}, 'ReportSubscription');
  await act(her, 'mutation { subscribeToReport(kind: "figures", reportId: "council", rhythm: weekly) { __typename ... on NotAllowed { reason } } }', {}, 'ReportSubscription');
}

async function caseAbout(who: SignedIn, about: string): Promise<{ id: string; version: number }> {
  const { data } = await who.graph<{ moderationQueue: { items: { id: string; item: { id: string }; version: number }[] } }>('{ moderationQueue(first: 50) { items { id version item { id } } } }');
  const found = data.moderationQueue.items.find(({ item }) => item.id === about);
  if (!found) throw new Error(`There is no case about ${about}.`);
  return found;
}

async function claim(who: SignedIn, about: string): Promise<void> {
  await act(who, 'mutation ($id: ID!) { claimCase(id: $id) { __typename } }', { id: (await caseAbout(who, about)).id }, 'CaseClaimed');
}

/** A moderator takes the case about something, hides it, and says why. */
export async function decide(who: SignedIn, about: string): Promise<string> {
  await claim(who, about);
  const { id, version } = await caseAbout(who, about);
  const input = { id, version, decision: 'hidden', rule: 1, reason: 'Προσβάλλει ανθρώπους της γειτονιάς.' };
  await act(who, 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { __typename ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }', { input }, 'CaseDecided');
  return id;
}

/** Olga asks about a text, twice; Anna proposes to change it where all see it, and where a moderator reads it first. */
async function consulting({ anna: her, olga: official }: People) {
  const save = 'mutation ($id: ID!, $input: ConsultationInput!) { saveConsultation(id: $id, input: $input) { __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
  const publish = 'mutation ($id: ID!) { publishConsultation(id: $id, revision: 1) { __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
  const amend = 'mutation ($input: AmendInput!) { amend(input: $input) { __typename ... on AmendmentSaved { amendment { id } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
  const articles = [{ id: 'a1', label: 'Άρθρο 1', title: 'Φύτευση', body: 'Κάθε πεζοδρόμιο φυτεύεται.', isPreamble: false }];
  const ids = await Promise.all((['public', 'wait'] as const).map(async (admission) => {
    const consultation = { title: { el: `Κανονισμός πρασίνου (${admission})`, en: '' }, summary: { el: 'Τι φυτεύουμε, πού και ποιος το ποτίζει το καλοκαίρι.', en: '' }, departmentId: olga.departmentId, districtIds: [], links: [], closesAt: inDays(9), admission, articles };
    const id = newId();
    await act(official, save, { id, input: consultation }, 'ConsultationSaved');
    await act(official, publish, { id }, 'ConsultationSaved');
    const word = admission === 'wait' ? `${privateWord} ` : '';
    const input = { consultationId: id, articleId: 'a1', isRemoval: false, text: `Κάθε πεζοδρόμιο ${word}φυτεύεται με ελιές.`, reason: `Οι ελιές ${word}αντέχουν τη ζέστη.`, nonce: newId() };
    return (await act<{ amendment: { id: string } }>(her, amend, { input }, 'AmendmentSaved')).amendment.id;
  }));
  return { amended: ids[0] ?? '', amendedWaiting: ids[1] ?? '' };
}

/**
 * Anna keeps a draft and promotes what people sign, and signs it; Olga admits it, counts a sheet, and opens the list of who signed. No register vouches for Anna, whose person is her account here: so what
 * she wrote is put where it stands, and its ballot asks for no papers.
 */
async function promoting(city: TestCity, { anna: her, olga: official }: People) {
  const saved = '{ __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } }';
  const kind = { name: { el: 'Συζήτηση', en: '' }, about: { el: 'Το συμβούλιο συζητά.', en: '' }, follows: { el: 'Συζητιέται σε 60 μέρες.', en: '' }, needed: 1, days: 30, promoters: 1, minimumAge: null, scope: 'city', checkDays: 10, answerDays: 60, keepMonths: 6, isRetired: false };
  await act(official, `mutation ($input: InitiativeKindInput!) { saveInitiativeKind(id: "debate", input: $input) ${saved} }`, { input: kind }, 'InitiativeKindSaved');
  const initiatives = city.get<Model<object>>(getModelToken('Initiative'));
  const [draft, signed] = [newInitiativeId(), newInitiativeId()];
  const now = new Date();
  const text = { title: 'Σκιά στις παιδικές χαρές', text: 'Ζητούμε σκιά σε κάθε παιδική χαρά ως τον Μάιο.', why: 'Το καλοκαίρι καίνε.' };
  const record = { ...text, asks: { kindId: 'debate', ...kind }, categoryId: 'green', authorId: her.citizen.id, promoters: [{ citizenId: her.citizen.id, at: now }], digest: digest(text.text), revision: 1, createdAt: now, touchedAt: now, submittedAt: now };
  await initiatives.create([{ ...record, _id: draft, stage: 'draft', text: `Ζητούμε ${privateWord} σκιά.`, submittedAt: null }, { ...record, _id: signed, stage: 'submitted' }]);
  await city.get(Ballots).open({ id: `initiative:${signed}`, subject: { kind: 'initiative', id: signed }, kind: 'initiative', questions: supportQuestions, closesAt: inDays(30) });
  await act(official, `mutation ($input: DecideInitiativeInput!) { decideInitiative(input: $input) ${saved} }`, { input: { id: signed, admit: true, grounds: [], words: '' } }, 'InitiativeSaved');
  const input = { initiativeId: signed, digest: record.digest, fullName: anna.name, showsName: true, nonce: newId() };
  await act(her, `mutation ($input: SignInitiativeInput!) { signInitiative(input: $input) ${saved} }`, { input }, 'VoteCast');
  await act(official, `mutation ($id: ID!) { enterSheet(initiativeId: $id, number: 1, valid: 4) ${saved} }`, { id: signed }, 'SheetKept');
  // What is opened is a list that was made at the end; here it is made at once.
  await initiatives.updateOne({ _id: signed }, { $set: { list: { made: 1, at: now, keptUntil: inDays(30), openings: [] } } });
  await act(official, 'mutation ($id: ID!) { openCheckList(id: $id) { __typename ... on NotAllowed { reason } } }', { id: signed }, 'CheckListOpened');
  return { initiativeDraft: draft, initiative: signed };
}

/** Anna asks the city two things, one of which waits for a moderator; Olga answers the other, and for her department asks, hears Anna and concludes; Anna says whether that is fair. */
async function debating(city: TestCity, { anna: her, olga: official, petros: moderator }: People) {
  const saved = '{ __typename ... on DebateSaved { debate { id } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } ... on NotFound { reason } }';
  const asked = { title: 'Να μείνει ανοιχτός ο κήπος το βράδυ;', text: 'Το καλοκαίρι μόνο το βράδυ κάθεται κανείς έξω. Τι θα άλλαζε;', categoryId: 'green', districtId: null, days: 30, asDepartment: false };
  const open = `mutation ($id: ID!, $input: DebateInput!) { openDebate(id: $id, input: $input) ${saved} }`;
  const [shown, waiting, ofDepartment] = [newId().toLowerCase(), newId().toLowerCase(), newId().toLowerCase()];
  await act(her, open, { id: shown, input: asked }, 'DebateSaved');
  await act(her, open, { id: waiting, input: { ...asked, text: `${asked.text} ${privateWord}` } }, 'DebateSaved');
  await act(official, open, { id: ofDepartment, input: { ...asked, asDepartment: true } }, 'DebateSaved');
  await city.get(Events).publish('moderation.decided', { item: { kind: 'debate', id: shown }, decision: 'approved', rule: null, reason: '', caseId: moderator.citizen.id, at: new Date() });
  await act(official, `mutation ($id: ID!, $text: String!) { answerDebate(id: $id, text: $text) ${saved} }`, { id: shown, text: 'Ο κήπος θα κλείνει στις έντεκα από τον Ιούνιο.' }, 'DebateSaved');
  const comment = { subject: { kind: 'debate', id: ofDepartment }, alignment: 'FOR', text: 'Ναι, αλλά με φύλακα.', nonce: newId() };
  const { comment: { id: heard } } = await act<{ comment: { id: string } }>(her, 'mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename ... on CommentSaved { comment { id } } ... on NotAllowed { reason } } }', { input: comment }, 'CommentSaved');
  await eventually('she took part', async () => (await city.graph<{ debate: { people: number } }>('query ($id: ID!) { debate(id: $id) { people } }', { id: ofDepartment })).data.debate.people === 1);
  await act(official, `mutation ($id: ID!, $input: ConcludeDebateInput!) { concludeDebate(id: $id, input: $input) ${saved} }`, { id: ofDepartment, input: { text: 'Ο κήπος μένει ανοιχτός ως τις έντεκα, με φύλακα.', heard: [heard] } }, 'DebateSaved');
  await act(her, `mutation ($id: ID!) { sayFairness(debateId: $id, fairness: yes) ${saved} }`, { id: ofDepartment }, 'DebateSaved');
}

/** Anna wants the city's letters, and Olga sends one. */
async function sendingLetters(city: TestCity, { anna: her, olga: official }: People): Promise<void> {
  await act(her, 'mutation { setNewsletterWish(wants: true, categoryIds: []) { __typename } }', {}, 'NewsletterWish');
  const input = { title: { el: 'Τα νέα του μήνα', en: '' }, text: { el: 'Φυτεύουμε πενήντα ελιές στις πλατείες.', en: '' }, paths: [], districtIds: [], categoryIds: [] };
  const id = newId();
  await act(official, 'mutation ($id: ID!, $input: NewsletterInput!) { saveNewsletter(id: $id, input: $input) { __typename } }', { id, input }, 'NewsletterSaved');
  await act(official, 'mutation ($id: ID!) { sendNewsletter(id: $id, revision: 1) { __typename } }', { id }, 'NewsletterSaved');
  const copies = city.get<Model<{ letterId: string; state: string }>>(getModelToken('NewsletterCopy'));
  await eventually('the letter is out', async () => (await copies.countDocuments({ letterId: id, state: 'sent' })) === 1);
}

/** Olga asks what people think; Anna answers, and writes what a moderator reads first. */
async function asking({ anna: her, olga: official }: People) {
  const save = 'mutation ($id: ID!, $input: SurveyInput!) { saveSurvey(id: $id, input: $input) { __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
  const publish = 'mutation ($id: ID!) { publishSurvey(id: $id, revision: 1) { __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
  const answer = 'mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) { __typename ... on Invalid { problems { field code } } } }';
  const empty = { el: '', en: '' };
  const question = { text: { el: 'Τι να φυτέψουμε;', en: '' }, hint: empty, isRequired: false, hasNoOpinion: false };
  const options = ['Ελιές', 'Λεμονιές'].map((el, at) => ({ id: `o${at + 1}`, text: { el, en: '' }, isOther: false }));
  const survey = {
    title: { el: 'Τι θέλεις στο πεζοδρόμιό σου;', en: '' }, purpose: { el: 'Φυτεύουμε τον χειμώνα και θέλουμε να ξέρουμε τι προτιμάς.', en: '' }, use: { el: 'Με τις απαντήσεις παραγγέλνουμε δέντρα.', en: '' },
    departmentId: olga.departmentId, districtIds: [], verified: false, closesAt: inDays(9), isLive: true, publishesWords: true,
    sections: [{ id: 's1', title: empty, note: empty, questions: [{ ...question, id: 'q1', form: 'single', options }, { ...question, id: 'q2', form: 'words', options: [] }] }],
  };
  const id = newId();
  await act(official, save, { id, input: survey }, 'SurveySaved');
  await act(official, publish, { id }, 'SurveySaved');
  const input = { surveyId: id, answers: [{ questionId: 'q1', optionId: 'o1' }], words: [{ questionId: 'q2', text: `Κάτι που ${privateWord} να αντέχει.` }], nonce: newId() };
  await act(her, answer, { input }, 'SurveyAnswered');
}

/** Olga calls people to three panels: one stays open, of one she enters the numbers, of one a colleague does so too. Anna is on each list, and has a seat. */
async function drawing(city: TestCity, { anna: her, vasilis: other, olga: official, petros }: People): Promise<void> {
  const saved = '{ __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } }';
  const both = (el: string) => ({ el, en: '' });
  const input = {
    title: both('Πού θα φυτέψουμε πρώτα;'), text: both('Λίγοι κάτοικοι, τρία Σάββατα, ένα ερώτημα: από πού αρχίζουμε.'), departmentId: olga.departmentId, districtIds: [], seats: 5, balance: [], source: both('Οι αριθμοί της κλήρωσης της Πέμπτης.'),
    closesAt: inDays(9), drawsAt: inDays(11), answerDays: 7,
  };
  const panels = city.get<Model<object>>(getModelToken('Panel'));
  const offers = city.get<Model<object>>(getModelToken('Offer'));
  for (const entering of [[], [official], [official, petros]]) {
    const id = newId();
    await act(official, `mutation ($id: ID!, $input: PanelInput!) { savePanel(id: $id, input: $input) ${saved} }`, { id, input }, 'PanelSaved');
    await act(official, `mutation ($id: ID!) { publishPanel(id: $id, revision: 1) ${saved} }`, { id }, 'PanelSaved');
    // No register vouches for the people of this story.
    await offers.create([her, other].map(({ citizen }, at) => ({ _id: offerKey(id, citizen.personId), panelId: id, citizenId: citizen.id, ticket: `ticket-${at}`, cell: 'all', state: 'offered', offeredAt: new Date() })));
    await panels.updateOne({ _id: id }, { $set: { offers: 2, ...(entering.length > 0 && { closesAt: inDays(-2), drawsAt: inDays(-1) }) } });
    await city.get(Lot).goOn();
    for (const who of entering) await act(who, `mutation ($id: ID!) { enterPanelNumbers(id: $id, numbers: "4 11 23") ${saved} }`, { id }, 'PanelNumbersEntered');
    if (entering.length === 2) await act(her, 'mutation ($id: ID!) { answerSeat(id: $id, accepts: true, showsName: true) { __typename ... on NotAllowed { reason } } }', { id }, 'PanelSaved');
  }
}

/** Olga calls two meetings, writes down what the hall asks, answers it and asks the hall; Anna comes with a need, asks what everybody reads, and what a moderator reads first. */
async function meeting({ anna: her, olga: official }: People) {
  const saved = '{ __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } }';
  const both = (el: string) => ({ el, en: '' });
  const input = (questions: string) => ({
    kind: 'assembly', title: both('Συνέλευση για το λιμάνι'), text: both('Συζητάμε τι αλλάζει στο λιμάνι.'), departmentId: olga.departmentId, districtIds: [], venue: { address: both('Δημοτικό θέατρο'), isStepFree: true, hasHearingLoop: false, hasSignLanguage: false }, joinUrl: '',
    startsAt: inDays(1 / 24), endsAt: inDays(1 / 8), items: [], room: { questions, perPerson: 2, answerDays: 20, hasOpinions: false },
  });
  const ask = (who: SignedIn, meetingId: string, text: string, isFromHall = false) =>
    act<{ question: { id: string } }>(who, 'mutation ($input: AskAtMeetingInput!) { askAtMeeting(input: $input) { __typename ... on MeetingQuestionSaved { question { id } } ... on NotAllowed { reason } } }', { input: { meetingId, text, isFromHall, nonce: newId() } }, 'MeetingQuestionSaved');
  const ids = ['public', 'wait'].map((questions) => ({ id: newId(), questions }));
  for (const { id, questions } of ids) {
    await act(official, `mutation ($id: ID!, $input: MeetingInput!) { saveMeeting(id: $id, input: $input) ${saved} }`, { id, input: input(questions) }, 'MeetingSaved');
    await act(official, `mutation ($id: ID!) { announceMeeting(id: $id, revision: 1) ${saved} }`, { id }, 'MeetingSaved');
    await act(official, `mutation ($id: ID!) { openMeeting(id: $id) ${saved} }`, { id }, 'MeetingSaved');
    await act(her, `mutation ($id: ID!, $needs: String!) { registerForMeeting(id: $id, needs: $needs) ${saved} }`, { id, needs: `Θα ήθελα ${privateWord} να καθίσω μπροστά.` }, 'MeetingSaved');
    await ask(her, id, questions === 'wait' ? `Πότε ${privateWord} αρχίζουν τα έργα;` : 'Πότε αρχίζουν τα έργα στο λιμάνι;');
  }
  const [{ id } = { id: '' }] = ids;
  const { question: said } = await ask(official, id, 'Ποιος πληρώνει τα έργα;', true);
  await act(official, `mutation ($id: ID!) { answerMeetingQuestion(id: $id, text: "Ο δήμος.") ${saved} }`, { id: said.id }, 'MeetingQuestionSaved');
  const poll = { id: newId(), meetingId: id, question: both('Τι λείπει περισσότερο;'), options: [both('Σκιά'), both('Καθίσματα')], isLive: false, minutes: 5 };
  await act(official, `mutation ($input: MeetingPollInput!) { askMeetingPoll(input: $input) ${saved} }`, { input: poll }, 'MeetingPollSaved');
}

/** Olga calls for volunteers twice, and Anna offers herself; she proposes two calls, of which Olga takes one on and declines the other. */
async function volunteering({ anna: her, olga: official }: People) {
  const saved = '{ __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } }';
  const input = (title: string, text = 'Μαζί καθαρίζουμε το λιμάνι πριν από το καλοκαίρι.') => ({
    title: { el: title, en: '' }, text: { el: text, en: '' }, departmentId: olga.departmentId, categoryId: 'green', districtId: 'limani', place: { label: 'Στην προβλήτα' }, responsible: 'Η υπηρεσία, 27410 00000',
    shifts: [{ id: newId(), task: 'Μαζεύουμε πλαστικά', bring: '', startsAt: inDays(2), endsAt: inDays(2.1), minimum: 1, places: 3, isStepFree: true, isForChildren: false }],
  });
  for (const title of ['Καθαρίζουμε το λιμάνι', 'Βάφουμε τα παγκάκια']) {
    const id = newId();
    const call = input(title);
    await act(official, `mutation ($id: ID!, $input: VolunteerCallInput!) { saveVolunteerCall(id: $id, input: $input) ${saved} }`, { id, input: call }, 'VolunteerCallSaved');
    await act(official, `mutation ($id: ID!) { publishVolunteerCall(id: $id, revision: 1) ${saved} }`, { id }, 'VolunteerCallSaved');
    await act(her, `mutation ($id: ID!) { offerVolunteering(shiftId: $id, isNamed: true) { __typename ... on NotAllowed { reason } } }`, { id: `${id}.${call.shifts[0]?.id ?? ''}` }, 'VolunteerCallSaved');
  }
  const [taken, declined] = [newId(), newId()];
  const propose = (id: string, call: object) => act(her, `mutation ($id: ID!, $input: VolunteerCallInput!) { proposeVolunteerCall(id: $id, input: $input) ${saved} }`, { id, input: call }, 'VolunteerCallSaved');
  await propose(taken, input('Φυτεύουμε δέντρα στο λιμάνι'));
  await propose(declined, input('Κάτι για την αυλή μου', `Θα ήθελα ${privateWord} να έρθετε στην αυλή μου.`));
  await act(official, `mutation ($id: ID!) { acceptVolunteerCall(id: $id, revision: 1, responsible: "Η υπηρεσία") ${saved} }`, { id: taken }, 'VolunteerCallSaved');
  await act(official, `mutation ($id: ID!) { declineVolunteerCall(id: $id, revision: 1, reason: "Είναι ιδιωτικός χώρος.") ${saved} }`, { id: declined }, 'VolunteerCallSaved');
}

/** Anna reports what everybody reads, what only a department reads and what a moderator reads first; Olga says that the first is done, and Anna that it is not. */
async function reporting({ anna: her, olga: official }: People) {
  const submit = 'mutation ($input: ServiceRequestInput!, $nonce: ID!) { submitRequest(input: $input, nonce: $nonce) { __typename ... on RequestSubmitted { request { id revision } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }';
  const text = `Το κλαδί ${privateWord} κρέμεται.`;
  const send = async (serviceId: string, answers: object[] = []) => {
    const input = { serviceId, text, place: { label: 'Σαλαμίνος 12', lat: 37.944, lng: 23.03 }, answers, pictures: [], isNamed: true };
    return (await act<{ request: { id: string; revision: number } }>(her, submit, { input, nonce: newId() }, 'RequestSubmitted')).request;
  };
  const [tree, noise, wall] = [await send('tree'), await send('noise', [{ questionId: 'when', values: [`Τα βράδια ${privateWord}`] }]), await send('graffiti')];
  await act(official, 'mutation ($id: ID!) { takeRequest(id: $id, take: true) { __typename ... on NotAllowed { reason } } }', { id: tree.id }, 'RequestChanged');
  await act(official, 'mutation ($id: ID!) { noteOnRequest(id: $id, text: "Να πάει το συνεργείο με σκάλα.") { __typename } }', { id: tree.id }, 'RequestChanged');
  const { data } = await official.graph<{ request: { revision: number } }>('query ($id: ID!) { request(id: $id) { revision } }', { id: tree.id });
  const done = { step: 'fixed', text: 'Το κλαδί κόπηκε την ίδια ημέρα.', pictures: [] };
  await act(official, 'mutation ($seen: RequestSeenInput!, $input: RequestStepInput!) { stepRequest(seen: $seen, input: $input) { __typename ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }', { seen: { id: tree.id, revision: data.request.revision }, input: done }, 'RequestChanged');
  await act(her, 'mutation ($id: ID!, $text: String!) { sayWhetherFixed(id: $id, isFixed: false, text: $text, pictures: []) { __typename ... on NotAllowed { reason } } }', { id: tree.id, text: `Κρέμεται ${privateWord} ακόμη ένα.` }, 'RequestChanged');
  const caller = { input: { serviceId: 'tree', text: 'Ξερό πεύκο.', place: { label: 'Ερμού 3' }, districtId: 'kentro', answers: [], pictures: [], isNamed: false }, channel: 'phone', contact: { name: 'Κάποιος', phone: '', email: '' }, nonce: newId() };
  await act(official, 'mutation ($input: ServiceRequestInput!, $channel: RequestChannel!, $contact: RequestContactInput!, $nonce: ID!) { enterRequest(input: $input, channel: $channel, contact: $contact, nonce: $nonce) { __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }', caller, 'RequestSubmitted');
  return { tree: tree.id, noise: noise.id, wall: wall.id };
}

/** Anna invites Vasilis to merge, says no to his own invitation and to a question about what others merged; Olga suggests a merge to two. */
async function merging(city: TestCity, { anna: her, vasilis, olga: official, petros }: People) {
  const text = 'Οι στάσεις δεν έχουν ούτε κάθισμα ούτε σκιά, και περιμένουμε όρθιοι μισή ώρα.';
  const [mine, one, other, third] = [
    await submitted(her, { title: 'Παγκάκια στις στάσεις των λεωφορείων', text }), await submitted(vasilis, { title: 'Στέγαστρα στις στάσεις', text }),
    await submitted(vasilis, { title: 'Καθίσματα στις στάσεις της παραλίας', text }), await submitted(petros, { title: 'Σκιά στις στάσεις των λεωφορείων', text }),
  ];
  const kept = '{ __typename ... on MergeInvited { invitation { id } } ... on Invalid { problems { field code } } ... on NotAllowed { reason } ... on NotFound { reason } }';
  const invite = async (who: SignedIn, from: string, to: string, message: string) => {
    const input = { id: crypto.randomUUID(), mine: from, other: to, side: 'PART', message, addition: '' };
    return (await act<{ invitation: { id: string } }>(who, `mutation ($input: InviteToMergeInput!) { inviteToMerge(input: $input) ${kept} }`, { input }, 'MergeInvited')).invitation.id;
  };
  const answer = (who: SignedIn, input: object) => act(who, 'mutation ($input: AnswerMergeInput!) { answerMerge(input: $input) { __typename ... on Invalid { problems { field code } } ... on NotAllowed { reason } } }', { input: { revision: 1, ...input } }, 'MergeAnswered');
  await invite(her, mine, one, `Ταιριάζουν ${privateWord} οι δύο.`);
  await answer(her, { id: await invite(vasilis, other, mine, 'Να ενωθούν;'), accept: false, reply: `Όχι, η δική μου ${privateWord} λέει άλλα.` });
  await answer(vasilis, { id: await invite(petros, third, one, 'Λέμε το ίδιο.'), accept: true });
  await act(her, 'mutation ($id: ID!) { closeMergeQuestion(proposalId: $id) { __typename } }', { id: third }, 'MergeQuestionClosed');
  const suggested = { id: crypto.randomUUID(), part: other, whole: mine, message: 'Οι δύο μοιάζουν.' };
  await act(official, 'mutation ($input: SuggestMergeInput!) { suggestMerge(input: $input) { __typename ... on NotAllowed { reason } ... on NotFound { reason } } }', { input: suggested }, 'MergeSuggested');
  const book = city.get<Connection>(getConnectionToken()).collection<{ _id: string }>('moderation-contributions');
  await eventually('the moderators’ book has her answer', async () => (await book.countDocuments({ _id: { $regex: '^merge-message:' } })) >= 5);
}

const castVote = 'mutation ($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!, $sealed: String) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce, sealed: $sealed) { __typename ... on Invalid { problems { field code } } } }';

/** A support, one that is taken back, a secret vote that is changed, two sealed ones that are replaced of which one box is opened, one at the desk. */
async function voting(city: TestCity, { anna: her, vasilis, olga: official, petros }: People, { published, his }: Awaited<ReturnType<typeof writing>>) {
  const cast = (who: SignedIn, ballotId: string, answers: object[], sealed?: string) => act(who, castVote, { ballotId, answers, nonce: newId(), sealed }, 'VoteCast');
  const support = [{ questionId: 'support', optionId: 'yes' }];
  await cast(her, `proposal:${his}`, support);
  await cast(vasilis, `proposal:${his}`, support);
  await cast(her, `proposal:${published}`, support);
  await cast(her, `proposal:${published}`, []);
  const ballots = city.get(Ballots);
  const [secret, desk, open, opened] = [`poll:${newId()}`, `poll:${newId()}`, `poll:${newId()}`, `poll:${newId()}`];
  const poll = (id: string) => ({ id, subject: { kind: 'proposal', id: his }, kind: 'poll' as const, questions: question });
  await ballots.openMany([poll(secret), { ...poll(desk), channels: ['paper'] }]);
  for (const optionId of ['a', 'b']) await cast(her, secret, [{ questionId: 'q', optionId }]);
  await cast(vasilis, secret, [{ questionId: 'q', optionId: 'a' }]);
  for (const who of [official, petros]) {
    const input = { ballotId: desk, channel: 'paper', slip: '17', email: anna.email, answers: [{ questionId: 'q', optionId: 'a' }] };
    await act(who, 'mutation ($input: EnterBallotInput!) { enterBallot(input: $input) { __typename ... on Invalid { problems { field code } } } }', { input }, 'EntryKept');
  }
  const key = await newBoxKey(open);
  for (const id of [open, opened]) {
    await ballots.open({ ...poll(id), secrecy: 'sealed', closesAt: inDays(1), isDemoBox: id === opened });
    if (id === open) await trustees(key, id, [official, petros, vasilis], petros);
    const publicKey = await keyOf(city, id);
    for (const who of [her, her, vasilis]) await cast(who, id, [], await seal({ ballotId: id, publicKey }, padded(['q:a'], paperSize(question))));
  }
  await ballots.close(opened);
  await eventually('the box is opened', async () => (await city.graph<{ ballot: { box: { state: string } } }>('query ($id: ID!) { ballot(id: $id) { box { state } } }', { id: opened })).data.ballot.box.state === 'opened', 30_000);
  return { secret, desk, open, opened, shares: key.shares };
}

async function trustees(key: NewBoxKey, ballotId: string, people: SignedIn[], administrator: SignedIn): Promise<void> {
  const kept = people.map(({ citizen }, at) => ({ citizenId: citizen.id, digest: key.digests[at] ?? '' }));
  await act(administrator, 'mutation ($ballotId: ID!, $publicKey: String!, $trustees: [TrusteeInput!]!) { setBoxKey(ballotId: $ballotId, publicKey: $publicKey, trustees: $trustees) { __typename ... on Invalid { problems { field } } } }', { ballotId, publicKey: key.publicKey, trustees: kept }, 'BoxKeySet');
}

const keyOf = async (city: TestCity, id: string) => (await city.graph<{ ballot: { box: { publicKey: string } } }>('query ($id: ID!) { ballot(id: $id) { box { publicKey } } }', { id })).data.ballot.box.publicKey;

/** Evaluations, follows, wishes, keys, webhooks, letters. */
async function around(city: TestCity, { anna: her, vasilis, olga: official }: People, { published, his }: Awaited<ReturnType<typeof writing>>) {
  const { data } = await city.graph<{ decisions: { items: { id: string; subject: string; versionId: string }[] } }>('{ decisions(first: 10) { items { id subject versionId } } }');
  const [bench, bill] = ['παγκακιών', 'λογαριασμού'].map((word) => data.decisions.items.find(({ subject }) => subject.includes(word)));
  const evaluate = 'mutation ($id: ID!, $version: String!, $answers: [EvaluationAnswerInput!]!, $nonce: String!, $change: String) { evaluate(decisionId: $id, versionId: $version, answers: $answers, nonce: $nonce, change: $change, concern: { concerns: "yes", how: ["lives"] }) { __typename ... on Invalid { problems { field code } } } }';
  const answers = criteria.map((criterionId) => ({ criterionId, optionId: '4' }));
  await act(official, 'mutation ($id: ID!) { requestEvaluation(decisionId: $id) { __typename ... on NotAllowed { reason } } }', { id: bench?.id }).catch(() => undefined);
  await act(her, evaluate, { id: bench?.id, version: bench?.versionId, answers, nonce: newId(), change: `Να αλλάξει ${privateWord} η θέση τους.` }, 'Evaluated');
  await act(vasilis, evaluate, { id: bench?.id, version: bench?.versionId, answers, nonce: newId() }, 'Evaluated');
  await act(her, 'mutation ($id: ID!) { requestEvaluation(decisionId: $id) { __typename ... on NotAllowed { reason } } }', { id: bill?.id }, 'EvaluationRequested');
  const reply = { subject: { kind: 'decision', id: bench?.id }, round: 1, said: 'Πολλοί είπατε ότι τα παγκάκια μπήκαν σε λάθος μέρος.', did: 'Μετακινούμε τα δύο που είπατε στη σκιά.', nonce: newId() };
  await act(official, 'mutation ($input: ReplyInput!) { reply(input: $input) { __typename ... on NotAllowed { reason } ... on Invalid { problems { field code } } } }', { input: reply }, 'ReplySaved');
  await act(official, 'mutation ($input: DecisionInput!) { enterDecision(input: $input) { __typename } }', { input: { number: '4/2026', subject: 'Νέα παγκάκια στο άλσος', type: 'Α.2', issued: '2026-01-05', status: 'PUBLISHED' } }, 'DecisionEntered');
  await act(her, 'mutation ($s: SubjectInput!) { follow(subject: $s) { __typename } }', { s: { kind: 'proposal', id: his } });
  await act(her, 'mutation ($s: SubjectInput!) { unfollow(subject: $s) { __typename } }', { s: { kind: 'proposal', id: published } });
  await act(her, 'mutation ($s: SubjectInput!) { follow(subject: $s) { __typename } }', { s: { kind: 'district', id: her.citizen.districtId ?? 'kentro' } }, 'FollowState');
  await her.graph('mutation { setMailWishes(mail: true) { mail } }');
  const browser = { endpoint: 'https://push.example.org/annabella', p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: randomBytes(16).toString('base64url'), name: 'Firefox, Android' };
  await act(her, 'mutation ($input: DeviceInput!) { addDevice(input: $input) { __typename ... on Invalid { problems { field code } } } }', { input: browser }, 'DeviceAdded');
  await her.graph('mutation { setPushKinds(kinds: [own]) { kinds } }');
  await act(her, 'mutation ($name: String!) { createApiKey(name: $name) { __typename } }', { name: `Κλειδί ${privateWord}` }, 'ApiKeyMade');
  await act(her, 'mutation ($input: WebhookInput!) { createWebhook(input: $input) { __typename ... on Invalid { problems { field code } } } }', { input: { url: 'https://annabella.example.org/hook', events: ['proposal.published'] } }, 'WebhookMade');
  await city.graph('mutation ($email: String!) { requestPasswordReset(email: $email) { __typename } }', { email: anna.email });
}
