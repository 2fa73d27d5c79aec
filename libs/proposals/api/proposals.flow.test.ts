import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CommentsModule } from '@isegoria/comments/api';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Clock, eventually, Events, matching, startCity, Subjects, type TestCity, Unheard } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import type { AnswerProposalResult, EditProposalResult, Proposal, ProposalPage, SaveDraftResult, SimilarProposal, SubmitProposalResult, WithdrawProposalResult } from '@isegoria/proposals/contracts';
import { Ballots, Votes, VotesModule } from '@isegoria/votes/api';
import { FollowThrough } from './told/follow-through';
import { ballotOf } from './proposal-ballot';
import { Proposal as ProposalRecord } from './proposal.schema';
import { aDraftId, aWish } from './proposals.builders';
import { ProposalsModule } from './proposals.module';

const saveDraft = `mutation ($id: ID, $input: ProposalInput!) { saveDraft(id: $id, input: $input) {
  __typename ... on DraftSaved { id } ... on Invalid { problems { field code limit } } ... on NotFound { reason } ... on NotAllowed { reason } } }`;
const saveVersion = `mutation ($id: ID, $input: ProposalInput!, $version: DraftVersionInput) { saveDraft(id: $id, input: $input, version: $version) {
  __typename ... on DraftOvertaken { proposal { title draftVersion } } ... on Invalid { problems { field } } ... on NotAllowed { reason } } }`;
const submit = `mutation ($id: ID!) { submitProposal(id: $id) {
  __typename ... on ProposalSubmitted { waits proposal { id status title } } ... on Invalid { problems { field code } } ... on NotFound { reason } ... on NotAllowed { reason } } }`;
const edit = `mutation ($id: ID!, $input: ProposalInput!) { editProposal(id: $id, input: $input) {
  __typename ... on ProposalEdited { waits proposal { title status } } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const withdraw = `mutation ($id: ID!, $reason: String!) { withdrawProposal(id: $id, reason: $reason) {
  __typename ... on ProposalWithdrawn { proposal { status withdrawal } } ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const answer = `mutation ($id: ID!, $input: AnswerInput!) { answerProposal(id: $id, input: $input) {
  __typename ... on ProposalAnswered { proposal { status answer { status text nextStep department { id } } timeline { name } } }
  ... on NotAllowed { reason } ... on NotFound { reason } ... on Invalid { problems { field code } } } }`;
const read = `query ($id: ID!) { proposal(id: $id) { id title text html status supports argumentsFor mine canEdit canAnswer author { name } category { name { el } } answerDueAt
  remark { rule reason } place { label lat } pictures { id } } }`;
const list = `query ($filter: ProposalFilter, $sort: ProposalSort, $first: Int, $after: String) { proposals(filter: $filter, sort: $sort, first: $first, after: $after) {
  total next items { id title supports status } } }`;
const similar = `query ($title: String!, $text: String) { similarProposals(title: $title, text: $text) { score proposal { id title } } }`;

const accepted = { status: 'ACCEPTED', text: 'Η υπηρεσία δέχεται την πρόταση και την εντάσσει στο πρόγραμμα του φθινοπώρου.', nextStep: 'Δημοπράτηση', nextStepAt: new Date(Date.now() + 30 * 86_400_000).toISOString() };

describe('a proposal, from the first word to the answer', () => {
  let city: TestCity;
  let maria: SignedIn;
  let nikos: SignedIn;
  let official: SignedIn;

  beforeAll(async () => {
    city = await startCity([ProposalsModule, ProcessesModule, OrganisationModule, VotesModule, CommentsModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    [maria, nikos, official] = await Promise.all([signedIn(city), signedIn(city, { name: 'Νίκος' }), signedIn(city, { name: 'Υπηρεσία', roles: ['official'], departmentId: 'environment' })]);
  }, 90_000);
  afterAll(() => city.stop());

  const drafted = async (who: SignedIn, input = aWish()): Promise<string> => {
    const id = aDraftId();
    const { data, errors } = await who.graph<{ saveDraft: SaveDraftResult }>(saveDraft, { id, input });
    expect(errors).toBeUndefined();
    expect(data.saveDraft.__typename).toBe('DraftSaved');
    return id;
  };
  const published = async (who: SignedIn, input = aWish()): Promise<string> => {
    const id = await drafted(who, input);
    const { data, errors } = await who.graph<{ submitProposal: SubmitProposalResult }>(submit, { id });
    expect(errors).toBeUndefined();
    expect(data.submitProposal).toMatchObject({ __typename: 'ProposalSubmitted', waits: false });
    return id;
  };
  const readBy = async (who: SignedIn | null, id: string) => (await (who ?? city).graph<{ proposal: Proposal | null }>(read, { id })).data.proposal;

  it('keeps a draft that only its author sees, however often and at once it is saved', async () => {
    const id = aDraftId();
    await Promise.all(Array.from({ length: 10 }, () => maria.graph(saveDraft, { id, input: { title: 'Μια αρχή' } })));
    await maria.graph(saveDraft, { id, input: { title: 'Μια αρχή που προχωρά' } });
    expect(await readBy(maria, id)).toMatchObject({ title: 'Μια αρχή που προχωρά', status: 'DRAFT', mine: true });
    expect(await readBy(nikos, id)).toBeNull();
    expect(await readBy(null, id)).toBeNull();
  });

  it('keeps a newer draft though an older page saves too, and shows that page what stands now', async () => {
    const id = aDraftId();
    const save = async (title: string, version: object) => (await maria.graph<{ saveDraft: SaveDraftResult }>(saveVersion, { id, input: { title }, version })).data.saveDraft;
    expect(await save('Από το τηλέφωνο', { name: 'a1' })).toMatchObject({ __typename: 'DraftSaved' });
    expect(await save('Από το τηλέφωνο, ξανά', { name: 'a1' }), 'its answer was lost').toMatchObject({ __typename: 'DraftSaved' });
    expect(await save('Από το τηλέφωνο, πιο μετά', { name: 'a2', after: 'a1' })).toMatchObject({ __typename: 'DraftSaved' });
    const newer = { title: 'Από το τηλέφωνο, πιο μετά', draftVersion: 'a2' };
    for (const after of [null, 'a1']) expect(await save('Από τον υπολογιστή', { name: 'b1', after })).toEqual({ __typename: 'DraftOvertaken', proposal: newer });
    expect(await readBy(maria, id)).toMatchObject({ title: newer.title });
    const twice = await Promise.all(['c1', 'c2'].map((name) => save(name, { name, after: 'a2' })));
    expect(twice.map(({ __typename }) => __typename).sort(), 'of two at once one is told').toEqual(['DraftOvertaken', 'DraftSaved']);
    expect(await save('x', { name: '{"$ne":null}' })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'version' }] });
  });

  it('that was thrown away does not come back because another open page types on', async () => {
    const id = aDraftId();
    const save = async (version: object) => (await maria.graph<{ saveDraft: SaveDraftResult }>(saveVersion, { id, input: { title: 'Σκίαστρα' }, version })).data.saveDraft;
    expect(await save({ name: 'd1' })).toMatchObject({ __typename: 'DraftSaved' });
    await maria.graph('mutation ($id: ID!) { discardDraft(id: $id) { __typename } }', { id });
    expect(await save({ name: 'd2', after: 'd1' })).toEqual({ __typename: 'NotAllowed', reason: 'discarded' });
    expect(await readBy(maria, id)).toBeNull();
  });

  it('does not tell somebody else whether the draft exists', async () => {
    const id = await drafted(maria);
    const theirs = await nikos.graph<{ saveDraft: SaveDraftResult }>(saveDraft, { id, input: { title: 'Δικό μου τώρα' } });
    const none = await nikos.graph<{ submitProposal: SubmitProposalResult }>(submit, { id: aDraftId() });
    expect(theirs.data.saveDraft).toEqual({ __typename: 'NotFound', reason: 'proposal' });
    expect(none.data.submitProposal).toEqual({ __typename: 'NotFound', reason: 'proposal' });
    expect((await nikos.graph<{ submitProposal: SubmitProposalResult }>(submit, { id })).data.submitProposal).toEqual({ __typename: 'NotFound', reason: 'proposal' });
    expect(await (await fetch(`${city.url}/metrics`)).text()).toMatch(/isegoria_refusals_total\{reason="proposal.draft"\} [1-9]/);
  });

  it('is told what is missing before it is handed in, in the order of the form', async () => {
    const id = await drafted(maria, { title: 'Λίγα', text: '' });
    const { data } = await maria.graph<{ submitProposal: SubmitProposalResult }>(submit, { id });
    expect(data.submitProposal).toEqual({
      __typename: 'Invalid',
      problems: [{ field: 'title', code: 'too_short' }, { field: 'text', code: 'required' }, { field: 'category', code: 'invalid' }, { field: 'district', code: 'invalid' }].map((one) =>
        one.field === 'category' || one.field === 'district' ? { ...one, code: 'required' } : one,
      ),
    });
  });

  it('keeps the pin of a draft that has no words for the place yet, and asks for them before it is handed in', async () => {
    const id = await drafted(maria, aWish({ place: { label: ' ', lat: 37.9, lng: 23 } }));
    expect(await readBy(maria, id)).toMatchObject({ place: { label: '', lat: 37.9 } });
    const { data } = await maria.graph<{ submitProposal: SubmitProposalResult }>(submit, { id });
    expect(data.submitProposal).toEqual({ __typename: 'Invalid', problems: [{ field: 'place.label', code: 'required' }] });
  });

  it('is public at once where the phase says so, with a ballot, for everyone to read; pressed ten times, it is one', async () => {
    const id = await drafted(maria);
    const presses = await Promise.all(Array.from({ length: 10 }, () => maria.graph<{ submitProposal: SubmitProposalResult }>(submit, { id })));
    expect(presses.map(({ data }) => data.submitProposal.__typename)).toEqual(Array.from({ length: 10 }, () => 'ProposalSubmitted'));
    const proposal = await readBy(null, id);
    expect(proposal).toMatchObject({ status: 'OPEN', mine: false, canEdit: false, category: { name: { el: 'Πράσινο και σκιά' } }, place: { label: 'Οδός Σαλαμίνος 12' } });
    expect(proposal?.answerDueAt).toBeTruthy();
    expect(proposal?.html).not.toMatch(/<(script|img)/);
    expect(proposal?.title).toContain('<script>');
    const ballot = await city.graph<{ ballot: { isOpen: boolean } }>(`query ($id: ID!) { ballot(id: $id) { isOpen } }`, { id: `proposal:${id}` });
    expect(ballot.data.ballot.isOpen).toBe(true);
  });

  it('is asked for only where one is taken: the main process, one by its name, not one that is not there', async () => {
    const collects = async (processId?: string) => (await city.graph<{ collectsProposals: boolean }>('query ($id: ID) { collectsProposals(processId: $id) }', { id: processId })).data.collectsProposals;
    expect([await collects(), await collects('harbour'), await collects('nowhere')]).toEqual([true, true, false]);
  });

  it('waits for a moderator where the phase says so, and is public when they let it pass', async () => {
    const input = aWish({ title: 'Αναβάθμιση της παλιάς προβλήτας', district: 'limani', processId: 'harbour' });
    const id = await drafted(maria, input);
    const { data } = await maria.graph<{ submitProposal: SubmitProposalResult }>(submit, { id });
    expect(data.submitProposal).toMatchObject({ waits: true, proposal: { status: 'WAITING' } });
    expect(await readBy(nikos, id)).toBeNull();
    await decide(id, 'approved');
    expect(await readBy(nikos, id)).toMatchObject({ status: 'OPEN' });
  });

  it('is told of as new, once, when it is public first: though it was corrected while it waited, and not when it is corrected later', async () => {
    const told: string[] = [];
    const named: string[][] = [];
    const from: (string | null | undefined)[] = [];
    city.get(Events).on('proposal.published', 'test', ({ id, requestIds, debateId }) => void (told.push(id), named.push(requestIds), from.push(debateId)));
    const input = aWish({ title: 'Φως στην παλιά προβλήτα', district: 'limani', processId: 'harbour', requestIds: ['1043', '1044', '1043'], debateId: 'shade' });
    const id = await drafted(maria, input);
    await maria.graph(submit, { id });
    const corrected = await maria.graph<{ editProposal: EditProposalResult }>(edit, { id, input: { ...input, title: 'Φως και πάγκοι στην παλιά προβλήτα', requestIds: ['9999'], debateId: 'another' } });
    expect(corrected.data.editProposal).toMatchObject({ waits: true });
    expect(told).toEqual([]);
    await decide(id, 'approved');
    expect(told).toEqual([id]);
    expect(named, 'the requests that it grew out of are those that were named when it was handed in').toEqual([['1043', '1044']]);
    expect(from, 'and the debate').toEqual(['shade']);
    const atOnce = await published(maria);
    await maria.graph(edit, { id: atOnce, input: aWish({ title: 'Παγκάκια και κάδοι στην πλατεία' }) });
    expect(told).toEqual([id, atOnce]);
  });

  it('is sent back with the reason, put right, and waits again', async () => {
    const id = await published(maria);
    await decide(id, 'returned');
    expect(await readBy(nikos, id)).toBeNull();
    expect(await readBy(maria, id)).toMatchObject({ status: 'RETURNED', canEdit: true, remark: { rule: 2, reason: 'Ονομάζει ιδιώτη.' } });
    const { data } = await maria.graph<{ editProposal: EditProposalResult }>(edit, { id, input: aWish({ title: 'Χωρίς ονόματα αυτή τη φορά' }) });
    expect(data.editProposal).toMatchObject({ __typename: 'ProposalEdited', waits: true, proposal: { status: 'WAITING', title: 'Χωρίς ονόματα αυτή τη φορά' } });
    await decide(id, 'approved');
    expect(await readBy(nikos, id)).toMatchObject({ status: 'OPEN', title: 'Χωρίς ονόματα αυτή τη φορά' });
  });

  it('shows the count of those who stand behind it, once each', async () => {
    const id = await published(maria);
    const vote = { ballotId: `proposal:${id}`, answers: [{ questionId: 'support', optionId: 'yes' }] };
    await city.get(Votes).castMany([maria, nikos, nikos].map(({ citizen }, at) => ({ ...vote, citizen, nonce: `nonce-${id}-${at}` })));
    await eventually('two are counted', async () => (await readBy(null, id))?.supports === 2);
  });

  it('hears how many argue for it, and shows it', async () => {
    const id = await published(maria);
    await city.get(Events).publish('comments.counted', { subject: { kind: 'proposal', id }, for: 3, against: 1, neutral: 0, total: 5 });
    expect(await readBy(null, id)).toMatchObject({ argumentsFor: 3 });
  });

  it('is found by its words in any form, and by what it is filtered for', async () => {
    const id = await published(maria, aWish({ title: 'Ποδηλατόδρομος ως την παραλία', category: 'mobility', district: 'ormos' }));
    const found = async (filter: object) => (await city.graph<{ proposals: ProposalPage }>(list, { filter, sort: 'NEWEST' })).data.proposals.items.map((one) => one.id);
    await eventually('the list has it', async () => (await found({ text: 'ΠΟΔΗΛΑΤΟΔΡΟΜΟΥΣ' })).includes(id));
    expect(await found({ text: 'ποδηλ', district: 'ormos' })).toContain(id);
    expect(await found({ category: 'mobility', district: 'ormos', status: 'OPEN' })).toContain(id);
    expect(await found({ category: 'digital' })).not.toContain(id);
    expect(await found({ status: 'DRAFT' })).toEqual([]);
    expect(await found({ text: 'και' })).toEqual([]);
  });

  it('is found by other slices and by the whole city, looked up by the index; a draft by nobody', async () => {
    const id = await published(maria, aWish({ title: 'Ανεμόμυλος στον λόφο' }));
    await drafted(maria, aWish({ title: 'Ανεμόμυλος στην παραλία' }));
    const found = async (words: string) => (await city.get(Subjects).findOf('proposal', words, 10)).map((card) => card.id);
    for (const words of ['ανεμόμυλοι', 'ΑΝΕΜΌΜΥΛΟΣ', 'λόφους με ανεμόμυλο', 'ανεμομ', 'λόφους ανε', 'ανε']) expect(await found(words), words).toEqual([id]);
    const proposals = city.get<Model<ProposalRecord>>(getModelToken(ProposalRecord.name));
    for (const begun of [false, true]) expect(JSON.stringify(await proposals.aggregate(matching('ανεμομ', { listed: true }, begun)).sort({ supports: -1, _id: -1 }).limit(7).explain()), String(begun)).toContain('"indexName":"listed_1_terms_1"');
  });

  it('is shown to who writes the same in other words', async () => {
    const id = await published(nikos, aWish({ title: 'Στειρώσεις και φροντίδα για τα αδέσποτα', text: 'Σύμβαση με κτηνιάτρους για διακόσιες στειρώσεις τον χρόνο.', category: 'social' }));
    const { data } = await maria.graph<{ similarProposals: SimilarProposal[] }>(similar, { title: 'ΤΑ ΑΔΕΣΠΟΤΑ ΣΚΥΛΙΑ', text: 'να τα στειρώσουμε με έναν κτηνίατρο' });
    expect(data.similarProposals[0]?.proposal.id).toBe(id);
    const other = await maria.graph<{ similarProposals: SimilarProposal[] }>(similar, { title: 'Μουσική στο λιμάνι', text: 'Μια συναυλία τον μήνα.' });
    expect(other.data.similarProposals.map(({ proposal }) => proposal.id)).not.toContain(id);
  });

  it('is answered by its own department alone, once, and its supporters are told', async () => {
    const id = await published(maria);
    const other = await signedIn(city, { roles: ['official'], departmentId: 'culture' });
    const by = async (who: SignedIn, input: object) => (await who.graph<{ answerProposal: AnswerProposalResult }>(answer, { id, input })).data?.answerProposal;
    expect(await by(other, accepted)).toEqual({ __typename: 'NotFound', reason: 'proposal' });
    expect((await maria.graph(answer, { id, input: accepted })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(await by(official, { status: 'ACCEPTED', text: accepted.text })).toMatchObject({ problems: [{ field: 'nextStep', code: 'required' }, { field: 'nextStepAt', code: 'required' }] });
    const nothing = await by(official, { status: 'ACCEPTED', text: '' });
    expect(nothing?.__typename === 'Invalid' && nothing.problems.map(({ field }) => field), 'all that is missing is said at once').toEqual(['text', 'nextStep', 'nextStepAt']);
    const twice = await Promise.all([by(official, accepted), by(official, accepted)]);
    expect(twice[0]).toMatchObject({ proposal: { status: 'ACCEPTED', answer: { nextStep: 'Δημοπράτηση', department: { id: 'environment' } } } });
    expect((await by(official, accepted))).toMatchObject({ proposal: { timeline: [{ name: 'created' }, { name: 'published' }, { name: 'answered' }] } });
    expect(await by(official, { status: 'UNDER_EVALUATION', text: accepted.text })).toEqual({ __typename: 'NotAllowed', reason: 'answer_backwards' });
    const told = `{ inbox(first: 5) { items { name } } }`;
    await eventually('the author was told', async () => JSON.stringify((await maria.graph(told)).data ?? {}).includes('proposals.answered_accepted'));
    const acts = `{ ledgerActs(first: 9) { items { act role outcome subject { id } path } } }`;
    const logged = await eventually('the answer stands in the ledger', async () => {
      const { items } = (await city.graph<{ ledgerActs: { items: object[] } }>(acts)).data.ledgerActs;
      return items.length > 0 && items;
    });
    expect(logged).toEqual([{ act: 'proposal.answered', role: 'official', outcome: 'ACCEPTED', subject: { id }, path: `/proposals/${id}` }]);
  });

  it('is followed to the day of its next step: the department sees that it went by, until it says what became of it', async () => {
    const id = await published(maria);
    const late = async (who: SignedIn) => (await who.graph<{ lateSteps: { items: { id: string }[] } }>('{ lateSteps { items { id } } }')).data.lateSteps.items.map((one) => one.id);
    await official.graph(answer, { id, input: accepted });
    expect(await late(official), 'its day is to come').not.toContain(id);
    const clock = vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(Date.parse(accepted.nextStepAt) + 2 * 86_400_000));
    expect(await late(official)).toContain(id);
    expect(await late(await signedIn(city, { roles: ['official'], departmentId: 'culture' }))).not.toContain(id);
    await official.graph(answer, { id, input: { status: 'IMPLEMENTED', text: 'Τα δέντρα φυτεύτηκαν, ο δρόμος έχει σκιά.' } });
    expect(await late(official)).not.toContain(id);
    clock.mockRestore();
    expect((await maria.graph('{ lateSteps { total } }')).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('has its answer told, and in the ledger, though the process died that wrote it', async () => {
    const id = await published(maria);
    const dies = vi.spyOn(city.get(Events), 'publish').mockRejectedValueOnce(new Error('killed'));
    await official.graph(answer, { id, input: accepted });
    dies.mockRestore();
    expect(await readBy(maria, id)).toMatchObject({ status: 'ACCEPTED' });
    const told: string[] = [];
    city.get(Events).on('proposal.answered', 'test', (answered) => void told.push(`${answered.id} ${answered.status}`));
    for (let time = 0; time < 2; time++) await city.get(Unheard).tellLeft(new Date(Date.now() + 20_000));
    expect(told).toEqual([`${id} ACCEPTED`]);
    await eventually('it stands in the ledger', async () => {
      const { data } = await city.graph<{ ledgerActs: { items: { subject: { id: string } }[] } }>('{ ledgerActs(first: 9) { items { subject { id } } } }');
      return data.ledgerActs.items.some(({ subject }) => subject.id === id);
    });
  });

  it('is not answered past an answer that a colleague gave meanwhile; what only a date or a cost corrects is an answer of its own', async () => {
    const id = await published(maria);
    const by = async (input: object) => (await official.graph<{ answerProposal: AnswerProposalResult }>(answer, { id, input })).data?.answerProposal;
    const under = (text: string, more: object) => ({ status: 'UNDER_EVALUATION', text: `${text}: το εξετάζουμε και απαντάμε μέσα στον μήνα.`, ...more });
    expect(await by(under('Πρώτα', { after: null }))).toMatchObject({ __typename: 'ProposalAnswered' });
    expect(await by(under('Πρώτα', { after: null })), 'a second click').toMatchObject({ __typename: 'ProposalAnswered' });
    expect(await by(under('Μετά', { after: null }))).toEqual({ __typename: 'NotAllowed', reason: 'answered_meanwhile' });
    const { data } = await official.graph<{ proposal: { answer: { answeredAt: string } } }>('query ($id: ID!) { proposal(id: $id) { answer { answeredAt } } }', { id });
    expect(await by(under('Μετά', { after: data.proposal.answer.answeredAt }))).toMatchObject({ __typename: 'ProposalAnswered' });
    await by(under('Μετά', { cost: 900 }));
    const corrected = await official.graph<{ proposal: { answer: { cost: number } } }>('query ($id: ID!) { proposal(id: $id) { answer { cost } } }', { id });
    expect(corrected.data.proposal.answer.cost).toBe(900);
  });

  it('is taken back with the reason, stays readable and leaves the lists', async () => {
    const id = await published(maria);
    const none = await maria.graph<{ withdrawProposal: WithdrawProposalResult }>(withdraw, { id, reason: ' ' });
    expect(none.data.withdrawProposal).toMatchObject({ __typename: 'Invalid' });
    const { data } = await maria.graph<{ withdrawProposal: WithdrawProposalResult }>(withdraw, { id, reason: 'Έγινε ήδη από άλλον.' });
    expect(data.withdrawProposal).toMatchObject({ proposal: { status: 'WITHDRAWN', withdrawal: 'Έγινε ήδη από άλλον.' } });
    expect(await readBy(null, id)).toMatchObject({ status: 'WITHDRAWN' });
  });

  it('is taken back for everybody though the process died that did it', async () => {
    const id = await published(maria);
    const gone: string[] = [];
    city.get(Events).on('contribution.withdrawn', 'test', ({ item }) => void gone.push(item.id));
    const dies = vi.spyOn(city.get(Ballots), 'close').mockRejectedValueOnce(new Error('killed'));
    expect((await maria.graph(withdraw, { id, reason: 'Έγινε ήδη.' })).errors).toHaveLength(1);
    dies.mockRestore();
    const later = vi.spyOn(city.get(Clock), 'now').mockReturnValue(new Date(Date.now() + 120_000));
    for (let time = 0; time < 2; time++) await city.get(FollowThrough).finishOld();
    later.mockRestore();
    expect(gone).toEqual([id]);
    expect((await city.get(Ballots).find(ballotOf(id).id))?.closesAt).not.toBeNull();
  });

  it('that an older city accepted gets the day of its next step at the next start', async () => {
    const id = await published(maria);
    const records = city.get<Model<ProposalRecord>>(getModelToken(ProposalRecord.name)).collection;
    const answers = [{ status: 'ACCEPTED', nextStepAt: new Date('2026-03-31T21:30:00Z') }];
    await records.updateOne({ _id: id as never }, { $set: { listed: true, status: 'ACCEPTED', answers }, $unset: { stepDay: 1 } });
    await city.get(FollowThrough).onModuleInit();
    expect(await records.findOne({ _id: id as never }, { projection: { stepDay: 1 } })).toMatchObject({ stepDay: '2026-04-01' });
  });

  it('takes what is on the form and nothing besides', async () => {
    const forged = await maria.graph(saveDraft, { id: aDraftId(), input: { ...aWish(), supports: 9000, authorId: 'x', status: 'ACCEPTED' } });
    expect(forged.errors?.length).toBeGreaterThan(0);
    for (const id of ['{"$ne":null}', { $ne: null }, ['a'], '__proto__', '../x', 'a'.repeat(5000)]) {
      const { data, errors } = await maria.graph<{ saveDraft: SaveDraftResult } | null>(saveDraft, { id, input: aWish() });
      expect(errors?.length ?? (data?.saveDraft.__typename === 'Invalid' ? 1 : 0)).toBeGreaterThan(0);
    }
    const operator = await city.graph(list, { filter: { category: { $ne: null } } });
    expect(operator.errors?.length).toBeGreaterThan(0);
  });

  it('tells on its page that a participatory budget made a project of it', async () => {
    const id = await published(maria);
    const made = { projectId: 'p1', proposalId: id, budgetId: 'b1', budgetTitle: { el: 'Προϋπολογισμός', en: 'Budget' }, title: 'Σκιά <script>', path: '/budgets/b1/projects/p1', at: new Date() };
    await city.get(Events).publish('project.made', made);
    const project = await eventually('its page says so', async () => (await city.graph<{ proposal: Proposal }>('query ($id: ID!) { proposal(id: $id) { project { title path budget { el } } } }', { id })).data.proposal.project);
    expect(project).toEqual({ title: 'Σκιά <script>', path: '/budgets/b1/projects/p1', budget: { el: 'Προϋπολογισμός' } });
  });

  it('names no district and no category that the city has retired, and keeps those that it carries; who follows a retired department answers', async () => {
    const administrator = await signedIn(city, { roles: ['administrator'] });
    const change = async (act: 'retire' | 'restore', part: string, id: string) => expect((await administrator.graph<Record<string, object>>(`mutation ($id: ID!) { done: ${act}CityPart(part: ${part}, id: $id) { __typename } }`, { id })).data['done']).toEqual({ __typename: 'City' });
    const give = (departmentId: string) => administrator.graph('mutation ($input: CategoryInput!) { saveCategory(input: $input) { __typename } }', { input: { id: 'green', name: { el: 'Πράσινο και σκιά', en: 'Green' }, departmentId } });
    const wish = aWish();
    const [before, unsent] = [await published(maria), await drafted(maria)];
    await change('retire', 'category', wish.category ?? '');
    await change('retire', 'district', wish.district ?? '');
    expect((await maria.graph<{ submitProposal: SubmitProposalResult }>(submit, { id: unsent })).data.submitProposal).toMatchObject({ problems: [{ field: 'category', code: 'required' }, { field: 'district', code: 'required' }] });
    const { data } = await maria.graph<{ editProposal: EditProposalResult }>(edit, { id: before, input: aWish({ title: 'Δέντρα στη Σαλαμίνος, και βρύσες' }) });
    expect(data.editProposal).toMatchObject({ __typename: 'ProposalEdited' });
    expect(await readBy(null, before)).toMatchObject({ category: { name: { el: 'Πράσινο και σκιά' } } });
    await change('restore', 'category', wish.category ?? '');
    await change('restore', 'district', wish.district ?? '');

    const gardener = await signedIn(city, { roles: ['official'], departmentId: 'technical' });
    const queue = async (who: SignedIn) => (await who.graph<{ departmentQueue: { items: { id: string }[] } }>('{ departmentQueue(first: 50) { items { id } } }')).data.departmentQueue.items.map(({ id }) => id);
    expect([(await queue(official)).includes(before), (await queue(gardener)).includes(before)]).toEqual([true, false]);
    await change('retire', 'category', 'environment');
    await give('technical');
    await change('retire', 'department', 'environment');
    expect([(await queue(official)).includes(before), (await queue(gardener)).includes(before)]).toEqual([false, true]);
    const by = async (who: SignedIn) => (await who.graph<{ answerProposal: AnswerProposalResult }>(answer, { id: before, input: accepted })).data?.answerProposal;
    expect(await by(official)).toEqual({ __typename: 'NotFound', reason: 'proposal' });
    expect(await by(gardener)).toMatchObject({ proposal: { answer: { department: { id: 'technical' } } } });
    await change('restore', 'department', 'environment');
    await change('restore', 'category', 'environment');
    await give('environment');
  });

  async function decide(id: string, decision: 'approved' | 'returned'): Promise<void> {
    const said = decision === 'returned' ? { rule: 2, reason: 'Ονομάζει ιδιώτη.' } : { rule: null, reason: '' };
    await city.get(Events).publish('moderation.decided', { item: { kind: 'proposal', id }, decision, ...said, caseId: `case-${id}-${decision}`, at: new Date() });
  }
});
