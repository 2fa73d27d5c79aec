import { getConnectionToken, getModelToken } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CommentsModule } from '@isegoria/comments/api';
import { Citizens, Leavers, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Clock, Datasets, eventually, Events, startCity, Subjects, type TestCity, Unheard } from '@isegoria/kernel/api';
import { ModerationModule } from '@isegoria/moderation/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import type { AnswerMergeResult, InviteToMergeResult, MergeInvitation as InvitationView, ProposalMerging, SeparateProposalsResult } from '@isegoria/proposals/contracts';
import { Votes, VotesJobs, VotesModule } from '@isegoria/votes/api';
import { Proposal } from '../proposal.schema';
import { aDraftId, aWish } from '../proposals.builders';
import { ProposalsModule } from '../proposals.module';
import { Invitations } from './invitations.service';
import { MergeInvitation } from './merge-invitation.schema';
import { Voices } from './voices.service';

const save = 'mutation ($id: ID, $input: ProposalInput!) { saveDraft(id: $id, input: $input) { __typename } }';
const submit = 'mutation ($id: ID!) { submitProposal(id: $id) { __typename } }';
const shown = '{ id state revision waitsFor mySide by message addition isChanged reply blocked isHidden part { id } whole { id } }';
const failures = '... on NotAllowed { reason } ... on NotFound { reason } ';
const invite = `mutation ($input: InviteToMergeInput!) { inviteToMerge(input: $input) { __typename ... on MergeInvited { invitation ${shown} } ... on Invalid { problems { field code } } ${failures} } }`;
const suggest = `mutation ($input: SuggestMergeInput!) { suggestMerge(input: $input) { __typename ... on MergeSuggested { id } ${failures} } }`;
const answer = `mutation ($input: AnswerMergeInput!) { answerMerge(input: $input) { __typename ... on MergeAnswered { invitation ${shown} } ... on Invalid { problems { field code } } ${failures} } }`;
const withdrawInvitation = `mutation ($id: ID!) { withdrawMerge(id: $id) { __typename ${failures} } }`;
const separate = `mutation ($id: ID!) { separateProposals(id: $id) { __typename ${failures} } }`;
const close = 'mutation ($id: ID!) { closeMergeQuestion(proposalId: $id) { __typename } }';
const support = 'mutation ($ballotId: ID!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: [{ questionId: "support", optionId: "yes" }], nonce: $nonce) { __typename } }';
const read = 'query ($id: ID!) { proposal(id: $id) { status mergedInto supports canEdit canWithdraw timeline { name } } ballot(id: "x") { isOpen } }';
const readMerging = `query ($id: ID!) { proposalMerging(id: $id) { into { proposal { id } end { id status } supports alsoSupport separableUntil } parts { proposal { id } supports alsoSupport separableUntil }
  additions { text html fromId fromTitle author endedAt } questions { proposal { id } into { id } } invitations { id } similar { id } maySuggest } }`;
const readInvitation = `query ($id: ID!) { mergeInvitation(id: $id) ${shown} }`;
const inbox = '{ inbox(first: 50) { items { name title { el } path params { name text } } } }';
const answerProposal = 'mutation ($id: ID!, $input: AnswerInput!) { answerProposal(id: $id, input: $input) { __typename ... on NotAllowed { reason } } }';
const withdraw = 'mutation ($id: ID!) { withdrawProposal(id: $id, reason: "Δεν χρειάζεται πια.") { __typename ... on NotAllowed { reason } } }';

describe('two authors merge their proposals', () => {
  let city: TestCity;
  let anna: SignedIn;
  let vasilis: SignedIn;
  let petros: SignedIn;
  let official: SignedIn;
  let moderator: SignedIn;

  beforeAll(async () => {
    process.env['RATE_LIMITS'] = 'off';
    city = await startCity([ProposalsModule, ProcessesModule, OrganisationModule, VotesModule, CommentsModule, ModerationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    [anna, vasilis, petros, official, moderator] = await Promise.all([
      signedIn(city, { name: 'Άννα' }), signedIn(city, { name: 'Βασίλης' }), signedIn(city, { name: 'Πέτρος' }),
      signedIn(city, { name: 'Υπηρεσία', roles: ['official'], departmentId: 'environment' }), signedIn(city, { roles: ['moderator'] }),
    ]);
  }, 90_000);
  afterAll(async () => {
    delete process.env['RATE_LIMITS'];
    await city.stop();
  });

  const published = async (who: SignedIn, title = 'Δέντρα στον δρόμο του σχολείου', more: object = {}): Promise<string> => {
    const id = aDraftId();
    await who.graph(save, { id, input: aWish({ title, ...more }) });
    expect((await who.graph<{ submitProposal: { __typename: string } }>(submit, { id })).data.submitProposal.__typename).toBe('ProposalSubmitted');
    return id;
  };
  const pair = async (): Promise<[part: string, whole: string]> => [await published(anna), await published(vasilis, 'Περισσότερα δέντρα στη διαδρομή του σχολείου')];
  const invited = async (part: string, whole: string, more: object = {}): Promise<InvitationView> => {
    const input = { id: aDraftId(), mine: part, other: whole, side: 'PART', message: 'Λέμε το ίδιο <b>πράγμα</b>.', addition: 'Και δύο βρύσες.', ...more };
    const { data, errors } = await anna.graph<{ inviteToMerge: InviteToMergeResult }>(invite, { input });
    expect(errors).toBeUndefined();
    if (data.inviteToMerge.__typename !== 'MergeInvited') throw new Error(JSON.stringify(data.inviteToMerge));
    return data.inviteToMerge.invitation;
  };
  const answered = async (who: SignedIn, { id, revision }: Pick<InvitationView, 'id' | 'revision'>, more: object = {}) => {
    const { data, errors } = await who.graph<{ answerMerge: AnswerMergeResult }>(answer, { input: { id, revision, accept: true, ...more } });
    expect(errors).toBeUndefined();
    return data.answerMerge;
  };
  const merged = async (part: string, whole: string, more: object = {}) => {
    const result = await answered(vasilis, await invited(part, whole, more));
    expect(result).toMatchObject({ __typename: 'MergeAnswered', invitation: { state: 'MERGED' } });
  };
  const seen = async (who: SignedIn | null, id: string) => (await (who ?? city).graph<{ proposal: { status: string; mergedInto: string | null; supports: number; canWithdraw: boolean; timeline: { name: string }[] } }>(read, { id })).data.proposal;
  const merging = async (who: SignedIn | null, id: string) => (await (who ?? city).graph<{ proposalMerging: ProposalMerging }>(readMerging, { id })).data.proposalMerging;
  const cast = async (who: SignedIn, id: string) => (await who.graph<{ castVote: { __typename: string } }>(support, { ballotId: `proposal:${id}`, nonce: crypto.randomUUID() })).data.castVote.__typename;
  const isOpen = async (id: string) => (await city.graph<{ ballot: { isOpen: boolean } | null }>('query ($id: ID!) { ballot(id: $id) { isOpen } }', { id: `proposal:${id}` })).data.ballot?.isOpen;
  const heard = async (who: SignedIn, name: string, about?: string) => (await who.graph<{ inbox: { items: { name: string; path: string | null; params: { name: string; text: string }[] }[] } }>(inbox)).data.inbox.items.filter((one) => one.name === `proposals.${name}` && (!about || (one.path ?? '').includes(about)));
  const separated = async (who: SignedIn, id: string) => (await who.graph<{ separateProposals: SeparateProposalsResult }>(separate, { id })).data.separateProposals;
  const model = () => city.get<Model<Proposal>>(getModelToken(Proposal.name));
  const later = async <T>(days: number, act: () => Promise<T>): Promise<T> => {
    const spy = vi.spyOn(city.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + days * 86_400_000));
    return act().finally(() => spy.mockRestore());
  };

  it('with the consent of both: one goes on as part of the other, its text stays, and nobody’s support is moved', async () => {
    const [part, whole] = await pair();
    const [supporter, both, muted] = [await signedIn(city), await signedIn(city), await signedIn(city)];
    for (const who of [supporter, both, muted]) expect(await cast(who, part)).toBe('VoteCast');
    await cast(both, whole);
    await city.get(VotesJobs).catchUp();
    await muted.graph('mutation ($subject: SubjectInput!) { unfollow(subject: $subject) { __typename } }', { subject: { kind: 'proposal', id: part } });
    const invitation = await invited(part, whole);
    expect(invitation).toMatchObject({ state: 'OPEN', waitsFor: 'WHOLE', mySide: 'PART', by: 'PART' });
    await eventually('the other author is asked', async () => (await heard(vasilis, 'merge_asked', invitation.id)).length === 1);
    expect((await seen(null, part)).status, 'an invitation changes nothing').toBe('OPEN');
    expect(await answered(vasilis, invitation)).toMatchObject({ __typename: 'MergeAnswered', invitation: { state: 'MERGED', mySide: 'WHOLE' } });

    expect(await seen(null, part)).toMatchObject({ status: 'MERGED', mergedInto: whole, supports: 3, canWithdraw: false });
    expect((await seen(anna, part)).canWithdraw).toBe(false);
    expect((await seen(null, part)).timeline.map(({ name }) => name)).toContain('merged');
    expect((await seen(null, whole)).timeline.map(({ name }) => name)).toContain('joined');
    expect(await seen(null, whole)).toMatchObject({ status: 'OPEN', supports: 1 });
    const page = await merging(null, whole);
    expect(page.additions).toMatchObject([{ text: 'Και δύο βρύσες.', fromId: part, fromTitle: 'Δέντρα στον δρόμο του σχολείου', author: 'Άννα', endedAt: null }]);
    expect(page.questions, 'a visitor is asked nothing').toEqual([]);
    await eventually('the ballot is over', async () => (await isOpen(part)) === false);
    expect(await cast(petros, part)).toBe('BallotClosed');
    await eventually('who supports both is counted', async () => (await merging(null, whole)).parts[0]?.alsoSupport === 1);
    expect((await merging(null, part)).into).toMatchObject({ proposal: { id: whole }, end: { id: whole, status: 'OPEN' }, supports: 3, alsoSupport: 1 });

    await eventually('each supporter is asked', async () => (await heard(supporter, 'merge_question', part)).length === 1);
    await eventually('who supports both is told', async () => (await heard(both, 'merged', part)).length === 1);
    expect([await heard(both, 'merge_question'), await heard(muted, 'merge_question'), await heard(muted, 'merged')]).toEqual([[], [], []]);
    for (const [who, asked] of [[supporter, 1], [muted, 1], [both, 0], [petros, 0]] as const) {
      expect([(await merging(who, part)).questions.length, (await merging(who, whole)).questions.length]).toEqual([asked, asked]);
    }
    await supporter.graph(close, { id: part });
    await supporter.graph(close, { id: part });
    expect([(await merging(supporter, part)).questions, (await merging(supporter, whole)).questions], 'a no ends it').toEqual([[], []]);
    expect(await cast(muted, whole)).toBe('VoteCast');
    await city.get(VotesJobs).catchUp();
    expect((await merging(muted, whole)).questions, 'a yes ends it').toEqual([]);
    await eventually('and is counted', async () => (await merging(null, part)).into?.alsoSupport === 2);
    const acts = await city.graph<{ ledgerActs: { items: { act: string; subject: { id: string } }[] } }>('{ ledgerActs(first: 50) { items { act subject { id } } } }');
    await eventually('it is in the ledger', async () => JSON.stringify(acts.data).includes(part) || JSON.stringify(await city.graph('{ ledgerActs(first: 50) { items { act subject { id } } } }')).includes(part));
    const card = await city.get(Subjects).card({ kind: 'proposal', id: part });
    expect(card, 'its page is read, and talked about no more').toMatchObject({ isPublic: true, acceptsComments: false });
  });

  it('either way round: the whole’s author may offer to take the other in', async () => {
    const [part, whole] = await pair();
    const invitation = await invited(part, whole, { side: 'WHOLE' });
    expect(invitation).toMatchObject({ part: { id: whole }, whole: { id: part }, mySide: 'WHOLE', waitsFor: 'PART' });
    await answered(vasilis, invitation);
    expect(await seen(null, whole)).toMatchObject({ status: 'MERGED', mergedInto: part });
  });

  it('and whoever gives their vote while the ballot is closing is asked too', async () => {
    const [mine, theirs] = [await published(petros), await published(official)];
    const { data } = await petros.graph<{ inviteToMerge: { invitation: InvitationView } }>(invite, { input: { id: aDraftId(), mine, other: theirs, side: 'PART', message: 'Ας ενωθούν.' } });
    const late = await signedIn(city);
    expect(await answered(official, data.inviteToMerge.invitation)).toMatchObject({ invitation: { state: 'MERGED' } });
    expect(await cast(late, mine)).toBe('VoteCast');
    await city.get(VotesJobs).catchUp();
    await eventually('they are asked', async () => (await heard(late, 'merge_question', mine)).length === 1);
  });

  it('only over the same words: what was changed goes back, and a yes to former words is none', async () => {
    const [part, whole] = await pair();
    const invitation = await invited(part, whole);
    expect(await answered(anna, invitation), 'not by who asks').toMatchObject({ __typename: 'MergeAnswered', invitation: { state: 'OPEN' } });
    const changed = await answered(vasilis, invitation, { addition: 'Και μία βρύση.' });
    expect(changed).toMatchObject({ invitation: { state: 'OPEN', waitsFor: 'PART', isChanged: true, addition: 'Και μία βρύση.' } });
    expect((await seen(null, part)).status).toBe('OPEN');
    expect(await answered(vasilis, invitation, { addition: 'Και μία βρύση.' }), 'pressed again').toMatchObject({ invitation: { revision: 2 } });
    await eventually('who asked hears of it', async () => (await heard(anna, 'merge_changed', invitation.id)).length === 1);
    expect(await answered(anna, invitation, { addition: 'Και μία βρύση.' })).toEqual({ __typename: 'NotAllowed', reason: 'merge_meanwhile' });
    expect(await answered(anna, { id: invitation.id, revision: 2 }, { addition: 'Και δέκα βρύσες.' })).toEqual({ __typename: 'NotAllowed', reason: 'merge_changed_once' });
    expect(await answered(anna, { id: invitation.id, revision: 2 })).toMatchObject({ invitation: { state: 'MERGED' } });
    expect((await merging(null, whole)).additions).toMatchObject([{ text: 'Και μία βρύση.' }]);
  });

  it('and whoever says no says why; after two a third is not sent', async () => {
    const [part, whole] = await pair();
    for (const turn of [1, 2]) {
      const invitation = await invited(part, whole);
      expect(await answered(vasilis, invitation, { accept: false })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'reply' }] });
      const refused = { accept: false, reply: `Είναι άλλος δρόμος, ${turn}.` };
      const twice = await Promise.all([answered(vasilis, invitation, refused), answered(vasilis, invitation, refused)]);
      expect(twice.map(({ __typename }) => __typename)).toEqual(['MergeAnswered', 'MergeAnswered']);
      expect((await anna.graph<{ mergeInvitation: InvitationView }>(readInvitation, { id: invitation.id })).data.mergeInvitation).toMatchObject({ state: 'REFUSED', reply: refused.reply });
    }
    const input = { id: aDraftId(), mine: whole, other: part, side: 'PART', message: 'Μήπως τώρα;' };
    expect((await vasilis.graph<{ inviteToMerge: InviteToMergeResult }>(invite, { input })).data.inviteToMerge, 'from nobody').toEqual({ __typename: 'NotAllowed', reason: 'merge_refused_twice' });
  });

  it('with one invitation at a time for a pair, however many presses come from both sides at once', async () => {
    const [part, whole] = await pair();
    const from = (who: SignedIn, mine: string, other: string, id = aDraftId()) => who.graph<{ inviteToMerge: InviteToMergeResult }>(invite, { input: { id, mine, other, side: 'PART', message: 'Ας ενωθούν.' } });
    const id = aDraftId();
    const answers = await Promise.all([...Array.from({ length: 4 }, () => from(anna, part, whole, id)), from(anna, part, whole), ...Array.from({ length: 3 }, () => from(vasilis, whole, part))]);
    const kinds = answers.map(({ data }) => (data.inviteToMerge.__typename === 'MergeInvited' ? data.inviteToMerge.invitation.id : data.inviteToMerge));
    expect(new Set(kinds.filter((one) => typeof one === 'string')).size).toBe(1);
    for (const other of kinds.filter((one) => typeof one !== 'string')) expect(other).toEqual({ __typename: 'NotAllowed', reason: 'merge_asked_already' });
    expect(await city.get<Model<MergeInvitation>>(getModelToken(MergeInvitation.name)).countDocuments({ pair: [part, whole].sort().join(' ') })).toBe(1);
  });

  it('who took the invitation back, or left it for thirty days, keeps nobody waiting', async () => {
    const [part, whole] = await pair();
    const first = await invited(part, whole);
    expect((await vasilis.graph<{ withdrawMerge: object }>(withdrawInvitation, { id: first.id })).data.withdrawMerge, 'it is not theirs').toEqual({ __typename: 'NotAllowed', reason: 'merge_over' });
    for (const press of [1, 2]) expect((await anna.graph<{ withdrawMerge: object }>(withdrawInvitation, { id: first.id })).data.withdrawMerge, String(press)).toEqual({ __typename: 'MergeWithdrawn' });
    expect(await answered(vasilis, first)).toEqual({ __typename: 'NotAllowed', reason: 'merge_over' });
    const second = await invited(part, whole);
    await later(31, () => city.get(Invitations).lapse());
    expect(await answered(vasilis, second)).toEqual({ __typename: 'NotAllowed', reason: 'merge_over' });
    await invited(part, whole);
  });

  it('nobody else reads an invitation, answers it, or learns that there is one', async () => {
    const [part, whole] = await pair();
    const invitation = await invited(part, whole);
    for (const who of [petros, official, moderator]) {
      expect((await who.graph<{ mergeInvitation: null }>(readInvitation, { id: invitation.id })).data.mergeInvitation).toBeNull();
      expect(await answered(who, invitation)).toEqual({ __typename: 'NotFound', reason: 'invitation' });
      expect(await answered(who, { id: aDraftId(), revision: 1 })).toEqual({ __typename: 'NotFound', reason: 'invitation' });
      expect((await merging(who, part)).invitations).toEqual([]);
      expect(await separated(who, part)).toEqual({ __typename: 'NotFound', reason: 'proposal' });
    }
    const theirs = { id: aDraftId(), mine: part, other: whole, side: 'PART', message: 'Δεν είναι δική μου.' };
    expect((await petros.graph<{ inviteToMerge: object }>(invite, { input: theirs })).data.inviteToMerge).toEqual({ __typename: 'NotFound', reason: 'proposal' });
    expect((await merging(anna, part)).invitations).toEqual([{ id: invitation.id }]);
    expect(await heard(vasilis, 'merge_asked', `/proposals/merges/${invitation.id}`)).toHaveLength(1);
  });

  it('at the suggestion of the city too, which is the yes of nobody', async () => {
    const [part, whole] = await pair();
    const input = () => ({ id: aDraftId(), part, whole, message: 'Οι δύο προτάσεις μοιάζουν.' });
    expect((await petros.graph<{ suggestMerge: null }>(suggest, { input: input() })).errors).toBeDefined();
    const other = await signedIn(city, { roles: ['official'], departmentId: 'culture' });
    expect((await other.graph<{ suggestMerge: object }>(suggest, { input: input() })).data.suggestMerge).toMatchObject({ __typename: 'NotFound' });
    expect((await merging(official, part)).maySuggest).toBe(true);
    const made = (await official.graph<{ suggestMerge: { id: string } }>(suggest, { input: input() })).data.suggestMerge;
    for (const who of [anna, vasilis]) await eventually('both hear of it', async () => (await heard(who, 'merge_suggested', made.id)).length === 1);
    const taken = await answered(vasilis, { id: made.id, revision: 1 });
    expect(taken).toMatchObject({ invitation: { state: 'OPEN', by: 'WHOLE', waitsFor: 'PART' } });
    expect(await answered(anna, { id: made.id, revision: 1 }), 'what she read was another thing').toEqual({ __typename: 'NotAllowed', reason: 'merge_meanwhile' });
    expect((await seen(null, part)).status).toBe('OPEN');
    expect(await answered(anna, { id: made.id, revision: 2 })).toMatchObject({ invitation: { state: 'MERGED' } });
  });

  it('once, though both press at once, twice, and in two tabs', async () => {
    const [part, whole] = await pair();
    const invitation = await invited(part, whole);
    const presses = await Promise.all(Array.from({ length: 6 }, () => answered(vasilis, invitation)));
    expect(presses.map(({ __typename }) => __typename)).toEqual(Array.from({ length: 6 }, () => 'MergeAnswered'));
    expect((await merging(null, whole)).additions).toHaveLength(1);
    expect((await model().findById(part).lean<Proposal>().exec())?.joinings).toHaveLength(1);
  });

  it('never into a circle, though three merges that close one are said yes to at once', async () => {
    const turns = [await published(anna), await published(vasilis), await published(petros)];
    const people = [anna, vasilis, petros];
    const at = <T>(list: T[], index: number): T => list[index % 3] as T;
    const invitations = [];
    for (const turn of [0, 1, 2]) {
      const input = { id: aDraftId(), mine: at(turns, turn), other: at(turns, turn + 1), side: 'PART', message: 'Ας ενωθούν.' };
      const { data } = await at(people, turn).graph<{ inviteToMerge: { invitation: InvitationView } }>(invite, { input });
      invitations.push(data.inviteToMerge.invitation);
    }
    const results = await Promise.all(invitations.map((invitation, turn) => answered(at(people, turn + 1), invitation)));
    const into = await Promise.all(turns.map(async (id) => (await seen(null, id)).mergedInto));
    expect(into.filter((one) => one === null).length, JSON.stringify(results)).toBeGreaterThan(0);
    expect(results.filter(({ __typename }) => __typename === 'MergeAnswered').length).toBe(into.filter((one) => one !== null).length);
    for (const id of turns) expect((await merging(null, id)).into?.end ?? { status: 'OPEN' }).toMatchObject({ status: 'OPEN' });
  });

  it('not over an answer, a withdrawal or a hiding that comes in the same moment: one of the two is told', async () => {
    const text = 'Η υπηρεσία εξετάζει την πρόταση και θα απαντήσει μέσα στον μήνα.';
    for (const attack of ['answer', 'withdraw', 'hide'] as const) {
      const [part, whole] = await pair();
      const invitation = await invited(part, whole);
      const against = {
        answer: () => official.graph<object>(answerProposal, { id: whole, input: { status: 'UNDER_EVALUATION', text } }),
        withdraw: () => anna.graph<object>(withdraw, { id: part }),
        hide: () => city.get(Events).publish('moderation.decided', { item: { kind: 'proposal', id: part }, decision: 'hidden', rule: 1, reason: 'x', caseId: 'c', at: new Date() }),
      }[attack];
      const [merge] = await Promise.all([answered(vasilis, invitation), against()]);
      const after = await model().findById(part).lean<Proposal>().orFail().exec();
      const isMerged = merge.__typename === 'MergeAnswered';
      expect([after.publication === 'merged', after.mergedInto !== undefined], attack).toEqual([isMerged, isMerged]);
      if (attack === 'withdraw') expect(after.publication).toBe(isMerged ? 'merged' : 'withdrawn');
      if (!isMerged) expect(merge).toMatchObject({ __typename: 'NotAllowed', reason: attack === 'answer' ? 'merge_answered' : 'merge_not_public' });
    }
    const [part, whole] = await pair();
    const invitation = await invited(part, whole);
    await official.graph(answerProposal, { id: part, input: { status: 'UNDER_EVALUATION', text } });
    expect(await answered(vasilis, invitation)).toEqual({ __typename: 'NotAllowed', reason: 'merge_answered' });
    expect((await vasilis.graph<{ mergeInvitation: InvitationView }>(readInvitation, { id: invitation.id })).data.mergeInvitation.blocked).toBe('answered');
  });

  it('and separate them again within seven days, each as it was, with the votes that it had', async () => {
    const [part, whole] = await pair();
    await cast(petros, part);
    await city.get(VotesJobs).catchUp();
    await merged(part, whole);
    await eventually('the ballot is over', async () => (await isOpen(part)) === false);
    expect((await merging(vasilis, whole)).parts[0]?.separableUntil).toBeTruthy();
    expect((await merging(petros, whole)).parts[0]?.separableUntil).toBeNull();
    const twice = await Promise.all([separated(vasilis, part), separated(anna, part)]);
    expect(twice.map(({ __typename }) => __typename)).toEqual(['ProposalsSeparated', 'ProposalsSeparated']);
    expect(await seen(null, part)).toMatchObject({ status: 'OPEN', mergedInto: null, supports: 1 });
    expect(await isOpen(part)).toBe(true);
    expect(await cast(await signedIn(city), part)).toBe('VoteCast');
    expect((await merging(null, whole)).additions[0]?.endedAt).toBeTruthy();
    expect((await merging(null, whole)).parts).toEqual([]);
    expect((await merging(petros, whole)).questions).toEqual([]);
    await eventually('who follows hears of it', async () => (await heard(petros, 'separated', part)).length === 1);
    await merged(part, whole);
    expect(await later(8, () => separated(anna, part)), 'too late').toEqual({ __typename: 'NotAllowed', reason: 'separate_too_late' });
    await vasilis.graph(withdraw, { id: whole });
    await eventually('who stands behind the part hears that', async () => (await heard(petros, 'withdrawn', whole)).length === 1);
    expect((await later(8, () => separated(anna, part))).__typename, 'it does not go down with the other').toBe('ProposalsSeparated');
  });

  it('in chains that lead to their end, whose answer all of them hear, once each', async () => {
    const [first, second] = await pair();
    const third = await published(petros);
    const reader = await signedIn(city);
    for (const id of [first, second]) await reader.graph('mutation ($subject: SubjectInput!) { follow(subject: $subject) { __typename } }', { subject: { kind: 'proposal', id } });
    await merged(first, second);
    const input = { id: aDraftId(), mine: second, other: third, side: 'PART', message: 'Ας ενωθούν.' };
    const { data } = await vasilis.graph<{ inviteToMerge: { invitation: InvitationView } }>(invite, { input });
    await answered(petros, data.inviteToMerge.invitation);
    expect((await merging(null, first)).into).toMatchObject({ proposal: { id: second }, end: { id: third } });
    expect(await separated(anna, first)).toEqual({ __typename: 'NotAllowed', reason: 'separate_merged_on' });
    await official.graph(answerProposal, { id: third, input: { status: 'UNDER_EVALUATION', text: 'Η υπηρεσία εξετάζει την πρόταση και θα απαντήσει μέσα στον μήνα.' } });
    for (const who of [anna, vasilis, reader]) await eventually('hears the answer', async () => (await heard(who, 'answered_under_evaluation', third)).length === 1);
    expect((await merging(null, first)).into?.end?.status).toBe('UNDER_EVALUATION');
    expect(await separated(vasilis, second)).toEqual({ __typename: 'NotAllowed', reason: 'separate_answered' });
  });

  it('a thousand supporters are asked once each, though the asking is cut off and comes again', async () => {
    const [part, whole] = await pair();
    const crowd = await city.get(Citizens).createMany(Array.from({ length: 1000 }, (_, at) => ({ name: `Πολίτης ${at}` })));
    await city.get(Votes).castMany(crowd.map((citizen, at) => ({ citizen, ballotId: `proposal:${part}`, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: `crowd-${at}` })));
    await merged(part, whole);
    const notices = city.get<Connection>(getConnectionToken()).collection('notices');
    const asked = () => notices.countDocuments({ name: 'proposals.merge_question', about: `proposal:${part}` });
    await eventually('some are asked', async () => (await asked()) > 0, 30_000);
    // As where a process dies in the middle: the event stands in the record still, and some were not told.
    await notices.deleteMany({ name: 'proposals.merge_question', about: `proposal:${part}`, citizenId: { $lt: crowd[500]?.id ?? '' } });
    const at = (await model().findById(part).lean<Proposal>().orFail().exec()).joinings?.[0]?.at;
    await model().updateOne({ _id: part }, { $push: { unheard: { event: 'proposal.merged', payload: { id: part, title: 'x', intoId: whole, intoTitle: 'y', at } } } }).exec();
    await Promise.all([city.get(Unheard).tellLeft(new Date(Date.now() + 60_000)), city.get(Unheard).tellLeft(new Date(Date.now() + 60_000))]);
    await eventually('all are asked', async () => (await asked()) >= 1000, 180_000);
    await new Promise((wake) => setTimeout(wake, 1000));
    expect(await asked()).toBe(1000);
    expect(await notices.distinct('citizenId', { name: 'proposals.merge_question', about: `proposal:${part}` })).toHaveLength(1000);
    expect((await seen(null, whole)).supports).toBe(0);
  }, 240_000);

  it('whose parts are looked up by the index', async () => {
    expect(JSON.stringify(await model().find({ mergedInto: { $in: ['one', 'other'] } }).explain())).toContain('"indexName":"mergedInto_1"');
  });

  it('what was cut off before the ballot closed is finished later', async () => {
    const [part, whole] = await pair();
    const at = new Date();
    const joining = { invitationId: 'cut', at, separatedAt: null, addition: '', shown: 'visible' } as const;
    const told = { event: 'proposal.merged', payload: { id: part, title: 'x', intoId: whole, intoTitle: 'y', at } };
    await model().updateOne({ _id: part }, { $set: { publication: 'merged', status: 'MERGED', listed: false, mergedInto: whole, recount: 'cut', joinings: [{ ...joining, as: 'PART', otherId: whole }], unheard: [told] } }).exec();
    await model().updateOne({ _id: whole }, { $set: { joinings: [{ ...joining, as: 'WHOLE', otherId: part }] } }).exec();
    await city.get(Unheard).tellLeft(new Date(Date.now() + 60_000));
    await eventually('the ballot is over', async () => (await isOpen(part)) === false, 60_000);
    await city.get(Voices).countAgain();
    expect((await merging(null, part)).into?.alsoSupport).toBe(0);
  }, 90_000);

  it('an addition and a message are citizens’ texts: both can be reported and hidden, and nobody else may report what they do not see', async () => {
    const [part, whole] = await pair();
    const invitation = await invited(part, whole, { message: 'Κάνε το αλλιώς θα δεις.' });
    await eventually('it is in the inbox, and in the moderators’ book', async () => (await heard(vasilis, 'merge_asked', invitation.id)).length === 1);
    const may = async (who: SignedIn, item: object) => (await who.graph<{ mayBeReported: boolean }>('query ($item: SubjectInput!) { mayBeReported(item: $item) }', { item })).data.mayBeReported;
    const message = { kind: 'merge-message', id: invitation.id };
    expect([await may(vasilis, message), await may(petros, message)]).toEqual([true, false]);
    const report = 'mutation ($item: SubjectInput!) { report(item: $item, rule: 2) { __typename ... on NotAllowed { reason } } }';
    expect([(await petros.graph<{ report: { __typename: string } }>(report, { item: message })).data.report.__typename, (await vasilis.graph<{ report: { __typename: string } }>(report, { item: message })).data.report.__typename]).toEqual(['NotFound', 'Reported']);
    const decide = (item: object, decision: 'hidden' | 'approved') => city.get(Events).publish('moderation.decided', { item: item as { kind: string; id: string }, decision, rule: 2, reason: 'x', caseId: 'c', at: new Date() });
    await decide(message, 'hidden');
    expect((await vasilis.graph<{ mergeInvitation: InvitationView }>(readInvitation, { id: invitation.id })).data.mergeInvitation).toMatchObject({ message: '', addition: '', isHidden: true });
    expect(await answered(vasilis, invitation, { addition: 'Και δύο βρύσες.' })).toEqual({ __typename: 'NotAllowed', reason: 'merge_hidden' });
    await decide(message, 'approved');
    await answered(vasilis, invitation);
    const addition = { kind: 'proposal-addition', id: invitation.id };
    expect(await may(petros, addition)).toBe(true);
    await decide(addition, 'hidden');
    expect([(await merging(null, whole)).additions, await may(petros, addition)]).toEqual([[], false]);
    await decide(addition, 'approved');
    expect((await merging(null, whole)).additions).toHaveLength(1);
  });

  it('of which no list, search, similar one or queue makes a thing of its own any more, but a list that asks for it', async () => {
    const title = 'Ποτίστρες για αδέσποτα στο πάρκο Κολοκοτρώνη';
    const [part, whole] = [await published(anna, title), await published(vasilis, `${title} και στην πλατεία`)];
    expect((await merging(anna, part)).similar.map(({ id }) => id)).toContain(whole);
    await merged(part, whole);
    const ids = async (query: string, variables: object) => JSON.stringify((await official.graph(query, { ...variables })).data);
    const list = 'query ($filter: ProposalFilter) { proposals(filter: $filter, sort: NEWEST, first: 50) { items { id } } }';
    expect(await ids(list, {})).not.toContain(part);
    expect(await ids(list, { filter: { status: 'MERGED' } })).toContain(part);
    const alike = (await official.graph<{ similarProposals: { proposal: { id: string } }[] }>('query ($title: String!) { similarProposals(title: $title) { proposal { id } } }', { title })).data.similarProposals.map(({ proposal }) => proposal.id);
    expect(alike.filter((id) => id === part || id === whole), 'who writes the same is led to where it goes on, once').toEqual([whole]);
    expect(await ids('{ departmentQueue(first: 50) { items { id } } }', {})).not.toContain(part);
    expect((await city.get(Subjects).findOf('proposal', title, 20)).map(({ id }) => id)).not.toContain(part);
    const rows: Record<string, unknown>[] = [];
    for await (const { row } of city.get(Datasets).named('proposals')?.rows?.(null) ?? []) rows.push(row);
    expect(rows.find(({ id }) => id === part)).toMatchObject({ status: 'MERGED', mergedInto: whole });
    expect(rows.find(({ id }) => id === whole)).toMatchObject({ status: 'OPEN', mergedInto: null, additions: 'Και δύο βρύσες.' });
  });

  it('not with who has left, and what an author wrote who leaves is erased, but for what was published', async () => {
    const leaver = await signedIn(city, { name: 'Φεύγουσα' });
    const [gone, whole, other] = [await published(leaver), await published(petros), await published(petros)];
    const send = async (to: string) => (await leaver.graph<{ inviteToMerge: { invitation: InvitationView } }>(invite, { input: { id: aDraftId(), mine: gone, other: to, side: 'PART', message: 'Δικά μου λόγια.', addition: 'Δική μου προσθήκη.' } })).data.inviteToMerge.invitation;
    const [waits, done] = [await send(other), await send(whole)];
    await answered(petros, done);
    await leaver.graph('mutation { deleteAccount(password: "") { __typename } }');
    await city.get(Leavers).seeOff(new Date(Date.now() + 3_600_000));
    const records = await eventually('the words are gone', async () => {
      const found = await city.get<Model<MergeInvitation>>(getModelToken(MergeInvitation.name)).find({ _id: { $in: [waits.id, done.id] } }).lean<MergeInvitation[]>().exec();
      return found.every(({ message, senderId }) => message === '' && senderId === '') ? found : null;
    });
    expect(records.find(({ _id }) => _id === waits.id)).toMatchObject({ state: 'ENDED', partAuthorId: '' });
    expect((await merging(null, whole)).additions).toMatchObject([{ text: 'Δική μου προσθήκη.', author: null }]);
    const input = { id: aDraftId(), mine: other, other: await published(official), side: 'PART', message: 'Ας ενωθούν.' };
    await model().updateOne({ _id: input.other }, { $set: { authorId: 'import' } }).exec();
    expect((await petros.graph<{ inviteToMerge: object }>(invite, { input })).data.inviteToMerge, 'imported: by nobody of this city').toEqual({ __typename: 'NotAllowed', reason: 'merge_no_author' });
  });
});
