import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { type Initiative as Shown, type InitiativeResult, newInitiativeId, type SignInitiativeResult, statementOf } from '@isegoria/initiatives/contracts';
import { Events, eventually, newId, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { digest } from '@isegoria/ledger/contracts';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { Ending } from './ending';
import { Initiative } from './initiative.schema';
import { aDraft, aKind, aSignature } from './initiatives.builders';
import { InitiativesModule } from './initiatives.module';
import { SignatureRecord } from './signing/signature.schema';

const refused = '... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason }';
const whole = `id stage revision title text digest promotersMissing invitation isLastTry sheetsWaiting reachedAt handedInAt closesAt dueAt signatures { online paper total } refusal { grounds words } check { valid of } sitting { path } answer { outcome ada url }
  withdrawal { reason } shownNames steps { stage isDone isLate } mine { isAuthor isPromoter showsName canEdit canCall canSubmit canHandIn canWithdraw canCorrect canDecide canCount canVerify canAnswer } terms { needed promoters }`;
const saved = `__typename ... on InitiativeSaved { initiative { ${whole} } } ${refused}`;
const q = {
  kind: `mutation ($id: ID!, $revision: Int, $input: InitiativeKindInput!) { saveInitiativeKind(id: $id, revision: $revision, input: $input) { __typename ... on InitiativeKindSaved { kind { id revision running terms { needed } } } ${refused} } }`,
  save: `mutation ($id: ID!, $revision: Int, $input: InitiativeDraftInput!) { saveInitiative(id: $id, revision: $revision, input: $input) { __typename ... on InitiativeDraftSaved { revision } ... on InitiativeDraftOvertaken { initiative { title } } ${refused} } }`,
  call: `mutation ($id: ID!) { callPromoters(id: $id) { ${saved} } }`,
  rewrite: `mutation ($id: ID!) { rewriteInitiative(id: $id) { ${saved} } }`,
  join: `mutation ($invitation: ID!) { joinInitiative(invitation: $invitation) { ${saved} } }`,
  submit: `mutation ($id: ID!) { submitInitiative(id: $id) { ${saved} } }`,
  decide: `mutation ($input: DecideInitiativeInput!) { decideInitiative(input: $input) { ${saved} } }`,
  sign: 'mutation ($input: SignInitiativeInput!) { signInitiative(input: $input) { __typename ... on VoteCast { leaf } ... on NotAllowed { reason } ... on NotEntitled { reason } ... on NotFound { reason } ... on Invalid { problems { field } } } }',
  unsign: 'mutation ($initiativeId: ID!, $nonce: ID!) { withdrawSignature(initiativeId: $initiativeId, nonce: $nonce) { __typename } }',
  cast: 'mutation ($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename } }',
  handIn: `mutation ($id: ID!) { handInInitiative(id: $id) { ${saved} } }`,
  withdraw: `mutation ($id: ID!, $reason: String!) { withdrawInitiative(id: $id, reason: $reason) { ${saved} } }`,
  sheet: 'mutation ($initiativeId: ID!, $number: Int!, $valid: Int!) { enterSheet(initiativeId: $initiativeId, number: $number, valid: $valid) { __typename ... on SheetKept { sheet { state valid } signatures { paper } } ... on NotAllowed { reason } } }',
  list: 'mutation ($id: ID!) { openCheckList(id: $id) { __typename ... on CheckListOpened { list { made lines { name birthYear district { el } day } openings { by } } } ... on NotAllowed { reason } } }',
  verify: `mutation ($id: ID!, $valid: Int!, $note: String!) { verifyInitiative(id: $id, valid: $valid, note: $note) { ${saved} } }`,
  answer: `mutation ($input: AnswerInitiativeInput!) { answerInitiative(input: $input) { ${saved} } }`,
  one: `query ($id: ID!) { initiative(id: $id) { ${whole} } }`,
  all: 'query ($stage: InitiativeFilterStage) { initiatives(stage: $stage) { items { id stage } } }',
  desk: '{ initiativeDesk { toAdmit { id } collecting { id } toVerify { id } toAnswer { id } } }',
  acts: 'query { ledgerActs(first: 100) { items { act subject { kind id } } } }',
};

describe('a citizens’ initiative, from the draft to the council’s answer', () => {
  let city: TestCity;
  let people: SignedIn[];
  let maria: SignedIn;
  let nikos: SignedIn;
  let eleni: SignedIn;
  let visitor: SignedIn;
  let clerk: SignedIn;
  let clerk2: SignedIn;
  let admin: SignedIn;
  let initiatives: Model<Initiative>;
  let signatures: Model<SignatureRecord>;

  const person = (wanted = {}) => signedIn(city, { personId: `afm:${newId()}`, birthYear: 1980, districtId: 'kastro', ...wanted });

  beforeAll(async () => {
    city = await startCity([InitiativesModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    [maria, nikos, eleni, clerk, clerk2, admin, visitor] = await Promise.all([
      person(), person({ name: 'Νίκος' }), person({ name: 'Ελένη' }), signedIn(city, { name: 'Γραμματεία', roles: ['clerk'] }), signedIn(city, { name: 'Γραμματεία 2', roles: ['clerk'] }),
      signedIn(city, { name: 'Διαχείριση', roles: ['administrator'] }), signedIn(city, { name: 'Χωρίς επιβεβαίωση' }),
    ]);
    people = await Promise.all(['Άννα', 'Γιώργος', 'Δήμητρα', 'Ζωή'].map((name) => person({ name })));
    initiatives = city.get<Model<Initiative>>(getModelToken(Initiative.name));
    signatures = city.get<Model<SignatureRecord>>(getModelToken(SignatureRecord.name));
    await asked(admin, q.kind, { id: 'debate', input: aKind() });
  }, 120_000);
  afterAll(() => city.stop());

  const asked = async <T = Record<string, never>>(who: SignedIn | TestCity, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await who.graph<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const act = async (who: SignedIn, query: string, variables: Record<string, unknown>): Promise<InitiativeResult> => Object.values(await asked<Record<string, InitiativeResult>>(who, query, variables))[0] as InitiativeResult;
  const done = async (who: SignedIn, query: string, variables: Record<string, unknown>): Promise<Shown> => {
    const result = await act(who, query, variables);
    if (result.__typename !== 'InitiativeSaved') throw new Error(JSON.stringify(result));
    return result.initiative;
  };
  const drafted = async (wanted = {}): Promise<string> => {
    const id = newInitiativeId();
    expect(await asked(maria, q.save, { id, input: aDraft(wanted) })).toEqual({ saveInitiative: { __typename: 'InitiativeDraftSaved', revision: 1 } });
    return id;
  };
  const carried = async (wanted = {}): Promise<string> => {
    const id = await drafted(wanted);
    const { invitation } = await done(maria, q.call, { id });
    await done(nikos, q.join, { invitation });
    return id;
  };
  const submitted = async (wanted = {}): Promise<string> => {
    const id = await carried(wanted);
    await done(maria, q.submit, { id });
    return id;
  };
  const collecting = async (wanted = {}): Promise<Shown> => {
    const id = await submitted(wanted);
    return done(clerk, q.decide, { input: { id, admit: true, grounds: [], words: '' } });
  };
  const sign = async (who: SignedIn, { id, digest: text }: Pick<Shown, 'id' | 'digest'>, wanted = {}) => (await asked<{ signInitiative: SignInitiativeResult }>(who, q.sign, { input: aSignature(id, text ?? '', wanted) })).signInitiative;
  const read = async (who: SignedIn | TestCity, id: string) => (await asked<{ initiative: Shown | null }>(who, q.one, { id })).initiative;
  const counted = (id: string, total: number) => eventually(`${total} signatures are counted`, async () => (await read(city, id))?.signatures.total === total);
  const over = async (id: string, daysAgo = 0) => {
    const past = new Date(Date.now() - 120_000 - daysAgo * 86_400_000);
    await initiatives.updateOne({ _id: id }, { $set: { closesAt: past, endsAt: past } });
    await city.get<Model<object>>(getModelToken('Ballot')).updateOne({ _id: `initiative:${id}` }, { $set: { closesAt: past } });
    // A process believes what it read of a ballot for two seconds.
    await new Promise((wake) => setTimeout(wake, 2100));
    await city.get(Ending).endDue();
  };
  const actsOn = async (id: string) => (await asked<{ ledgerActs: { items: { act: string; subject: { id: string } }[] } }>(city, q.acts)).ledgerActs.items.filter(({ subject }) => subject.id === id).map(({ act: name }) => name);

  describe('as it is written', () => {
    it('keeps the terms that it was started with, and the administrator is not overwritten by a colleague', async () => {
      const kind = `kind-${newInitiativeId()}`;
      await asked(admin, q.kind, { id: kind, input: aKind() });
      const id = await drafted({ kindId: kind });
      expect(await asked(admin, q.kind, { id: kind, revision: 1, input: aKind({ needed: 500 }) })).toMatchObject({ saveInitiativeKind: { kind: { revision: 2, running: 1, terms: { needed: 500 } } } });
      expect(await asked(admin, q.kind, { id: kind, revision: 1, input: aKind({ needed: 7 }) })).toMatchObject({ saveInitiativeKind: { __typename: 'NotAllowed', reason: 'changed' } });
      expect(await read(maria, id)).toMatchObject({ terms: { needed: 3 } });
      expect((await maria.graph(q.kind, { id: kind, revision: 2, input: aKind() })).errors).toBeDefined();
    });

    it('is nobody else’s, and an older page does not write over a newer one', async () => {
      const id = await drafted();
      for (const who of [nikos, clerk, city]) expect(await read(who, id)).toBeNull();
      expect(await asked(nikos, q.save, { id, revision: 1, input: aDraft() })).toEqual({ saveInitiative: { __typename: 'NotFound', reason: 'initiative' } });
      await asked(maria, q.save, { id, revision: 1, input: aDraft({ title: 'Άλλος τίτλος για την πλατεία' }) });
      expect(await asked(maria, q.save, { id, revision: 1, input: aDraft({ title: 'Παλιά σελίδα' }) })).toMatchObject({ saveInitiative: { __typename: 'InitiativeDraftOvertaken', initiative: { title: 'Άλλος τίτλος για την πλατεία' } } });
    });

    it('is begun by a person whom a register vouches for', async () => {
      expect(await asked(visitor, q.save, { id: newInitiativeId(), input: aDraft() })).toEqual({ saveInitiative: { __typename: 'NotAllowed', reason: 'verified' } });
    });

    it('says what it lacks before anybody is asked to carry it', async () => {
      const id = await drafted({ text: 'Λίγο.', categoryId: null });
      expect(await act(maria, q.call, { id })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'text', code: 'too_short' }, { field: 'categoryId' }] });
    });
  });

  describe('as it is carried', () => {
    it('has its text fixed while promoters are asked, and asks them anew when it is rewritten', async () => {
      const id = await carried();
      expect(await asked(maria, q.save, { id, revision: 3, input: aDraft({ title: 'Κάτι άλλο' }) })).toMatchObject({ saveInitiative: { __typename: 'NotAllowed', reason: 'fixed' } });
      expect(await read(nikos, id)).toMatchObject({ promotersMissing: 0, digest: digest(statementOf({ kind: aKind().name.el, title: aDraft().title, text: aDraft().text })), invitation: null, mine: { isPromoter: true, isAuthor: false, canSubmit: false } });
      expect(await done(maria, q.rewrite, { id })).toMatchObject({ stage: 'draft', digest: null, promotersMissing: 1 });
      expect(await read(nikos, id)).toBeNull();
    });

    it('gives its last place to one of two who take it at once', async () => {
      const id = await drafted();
      const { invitation } = await done(maria, q.call, { id });
      const both = await Promise.all([nikos, eleni].map((who) => act(who, q.join, { invitation })));
      expect(both.map((result) => (result.__typename === 'NotAllowed' ? result.reason : result.__typename)).sort()).toEqual(['InitiativeSaved', 'whole']);
      expect((await read(maria, id))?.promotersMissing).toBe(0);
      expect(await act(visitor, q.join, { invitation })).toMatchObject({ __typename: 'NotAllowed' });
    });

    it('is not sent before its promoters are complete, and a double press sends it once', async () => {
      const id = await drafted();
      await done(maria, q.call, { id });
      expect(await act(maria, q.submit, { id })).toEqual({ __typename: 'NotAllowed', reason: 'promoters' });
      const { invitation } = (await read(maria, id)) ?? {};
      await done(nikos, q.join, { invitation });
      const twice = await Promise.all([1, 2].map(() => done(maria, q.submit, { id })));
      expect(twice.map(({ stage }) => stage)).toEqual(['submitted', 'submitted']);
      expect((await asked<{ initiativeDesk: { toAdmit: { id: string }[] } }>(clerk, q.desk)).initiativeDesk.toAdmit).toContainEqual({ id });
      expect(await read(city, id)).toBeNull();
    });
  });

  describe('as the city checks it', () => {
    it('is refused with grounds and words, and may be sent once more', async () => {
      const id = await submitted();
      const refusal = { input: { id, admit: false, grounds: ['unclear'], words: 'Δεν λέει σε ποια πλατεία.' } };
      expect(await act(clerk, q.decide, { input: { ...refusal.input, words: '' } })).toMatchObject({ __typename: 'Invalid' });
      expect(await done(clerk, q.decide, refusal)).toMatchObject({ stage: 'refused', refusal: { grounds: ['unclear'] } });
      expect(await read(city, id)).toBeNull();
      expect(await read(maria, id)).toMatchObject({ mine: { canCorrect: true }, isLastTry: true });
      const { invitation } = await done(maria, q.rewrite, { id }).then(() => done(maria, q.call, { id }));
      await done(nikos, q.join, { invitation });
      await done(maria, q.submit, { id });
      await done(clerk, q.decide, refusal);
      expect(await act(maria, q.rewrite, { id })).toEqual({ __typename: 'NotAllowed', reason: 'last_try' });
      await eventually('the ledger has both', async () => (await actsOn(id)).filter((name) => name === 'initiative.refused').length === 2);
    });

    it('is decided by one of two clerks who decide at once', async () => {
      const id = await submitted();
      const both = await Promise.all([act(clerk, q.decide, { input: { id, admit: true, grounds: [], words: '' } }), act(clerk2, q.decide, { input: { id, admit: false, grounds: ['already'], words: 'Υπάρχει ήδη άλλη.' } })]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['InitiativeSaved', 'NotAllowed']);
    });

    it('is not decided by who promotes it, nor by a citizen', async () => {
      const id = await submitted();
      await initiatives.updateOne({ _id: id }, { $push: { promoters: { citizenId: clerk.citizen.id, at: new Date() } } });
      expect(await act(clerk, q.decide, { input: { id, admit: true, grounds: [], words: '' } })).toEqual({ __typename: 'NotAllowed', reason: 'own' });
      expect((await maria.graph(q.decide, { input: { id, admit: true, grounds: [], words: '' } })).errors).toBeDefined();
    });
  });

  describe('as people sign it', () => {
    it('counts each verified person once, and shows no name that was not wished', async () => {
      const initiative = await collecting();
      const press = { nonce: newId() };
      expect((await sign(maria, initiative, press)).__typename).toBe('VoteCast');
      expect((await sign(maria, initiative, press)).__typename).toBe('VoteCast');
      expect((await sign(nikos, initiative, { showsName: true, fullName: 'Νίκος  Νικολάου του Ιωάννη' })).__typename).toBe('VoteCast');
      await counted(initiative.id, 2);
      expect(await read(city, initiative.id)).toMatchObject({ stage: 'collecting', reachedAt: null, shownNames: ['Νίκος'], signatures: { online: 2, paper: 0 } });
      expect(await read(nikos, initiative.id)).toMatchObject({ mine: { showsName: true } });
    });

    it('is signed only here, with the text that stands and a name', async () => {
      const initiative = await collecting();
      expect(await sign(maria, { id: initiative.id, digest: digest('άλλο κείμενο') })).toEqual({ __typename: 'NotAllowed', reason: 'text' });
      expect(await sign(maria, initiative, { fullName: ' ' })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'fullName' }] });
      for (const fullName of ['Μαρία', '<b>Μαρία</b> Παπαδοπούλου', 'Μαρία www.example.org/1']) expect(await sign(maria, initiative, { fullName }), fullName).toMatchObject({ __typename: 'Invalid' });
      const past = await asked<{ castVote: { __typename: string } }>(maria, q.cast, { ballotId: `initiative:${initiative.id}`, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: newId() });
      expect(past.castVote.__typename).toBe('BallotUnknown');
      expect(await sign(visitor, initiative)).toEqual({ __typename: 'NotEntitled', reason: 'verified' });
      expect(await signatures.countDocuments({ initiativeId: initiative.id })).toBe(0);
    });

    it('lets a signature be taken back, with the name that stood beside it', async () => {
      const initiative = await collecting();
      await sign(maria, initiative);
      await counted(initiative.id, 1);
      await asked(maria, q.unsign, { initiativeId: initiative.id, nonce: newId() });
      await counted(initiative.id, 0);
      expect(await signatures.countDocuments({ initiativeId: initiative.id })).toBe(0);
    });

    it('says once that it is enough, though people sign in the same moment', async () => {
      const told: string[] = [];
      city.get(Events).on('initiative.reached', 'test.reached', async ({ id }) => void told.push(id));
      const initiative = await collecting();
      await Promise.all([maria, nikos, eleni, ...people].map((who) => sign(who, initiative)));
      await counted(initiative.id, 7);
      await eventually('it is enough', async () => (await read(city, initiative.id))?.reachedAt);
      await eventually('it is told', () => told.includes(initiative.id));
      expect(told.filter((id) => id === initiative.id)).toHaveLength(1);
    });

    it('is not signed while moderators have hidden it', async () => {
      const initiative = await collecting();
      await city.get(Events).publish('moderation.decided', { item: { kind: 'initiative', id: initiative.id }, decision: 'hidden', rule: 2, reason: 'Προσβάλλει.', caseId: 'c1', at: new Date() });
      await eventually('it is hidden', async () => (await read(city, initiative.id)) === null);
      expect((await sign(eleni, initiative)).__typename).toBe('NotFound');
      expect(await sign(maria, initiative)).toEqual({ __typename: 'NotAllowed', reason: 'hidden' });
      expect((await city.get(Subjects).card({ kind: 'initiative', id: initiative.id }))?.isPublic).toBe(false);
    });
  });

  describe('on paper', () => {
    it('counts a sheet when two officials agree, and tells the ledger', async () => {
      const { id } = await collecting();
      const enter = async (who: SignedIn, valid: number, number = 1) => (await asked<{ enterSheet: object }>(who, q.sheet, { initiativeId: id, number, valid })).enterSheet;
      expect(await enter(clerk, 12)).toMatchObject({ sheet: { state: 'waits', valid: null }, signatures: { paper: 0 } });
      expect(await enter(clerk2, 11)).toMatchObject({ sheet: { state: 'conflict' } });
      expect(await enter(admin, 12)).toEqual({ __typename: 'NotAllowed', reason: 'third' });
      expect(await enter(clerk2, 12)).toMatchObject({ sheet: { state: 'counted', valid: 12 }, signatures: { paper: 12 } });
      expect(await enter(clerk, 3)).toEqual({ __typename: 'NotAllowed', reason: 'counted' });
      await Promise.all([enter(clerk, 5, 2), enter(clerk2, 5, 2)]);
      expect((await read(city, id))?.signatures).toEqual({ online: 0, paper: 17, total: 17 });
      await eventually('the ledger has them', async () => (await actsOn(id)).filter((name) => name === 'initiative.sheet').length === 2);
    });

    it('waits at the end for the second count of what came in time, and takes no new sheet', async () => {
      const { id } = await collecting();
      await asked(clerk, q.sheet, { initiativeId: id, number: 1, valid: 3 });
      await over(id);
      expect((await read(city, id))?.stage).toBe('collecting');
      expect(await asked(clerk, q.sheet, { initiativeId: id, number: 2, valid: 9 })).toMatchObject({ enterSheet: { reason: 'closed' } });
      await asked(clerk2, q.sheet, { initiativeId: id, number: 1, valid: 3 });
      await city.get(Ending).endDue();
      expect(await read(city, id)).toMatchObject({ stage: 'handedIn', signatures: { online: 0, paper: 3, total: 3 } });
    });
  });

  it('does not wait for ever for the second count of a sheet: it is left out, and the ledger says so', async () => {
    const { id } = await collecting();
    await asked(clerk, q.sheet, { initiativeId: id, number: 1, valid: 3 });
    await over(id, 11);
    expect(await read(city, id)).toMatchObject({ stage: 'short', signatures: { paper: 0 } });
    const acts = city.get<Model<{ leaf: { act: string; subject: { id: string }; body: object } }>>(getModelToken('LedgerActRecord'));
    await eventually('the ledger has it', async () => (await acts.findOne({ 'leaf.act': 'initiative.fellShort', 'leaf.subject.id': id }).lean())?.leaf.body).then((body) => expect(body).toMatchObject({ sheetsLeftOut: 1, paper: 0 }));
  });

  describe('at its end', () => {
    it('that too few signed is told honestly, and their names are erased', async () => {
      const initiative = await collecting();
      await sign(maria, initiative);
      await counted(initiative.id, 1);
      await over(initiative.id);
      expect(await read(city, initiative.id)).toMatchObject({ stage: 'short', signatures: { total: 1 }, handedInAt: null });
      expect(await signatures.countDocuments({ initiativeId: initiative.id })).toBe(0);
      expect((await sign(eleni, initiative)).__typename).toBe('BallotClosed');
      expect((await asked<{ openCheckList: object }>(clerk, q.list, { id: initiative.id })).openCheckList).toEqual({ __typename: 'NotAllowed', reason: 'erased' });
    });

    it('goes to the clerk, who opens the list in sight of everyone, and to the council, which answers', async () => {
      const initiative = await collecting();
      const { id } = initiative;
      for (const who of [maria, nikos, ...people]) await sign(who, initiative, { fullName: `Όνομα ${who === maria ? 'Μαρία' : who.citizen.name}` });
      await counted(id, 6);
      expect((await asked<{ openCheckList: object }>(clerk, q.list, { id })).openCheckList).toEqual({ __typename: 'NotAllowed', reason: 'stage' });
      expect((await maria.graph(q.list, { id })).errors).toBeDefined();
      // A name without a vote is none.
      await signatures.create({ _id: `${id}.ghost`, initiativeId: id, citizenId: 'ghost', personId: 'afm:ghost', fullName: 'Κανείς', showsName: false, nonce: newId(), signedAt: new Date() });
      await over(id);
      await Promise.all([city.get(Ending).endDue(), city.get(Ending).endDue()]);
      expect(await read(city, id)).toMatchObject({ stage: 'handedIn', signatures: { online: 6 } });
      const { openCheckList } = await asked<{ openCheckList: { list: { made: number; lines: object[]; openings: object[] } } }>(clerk, q.list, { id });
      expect(openCheckList.list).toMatchObject({ made: 6, openings: [{ by: 'Γραμματεία' }] });
      expect(openCheckList.list.lines).toHaveLength(6);
      expect(openCheckList.list.lines).toContainEqual(expect.objectContaining({ name: 'Όνομα Νίκος', birthYear: 1980 }));
      expect(await act(clerk, q.verify, { id, valid: 7, note: '' })).toMatchObject({ __typename: 'Invalid', problems: [{ field: 'valid', code: 'too_big', limit: 6 }] });
      expect(await done(clerk, q.verify, { id, valid: 5, note: 'Μία δεν βρέθηκε στον κατάλογο.' })).toMatchObject({ stage: 'verified', check: { valid: 5, of: 6 } });
      expect(await act(clerk, q.verify, { id, valid: 1, note: '' })).toEqual({ __typename: 'NotAllowed', reason: 'decided' });
      city.get(Subjects).register('sitting', { cards: async (ids) => ids.map((one) => ({ kind: 'sitting', id: one, title: 'Τακτική συνεδρίαση', excerpt: '', path: `/council/sittings/${one}`, authorId: null, isPublic: true, acceptsComments: false, createdAt: new Date() })) });
      await city.get(Events).publish('sitting.announced', { id: 's1', subjects: [{ kind: 'initiative', id }], revision: 1, at: new Date() });
      await eventually('it is on the agenda', async () => (await read(city, id))?.stage === 'scheduled');
      await city.get(Events).publish('sitting.dropped', { id: 's1', subjects: [{ kind: 'initiative', id }], revision: 2, at: new Date() });
      await eventually('it waits for another sitting, and its promoters hear so', async () => {
        const notices = await city.get<Model<{ citizenId: string; name: string }>>(getModelToken('NoticeRecord')).countDocuments({ citizenId: maria.citizen.id, name: 'initiatives.unscheduled' });
        return (await read(city, id))?.stage === 'verified' && notices === 1;
      });
      // What was said before it left comes late.
      await city.get(Events).publish('sitting.announced', { id: 's1', subjects: [{ kind: 'initiative', id }], revision: 1, at: new Date() });
      await city.get(Events).publish('sitting.announced', { id: 's2', subjects: [{ kind: 'initiative', id }], revision: 1, at: new Date() });
      await eventually('it is on the next agenda', async () => (await read(city, id))?.stage === 'scheduled');
      const answer = { id, outcome: 'partly', text: 'Εγκρίθηκαν είκοσι δέντρα.', ada: '6ΛΚΩΩΗΨ-ΑΒΓ', url: '' };
      expect(await done(clerk, q.answer, { input: answer })).toMatchObject({ stage: 'answered', answer: { outcome: 'partly', ada: '6ΛΚΩΩΗΨ-ΑΒΓ' }, sitting: { path: '/council/sittings/s2' } });
      expect(await act(maria, q.withdraw, { id, reason: 'Αλλάξαμε γνώμη όλοι.' })).toEqual({ __typename: 'NotAllowed', reason: 'over' });
      await eventually('the ledger has it all', async () => {
        const acts = await actsOn(id);
        return ['opened', 'handedIn', 'listOpened', 'verified', 'answered'].every((name) => acts.includes(`initiative.${name}`));
      });
      await initiatives.updateOne({ _id: id }, { $set: { 'list.keptUntil': new Date(Date.now() - 1000) } });
      await city.get(Ending).eraseDue();
      expect(await signatures.countDocuments({ initiativeId: id })).toBe(0);
    }, 90_000);

    it('with too few valid ones ends there, and says so', async () => {
      const initiative = await collecting();
      for (const who of [maria, nikos, eleni]) await sign(who, initiative);
      await counted(initiative.id, 3);
      await over(initiative.id);
      expect(await done(clerk, q.verify, { id: initiative.id, valid: 2, note: '' })).toMatchObject({ stage: 'short', check: { valid: 2, of: 3 } });
    });

    it('is handed in early by its promoters when it is enough, not before', async () => {
      const initiative = await collecting();
      expect(await act(maria, q.handIn, { id: initiative.id })).toEqual({ __typename: 'NotAllowed', reason: 'not_enough' });
      for (const who of [maria, nikos, eleni]) await sign(who, initiative);
      await counted(initiative.id, 3);
      expect(await act(eleni, q.handIn, { id: initiative.id })).toEqual({ __typename: 'NotFound', reason: 'initiative' });
      const both = await Promise.all([maria, nikos].map((who) => done(who, q.handIn, { id: initiative.id })));
      expect(both.map(({ stage }) => stage)).toEqual(['collecting', 'collecting']);
      const { closesAt, endsAt } = (await initiatives.findById(initiative.id).lean<Initiative>()) ?? {};
      expect(Number(closesAt)).toBeLessThan(Date.now() + 4000);
      expect(Number(endsAt)).toBeGreaterThan(Date.now() + 86_400_000);
    });

    it('goes on when somebody took a signature back in the seconds of the hand-in', async () => {
      const initiative = await collecting();
      await sign(maria, initiative);
      await counted(initiative.id, 1);
      const past = new Date(Date.now() - 120_000);
      await initiatives.updateOne({ _id: initiative.id }, { $set: { closesAt: past } });
      await city.get<Model<object>>(getModelToken('Ballot')).updateOne({ _id: `initiative:${initiative.id}` }, { $set: { closesAt: past } });
      await new Promise((wake) => setTimeout(wake, 2100));
      await city.get(Ending).endDue();
      const after = await read(city, initiative.id);
      expect(after?.stage).toBe('collecting');
      expect(new Date(after?.closesAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 86_400_000);
      expect((await sign(eleni, initiative)).__typename).toBe('VoteCast');
    });

    it('is taken back by its promoters with a reason, and no longer signed', async () => {
      const initiative = await collecting();
      expect(await act(maria, q.withdraw, { id: initiative.id, reason: 'όχι' })).toMatchObject({ __typename: 'Invalid' });
      expect(await done(nikos, q.withdraw, { id: initiative.id, reason: 'Ο δήμος ξεκίνησε ήδη τη φύτευση.' })).toMatchObject({ stage: 'withdrawn' });
      expect((await sign(eleni, initiative)).__typename).toBe('BallotClosed');
      expect((await asked<{ initiatives: { items: object[] } }>(city, q.all, { stage: 'over' })).initiatives.items).toContainEqual({ id: initiative.id, stage: 'withdrawn' });
    });
  });
});
