import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type {
  AdoptConsultationResult, Amendment, AmendResult, AnswerDraft, Consultation as Shown, ConsultationArticle, ConsultationReport, ConsultationVersion, PublishAnswerResult, PublishConsultationResult, SaveAnswerResult,
  SaveConsultationResult, WithdrawAmendmentResult,
} from '@isegoria/consultations/contracts';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { Briefings, Events, eventually, Figures, startCity, Subjects, type TestCity, Threads } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { listen } from '@isegoria/realtime/api';
import { Ballots } from '@isegoria/votes/api';
import { AmendmentStanding } from './amendments/amendment-standing';
import { AmendmentRecord } from './amendments/amendment.schema';
import { ConsultationBallots } from './consultation-ballots';
import { Consultation } from './consultation.schema';
import { aConsultation, anAmendment, anId, inDays } from './consultations.builders';
import { ConsultationsModule } from './consultations.module';
import { Opening } from './opening';

const refused = '... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason }';
const whole = 'id status revision title { el en } opensAt closesAt articleCount stanceCount argumentCount amendmentCount takesPart canEdit canPublish canExtend canWithdraw canAnswer canAdopt answerDueAt department { id } extensions { reason } withdrawal { reason } answer { text kept changed removed adopted partly notAdopted added { id } } adopted { ada url title }';
const save = `mutation ($id: ID!, $revision: Int, $input: ConsultationInput!) { saveConsultation(id: $id, revision: $revision, input: $input) { __typename ... on ConsultationSaved { consultation { ${whole} } } ${refused} } }`;
const publish = `mutation ($id: ID!, $revision: Int!) { publishConsultation(id: $id, revision: $revision) { __typename ... on ConsultationSaved { consultation { ${whole} } } ${refused} } }`;
const extend = `mutation ($id: ID!, $closesAt: DateTime!, $reason: String!) { extendConsultation(id: $id, closesAt: $closesAt, reason: $reason) { __typename ... on ConsultationSaved { consultation { ${whole} } } ${refused} } }`;
const withdraw = `mutation ($id: ID!, $reason: String!) { withdrawConsultation(id: $id, reason: $reason) { __typename ... on ConsultationSaved { consultation { ${whole} } } ${refused} } }`;
const discard = 'mutation ($id: ID!) { discardConsultation(id: $id) { __typename ... on NotAllowed { reason } } }';
const read = `query ($id: ID!) { consultation(id: $id) { ${whole} } consultationArticles(consultationId: $id) { id label body ballotId subject { kind id } stances { agree withChanges disagree people } arguments { total } amendments answer { heard outcome reason } }
  consultationVersions(consultationId: $id) { number articles { id label body } } }`;
const list = 'query ($filter: ConsultationFilter, $sort: ConsultationSort) { consultations(filter: $filter, sort: $sort) { total items { id status } } }';
const desk = '{ consultationDesk { items { id status } } }';
const amendment = 'id visibility text reason isRemoval supports mine canWithdraw original author { name } decision { reason } reply { outcome reason }';
const amend = `mutation ($input: AmendInput!) { amend(input: $input) { __typename ... on AmendmentSaved { waits amendment { ${amendment} } } ${refused} } }`;
const takeBack = `mutation ($id: ID!) { withdrawAmendment(id: $id) { __typename ... on AmendmentSaved { amendment { ${amendment} } } ... on NotAllowed { reason } ... on NotFound { reason } } }`;
const amendments = `query ($id: ID!, $articleId: ID) { amendments(consultationId: $id, articleId: $articleId) { total items { ${amendment} } } }`;
const castVote = 'mutation ($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) { castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename } }';
const addComment = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename ... on NotAllowed { reason } } }';
const draftFields = 'revision waiting articles { article { id } wasDiscussed outcome reason revision body } amendments { amendment { id } outcome reason } next { id label body } missing { text articles amendments }';
const answerDraft = `query ($id: ID!) { answerDraft(consultationId: $id) { ${draftFields} } }`;
const saved = `__typename ... on AnswerDraftSaved { draft { ${draftFields} } } ${refused}`;
const saveArticle = `mutation ($input: ArticleAnswerInput!) { saveArticleAnswer(input: $input) { ${saved} } }`;
const saveFrame = `mutation ($input: AnswerFrameInput!) { saveAnswerFrame(input: $input) { ${saved} } }`;
const answerThem = `mutation ($input: AnswerAmendmentsInput!) { answerAmendments(input: $input) { ${saved} } }`;
const publishAnswer = `mutation ($id: ID!) { publishAnswer(consultationId: $id) { __typename ... on ConsultationSaved { consultation { ${whole} } } ... on AnswerIncomplete { waiting missing { text articles amendments } } ... on NotAllowed { reason } } }`;
const adopt = `mutation ($id: ID!, $revision: Int!, $input: AdoptInput!) { adoptConsultation(id: $id, revision: $revision, input: $input) { __typename ... on ConsultationSaved { consultation { ${whole} } } ${refused} } }`;
const report = 'query ($id: ID!) { consultationReport(id: $id) { peopleAtLeast stances { people agree } arguments { total } argumentAuthors amendments amendmentAuthors supports amendmentList { id } files { name path } } }';

interface Read {
  consultation: Shown | null;
  consultationArticles: ConsultationArticle[];
  consultationVersions: ConsultationVersion[];
}

describe('a consultation, from the draft to the act', () => {
  let city: TestCity;
  let maria: SignedIn;
  let nikos: SignedIn;
  let official: SignedIn;
  let stranger: SignedIn;
  let consultations: Model<Consultation>;

  beforeAll(async () => {
    city = await startCity([ConsultationsModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    [maria, nikos, official, stranger] = await Promise.all([
      signedIn(city), signedIn(city, { name: 'Νίκος' }), signedIn(city, { name: 'Υπηρεσία', roles: ['official'], departmentId: 'technical' }), signedIn(city, { name: 'Άλλη υπηρεσία', roles: ['official'], departmentId: 'environment' }),
    ]);
    consultations = city.get<Model<Consultation>>(getModelToken(Consultation.name));
  }, 90_000);
  afterAll(() => city.stop());

  const asked = async <T>(who: SignedIn | TestCity, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data, errors } = await who.graph<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const drafted = async (input = aConsultation(), who = official): Promise<string> => {
    const id = anId();
    const { saveConsultation } = await asked<{ saveConsultation: SaveConsultationResult }>(who, save, { id, input });
    expect(saveConsultation).toMatchObject({ __typename: 'ConsultationSaved' });
    return id;
  };
  const opened = async (input = aConsultation()): Promise<string> => {
    const id = await drafted(input);
    const { publishConsultation } = await asked<{ publishConsultation: PublishConsultationResult }>(official, publish, { id, revision: 1 });
    expect(publishConsultation).toMatchObject({ __typename: 'ConsultationSaved' });
    return id;
  };
  const readBy = (who: SignedIn | TestCity, id: string) => asked<Read>(who, read, { id });
  const close = (id: string) => consultations.updateOne({ _id: id }, { $set: { closesAt: inDays(-1) } });
  const proposed = async (who: SignedIn, id: string, wanted = {}) => (await asked<{ amend: AmendResult }>(who, amend, { input: anAmendment(id, wanted) })).amend;
  const amended = async (who: SignedIn, id: string, wanted = {}): Promise<Amendment> => {
    const result = await proposed(who, id, wanted);
    if (result.__typename !== 'AmendmentSaved') throw new Error(JSON.stringify(result));
    return result.amendment;
  };
  const stand = (who: SignedIn, id: string, articleId: string, optionId: string | null) =>
    asked<{ castVote: { __typename: string } }>(who, castVote, { ballotId: `consultation-article:${id}.${articleId}`, answers: optionId ? [{ questionId: 'stance', optionId }] : [], nonce: anId() });

  describe('as its department writes it', () => {
    it('is seen by nobody else, and sending it twice makes one', async () => {
      const id = anId();
      const twice = await Promise.all([1, 2].map(() => asked(official, save, { id, input: aConsultation() })));
      for (const { saveConsultation } of twice as { saveConsultation: SaveConsultationResult }[]) expect(saveConsultation.__typename).toBe('ConsultationSaved');
      expect((await readBy(official, id)).consultation).toMatchObject({ status: 'draft', canEdit: true, canPublish: true, articleCount: 2, title: { en: aConsultation().title.el } });
      for (const who of [maria, stranger, city]) expect(await readBy(who, id)).toEqual({ consultation: null, consultationArticles: [], consultationVersions: [] });
      expect((await asked<{ consultations: { items: object[] } }>(official, list)).consultations.items).not.toContainEqual(expect.objectContaining({ id }));
      expect((await asked<{ consultationDesk: { items: object[] } }>(official, desk)).consultationDesk.items).toContainEqual({ id, status: 'draft' });
      expect((await asked<{ consultationDesk: { items: object[] } }>(stranger, desk)).consultationDesk.items).not.toContainEqual(expect.objectContaining({ id }));
    });

    it('is not written by another department or a citizen, nor over what a colleague wrote', async () => {
      const id = await drafted();
      expect(await asked(stranger, save, { id, revision: 1, input: aConsultation({ departmentId: 'environment' }) })).toEqual({ saveConsultation: { __typename: 'NotFound', reason: 'consultation' } });
      expect(await asked(stranger, save, { id: anId(), input: aConsultation() })).toEqual({ saveConsultation: { __typename: 'NotAllowed', reason: 'department' } });
      expect((await maria.graph(save, { id: anId(), input: aConsultation() })).errors).toBeDefined();
      await asked(official, save, { id, revision: 1, input: aConsultation() });
      expect(await asked(official, save, { id, revision: 1, input: aConsultation() })).toEqual({ saveConsultation: { __typename: 'NotAllowed', reason: 'changed' } });
    });

    it('keeps the words of articles that are not sent again, and asks for those that it does not have', async () => {
      const id = await drafted();
      const articles = aConsultation().articles.map((article) => ({ ...article, body: article.id === 'a2' ? 'Νέα λόγια.' : null }));
      await asked(official, save, { id, revision: 1, input: aConsultation({ articles }) });
      expect((await readBy(official, id)).consultationArticles.map(({ body }) => body)).toEqual(['Έχοντας υπόψη τον ν. 3463/2006.', 'Νέα λόγια.', 'Μένει ελεύθερο πλάτος **1,5** μέτρου.']);
      const unknown = [{ id: 'a9', label: 'Άρθρο 9', title: '', body: null, isPreamble: false }];
      expect(await asked(official, save, { id, revision: 2, input: aConsultation({ articles: unknown }) })).toMatchObject({ saveConsultation: { __typename: 'Invalid', problems: [{ field: 'articles', code: 'required' }] } });
    });

    it('says what it lacks before it is made public', async () => {
      const id = await drafted(aConsultation({ title: { el: 'Λίγο', en: '' }, summary: { el: '', en: '' }, closesAt: inDays(3), articles: [] }));
      const { publishConsultation } = await asked<{ publishConsultation: PublishConsultationResult }>(official, publish, { id, revision: 1 });
      expect(publishConsultation).toEqual({
        __typename: 'Invalid',
        problems: [{ field: 'title.el', code: 'too_short', limit: 10 }, { field: 'summary.el', code: 'required', limit: null }, { field: 'articles', code: 'required', limit: null }, { field: 'closesAt', code: 'too_short', limit: 7 }],
      });
      expect(await asked(official, discard, { id })).toEqual({ discardConsultation: { __typename: 'ConsultationDiscarded' } });
      expect((await readBy(official, id)).consultation).toBeNull();
    });

    it('is announced with its day, may change until then, and opens by itself', async () => {
      const id = await opened(aConsultation({ opensAt: inDays(2), closesAt: inDays(12) }));
      expect((await readBy(city, id)).consultation).toMatchObject({ status: 'announced', takesPart: false });
      expect(await proposed(maria, id)).toEqual({ __typename: 'NotAllowed', reason: 'not_open' });
      const moved = await asked<{ saveConsultation: SaveConsultationResult }>(official, save, { id, revision: 2, input: aConsultation({ opensAt: inDays(1), closesAt: inDays(9) }) });
      expect(moved.saveConsultation).toMatchObject({ consultation: { status: 'announced' } });
      expect(await asked(official, save, { id, revision: 3, input: aConsultation({ opensAt: inDays(1), closesAt: inDays(4) }) })).toMatchObject({ saveConsultation: { problems: [{ field: 'closesAt' }] } });
      await consultations.updateOne({ _id: id }, { $set: { opensAt: new Date(Date.now() + 30_000) } });
      expect(await asked(official, save, { id, revision: 3, input: aConsultation() })).toEqual({ saveConsultation: { __typename: 'NotAllowed', reason: 'soon' } });
      await city.get(Opening).openDue();
      expect(await city.get(Ballots).find(`consultation-article:${id}.a2`), 'its ballots are ready before it opens').toMatchObject({ kind: 'poll' });
      expect((await consultations.findById(id).lean())?.openedAt).toBeNull();
      await consultations.updateOne({ _id: id }, { $set: { opensAt: new Date(Date.now() - 1000) } });
      await city.get(Opening).openDue();
      expect((await readBy(city, id)).consultation).toMatchObject({ status: 'open', takesPart: true });
      expect((await consultations.findById(id).lean())?.openedAt).not.toBeNull();
    });
  });

  describe('while it is open', () => {
    it('keeps its text and dates, and is only given more time, by its department, with a reason', async () => {
      const id = await opened();
      expect((await readBy(official, id)).consultation).toMatchObject({ status: 'open', canEdit: false, canExtend: true, canWithdraw: true });
      expect(await asked(official, save, { id, revision: 2, input: aConsultation() })).toEqual({ saveConsultation: { __typename: 'NotAllowed', reason: 'frozen' } });
      expect(await asked(official, discard, { id })).toEqual({ discardConsultation: { __typename: 'NotAllowed', reason: 'published' } });
      const reason = 'Ζητήθηκε από τους συλλόγους.';
      expect(await asked(stranger, extend, { id, closesAt: inDays(20), reason })).toEqual({ extendConsultation: { __typename: 'NotAllowed', reason: 'department' } });
      expect(await asked(official, extend, { id, closesAt: inDays(8), reason: '' })).toMatchObject({ extendConsultation: { problems: [{ field: 'reason', code: 'required' }, { field: 'closesAt', code: 'too_small' }] } });
      const closesAt = inDays(20).toISOString();
      expect(await asked(official, extend, { id, closesAt, reason })).toMatchObject({ extendConsultation: { consultation: { closesAt, extensions: [{ reason }] } } });
      await eventually('its ballots end later too', async () => (await city.get(Ballots).find(`consultation-article:${id}.a2`))?.closesAt?.toISOString() === closesAt);
    });

    it('gives an amendment that comes in the instant of an extension the later end too', async () => {
      const id = await opened();
      const ballots = city.get(ConsultationBallots);
      const open = ballots.openAmendment.bind(ballots);
      const closesAt = inDays(20).toISOString();
      const endOf = async (ballotId: string) => (await city.get(Ballots).find(ballotId))?.closesAt?.toISOString();
      vi.spyOn(ballots, 'openAmendment').mockImplementationOnce(async (...which) => {
        await asked(official, extend, { id, closesAt, reason: 'Ζητήθηκε από τους συλλόγους.' });
        await eventually('the ballots that are there end later', async () => (await endOf(`consultation-article:${id}.a2`)) === closesAt);
        await open(...which);
      });
      const { amend: made } = await asked<{ amend: AmendResult }>(maria, amend, { input: anAmendment(id) });
      expect(await endOf(`amendment:${made.__typename === 'AmendmentSaved' ? made.amendment.id : ''}`)).toBe(closesAt);
    });

    it('shows how people stand towards each article, live; a stance may be changed and taken back', async () => {
      const id = await opened();
      const browser = await listen(city.url);
      await browser.watch({ kind: 'consultation', id });
      await stand(maria, id, 'a2', 'agree');
      await stand(nikos, id, 'a2', 'disagree');
      await stand(nikos, id, 'a2', 'withChanges');
      await eventually('the counts', async () => (await readBy(city, id)).consultationArticles[1]?.stances.withChanges === 1);
      expect((await readBy(city, id)).consultation?.stanceCount).toBe(2);
      expect((await readBy(city, id)).consultationArticles[1]).toMatchObject({ stances: { agree: 1, withChanges: 1, disagree: 0, people: 2 }, ballotId: `consultation-article:${id}.a2` });
      await stand(nikos, id, 'a2', null);
      await eventually('one less', async () => (await readBy(city, id)).consultation?.stanceCount === 1);
      await eventually('the page hears', () => browser.heard.find(({ name, payload }) => name === 'stances' && (payload as { people: number }).people === 1));
      browser.close();
    });

    it('counts arguments about an article and about the whole, and takes none after its end', async () => {
      const id = await opened();
      const say = (kind: string, subjectId: string) => asked<{ addComment: object }>(maria, addComment, { input: { subject: { kind, id: subjectId }, alignment: 'FOR', text: 'Επιτέλους ένας κανόνας.', nonce: anId() } });
      expect(await say('consultation', id)).toEqual({ addComment: { __typename: 'CommentSaved' } });
      await say('consultation-article', `${id}.a3`);
      const { consultation, consultationArticles } = await readBy(city, id);
      expect(consultation?.argumentCount).toBe(2);
      expect(consultationArticles.map(({ arguments: { total } }) => total)).toEqual([0, 0, 1]);
      await close(id);
      expect(await say('consultation', id)).toEqual({ addComment: { __typename: 'NotAllowed', reason: 'closed' } });
    });

    it('is taken back with a reason that everyone reads, and takes nothing more', async () => {
      const id = await opened();
      expect(await asked(official, withdraw, { id, reason: 'Ψηφίστηκε νέος νόμος που ρυθμίζει το θέμα.' })).toMatchObject({ withdrawConsultation: { consultation: { status: 'withdrawn', canAnswer: false, canWithdraw: false } } });
      expect((await readBy(city, id)).consultation).toMatchObject({ status: 'withdrawn', withdrawal: { reason: 'Ψηφίστηκε νέος νόμος που ρυθμίζει το θέμα.' }, answerDueAt: null });
      expect(await proposed(maria, id)).toMatchObject({ reason: 'not_open' });
      await eventually('its ballots are closed', async () => ((await city.get(Ballots).find(`consultation-article:${id}.a2`))?.closesAt ?? inDays(9)) < inDays(1));
    });
  });

  describe('and an amendment to an article', () => {
    it('is one a person, however often it is sent; it is corrected by taking it back', async () => {
      const id = await opened();
      const input = anAmendment(id);
      const five = await Promise.all(Array.from({ length: 5 }, () => asked<{ amend: AmendResult }>(maria, amend, { input })));
      expect(new Set(five.map(({ amend: one }) => (one.__typename === 'AmendmentSaved' ? one.amendment.id : one.__typename))).size).toBe(1);
      expect(await proposed(maria, id, { isRemoval: true })).toEqual({ __typename: 'NotAllowed', reason: 'one_open' });
      expect(await proposed(maria, id, { articleId: 'a2' })).toMatchObject({ __typename: 'AmendmentSaved' });
      const { items } = (await asked<{ amendments: { items: Amendment[] } }>(maria, amendments, { id, articleId: 'a3' })).amendments;
      expect(items).toMatchObject([{ text: 'Μένει ελεύθερο πλάτος 1,8 μέτρων. <script>alert(1)</script>', mine: true, canWithdraw: true, original: 'Μένει ελεύθερο πλάτος **1,5** μέτρου.' }]);
      const [{ id: first = '' } = {}] = items;
      expect((await asked<{ withdrawAmendment: WithdrawAmendmentResult }>(nikos, takeBack, { id: first })).withdrawAmendment).toEqual({ __typename: 'NotFound', reason: 'amendment' });
      expect((await asked<{ withdrawAmendment: WithdrawAmendmentResult }>(maria, takeBack, { id: first })).withdrawAmendment).toMatchObject({ amendment: { visibility: 'withdrawn', text: '', reason: '' } });
      expect(await proposed(maria, id, { isRemoval: true })).toMatchObject({ amendment: { isRemoval: true, text: '' } });
      expect((await readBy(city, id)).consultation?.amendmentCount).toBe(2);
    });

    it('says something else than what stands, about an article that there is, by somebody with a confirmed address', async () => {
      const id = await opened();
      const unconfirmed = await signedIn(city, { confirmed: false });
      expect(await proposed(maria, id, { text: 'Μένει ελεύθερο πλάτος **1,5** μέτρου. ' })).toMatchObject({ reason: 'same' });
      expect(await proposed(maria, id, { text: ' ', reason: '' })).toMatchObject({ problems: [{ field: 'reason', code: 'required' }, { field: 'text', code: 'required' }] });
      expect(await proposed(maria, id, { articleId: 'a77' })).toEqual({ __typename: 'NotFound', reason: 'article' });
      expect(await proposed(unconfirmed, id)).toEqual({ __typename: 'NotAllowed', reason: 'unconfirmed' });
      expect(await proposed(maria, await drafted())).toEqual({ __typename: 'NotFound', reason: 'consultation' });
    });

    it('waits for a moderator where the consultation says so, follows what they decide, and is found again after a crash', async () => {
      const id = await opened(aConsultation({ admission: 'wait' }));
      const submitted: string[] = [];
      city.get(Events).on('contribution.submitted', 'test', ({ item, mode }) => void submitted.push(`${item.id} ${mode}`));
      const one = await amended(maria, id);
      expect(one.visibility).toBe('waiting');
      expect(submitted).toEqual([`${one.id} wait`]);
      const shown = async () => (await asked<{ amendments: { items: Amendment[] } }>(city, amendments, { id })).amendments.items.map((other) => other.id);
      expect(await shown()).toEqual([]);
      expect(await city.get(Subjects).card({ kind: 'amendment', id: one.id })).toMatchObject({ isPublic: false, authorId: maria.citizen.id });
      const decide = (decision: 'approved' | 'hidden', at: string) => city.get(Events).publish('moderation.decided', { item: { kind: 'amendment', id: one.id }, decision, rule: 2, reason: 'η λέξη', caseId: 'c', at: new Date(at) });
      await decide('approved', '2030-01-01');
      expect(await shown()).toEqual([one.id]);
      await decide('hidden', '2030-01-03');
      await decide('approved', '2030-01-02');
      expect(await shown(), 'the older decision came late').toEqual([]);
      expect((await readBy(city, id)).consultation?.amendmentCount).toBe(0);
      expect(await proposed(maria, id), 'what was hidden is over').toMatchObject({ __typename: 'AmendmentSaved' });
      await city.get<Model<AmendmentRecord>>(getModelToken(AmendmentRecord.name)).updateMany({ consultationId: id, visibility: 'waiting' }, { $set: { entered: false, createdAt: inDays(-1) } });
      await city.get(AmendmentStanding).enterTheForgotten();
      expect(submitted.filter((said) => said.endsWith('wait'))).toHaveLength(3);
    });

    it('is supported by others, who hear what becomes of it', async () => {
      const id = await opened();
      const one = await amended(maria, id);
      await asked(nikos, castVote, { ballotId: `amendment:${one.id}`, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: anId() });
      await eventually('the support', async () => (await asked<{ amendments: { items: Amendment[] } }>(city, amendments, { id })).amendments.items[0]?.supports === 1);
    });
  });

  describe('when it is over', () => {
    const answered = async (id: string, articleId: string, wanted: Record<string, unknown> = {}) => {
      const input = { consultationId: id, articleId, revision: 0, heard: 'Ζητήσατε μεγαλύτερο πλάτος.', outcome: 'changed', reason: 'Είχατε δίκιο.', label: 'Άρθρο 2', title: 'Πλάτος', body: 'Μένει ελεύθερο πλάτος 1,8 μέτρων.', ...wanted };
      return (await asked<{ saveArticleAnswer: SaveAnswerResult }>(official, saveArticle, { input })).saveArticleAnswer;
    };

    it('is answered article by article and amendment by amendment, where nobody sees it; published it is one act', async () => {
      const id = await opened();
      const [one, other] = [await amended(maria, id), await amended(nikos, id, { isRemoval: true })];
      await stand(maria, id, 'a2', 'agree');
      await eventually('the stance', async () => (await readBy(city, id)).consultation?.stanceCount === 1);
      expect(await answered(id, 'a3')).toMatchObject({ reason: 'not_closed' });
      await close(id);
      expect((await asked<{ withdrawAmendment: WithdrawAmendmentResult }>(maria, takeBack, { id: one.id })).withdrawAmendment).toMatchObject({ reason: 'not_open' });
      expect((await asked<{ answerDraft: AnswerDraft }>(official, answerDraft, { id })).answerDraft).toMatchObject({
        waiting: 0, missing: { text: true, articles: ['a2', 'a3'], amendments: [one.id, other.id] }, articles: [{ wasDiscussed: false }, { wasDiscussed: true }, { wasDiscussed: true }],
      });
      expect(await asked(stranger, answerDraft, { id })).toEqual({ answerDraft: null });

      expect(await answered(id, 'a3', { title: 'Πλάτος', body: 'Μένει ελεύθερο πλάτος **1,5** μέτρου.' })).toMatchObject({ reason: 'same' });
      expect(await answered(id, 'a3', { body: '' })).toMatchObject({ problems: [{ field: 'body', code: 'required' }] });
      expect(await answered(id, 'a3')).toMatchObject({ __typename: 'AnswerDraftSaved' });
      expect(await answered(id, 'a3'), 'a colleague’s words are not written over').toMatchObject({ reason: 'changed' });
      expect(await answered(id, 'a2', { outcome: 'removed', reason: '' })).toMatchObject({ draft: { missing: { articles: ['a2'] } } });
      expect(await answered(id, 'a2', { outcome: 'kept', reason: 'Κανείς δεν ζήτησε κάτι άλλο.', label: 'Άρθρο 1', revision: 1 })).toMatchObject({ draft: { missing: { articles: [] } } });
      const adds = [{ id: 'a4', after: 'a3', label: 'Άρθρο 3', title: 'Έναρξη', body: 'Ισχύει από 1/1.', reason: 'Έλειπε.' }];
      await asked(official, saveFrame, { input: { consultationId: id, revision: 0, text: 'Ευχαριστούμε όσους μίλησαν.', added: adds } });
      expect(await asked(official, saveFrame, { input: { consultationId: id, revision: 1, text: '', added: [{ ...adds[0], id: 'a3' }] } })).toMatchObject({ saveAnswerFrame: { problems: [{ field: 'added' }] } });
      expect(await asked(official, publishAnswer, { id })).toEqual({ publishAnswer: { __typename: 'AnswerIncomplete', waiting: 0, missing: { text: false, articles: [], amendments: [one.id, other.id] } } });
      expect(await asked(official, answerThem, { input: { consultationId: id, amendmentIds: [one.id], outcome: 'adopted', reason: ' ' } })).toMatchObject({ answerAmendments: { problems: [{ field: 'reason' }] } });
      await asked(official, answerThem, { input: { consultationId: id, amendmentIds: [one.id], outcome: 'adopted', reason: 'Έτσι θα γραφτεί.' } });
      await asked(official, answerThem, { input: { consultationId: id, amendmentIds: [other.id], outcome: 'notAdopted', reason: 'Το άρθρο χρειάζεται.' } });
      const before = await readBy(maria, id);
      expect(before.consultationArticles.map(({ answer }) => answer)).toEqual([null, null, null]);
      expect(before.consultationVersions).toHaveLength(1);

      const twice = await Promise.all([1, 2].map(() => asked<{ publishAnswer: PublishAnswerResult }>(official, publishAnswer, { id })));
      for (const { publishAnswer: result } of twice) expect(result).toMatchObject({ consultation: { status: 'answered', answer: { kept: 2, changed: 1, removed: 0, adopted: 1, partly: 0, notAdopted: 1, added: [{ id: 'a4' }] } } });
      const after = await readBy(city, id);
      expect(after.consultationVersions[1]?.articles).toEqual([
        { id: 'a1', label: '', body: 'Έχοντας υπόψη τον ν. 3463/2006.' }, { id: 'a2', label: 'Άρθρο 1', body: 'Ο κανονισμός ορίζει πού μπαίνουν τραπέζια.' },
        { id: 'a3', label: 'Άρθρο 2', body: 'Μένει ελεύθερο πλάτος 1,8 μέτρων.' }, { id: 'a4', label: 'Άρθρο 3', body: 'Ισχύει από 1/1.' },
      ]);
      expect(after.consultationArticles[2]).toMatchObject({ body: 'Μένει ελεύθερο πλάτος **1,5** μέτρου.', answer: { outcome: 'changed', heard: 'Ζητήσατε μεγαλύτερο πλάτος.' } });
      expect(await answered(id, 'a3', { revision: 1 })).toMatchObject({ reason: 'answered' });
      const inbox = '{ inbox { items { name } } }';
      await eventually('the author hears', async () => (await asked<{ inbox: { items: { name: string }[] } }>(maria, inbox)).inbox.items.some(({ name }) => name === 'consultations.amendmentAdopted'));
      await eventually('the ledger has it', async () => (await asked<{ ledgerActs: { items: { act: string }[] } }>(city, '{ ledgerActs { items { act } } }')).ledgerActs.items.some(({ act }) => act === 'consultation.answered'));

      const [card] = [...(await city.get(Subjects).cards([{ kind: 'consultation', id }])).values()];
      const parts = await Promise.all(city.get(Briefings).inOrder().map((briefing) => briefing.parts(card ? [card] : [], new Date())));
      expect(parts.flat()[0]).toMatchObject({ measures: [{ value: 1 }, { value: 0 }, { value: 2 }], tables: [{ rows: [{ agree: 0 }, { agree: 1, name: { el: 'Άρθρο 1 – Σκοπός' } }, { amendments: 2 }] }] });
      for (const figure of city.get(Figures).inOrder().filter((one) => one.id.startsWith('consultations.'))) expect((await figure.rows()).length, figure.id).toBeGreaterThan(0);

      const { consultationReport } = await asked<{ consultationReport: ConsultationReport }>(city, report, { id });
      expect(consultationReport).toMatchObject({ peopleAtLeast: 2, stances: { people: 1, agree: 1 }, amendments: 2, amendmentAuthors: 2, amendmentList: [{ id: one.id }, { id: other.id }] });
      for (const { path } of consultationReport.files) expect(await (await fetch(`${city.url}${path}`)).text()).toMatch(/Άρθρο 2/);
      expect((await fetch(`${city.url}/consultation-files/${id}/people.csv`)).status).toBe(404);
    });

    it('is not answered while an amendment waits for a moderator, or with nothing left', async () => {
      const id = await opened(aConsultation({ admission: 'wait' }));
      await amended(maria, id);
      await close(id);
      await asked(official, saveFrame, { input: { consultationId: id, revision: 0, text: 'Ευχαριστούμε.', added: [] } });
      expect(await asked(official, publishAnswer, { id })).toMatchObject({ publishAnswer: { __typename: 'AnswerIncomplete', waiting: 1 } });
      const none = await opened();
      await close(none);
      await asked(official, saveFrame, { input: { consultationId: none, revision: 0, text: 'Ευχαριστούμε.', added: [] } });
      for (const articleId of ['a2', 'a3']) await answered(none, articleId, { outcome: 'removed' });
      expect(await asked(official, publishAnswer, { id: none })).toEqual({ publishAnswer: { __typename: 'NotAllowed', reason: 'empty' } });
    });

    it('ends with the act that adopted its text, which may be corrected, and stands in the ledger then too', async () => {
      const id = await opened();
      const act = { ada: null, url: 'https://diavgeia.gov.gr/decision/view/ABC', title: 'Απόφαση Δημοτικού Συμβουλίου 12/2026', note: '' };
      const named = async (input: object, revision?: number) => {
        const { consultation } = await readBy(official, id);
        return (await asked<{ adoptConsultation: AdoptConsultationResult }>(official, adopt, { id, revision: revision ?? consultation?.revision, input })).adoptConsultation;
      };
      await close(id);
      expect(await named(act)).toMatchObject({ reason: 'not_answered' });
      await asked(official, saveFrame, { input: { consultationId: id, revision: 0, text: 'Κανείς δεν είπε κάτι.', added: [] } });
      expect(await asked(official, publishAnswer, { id })).toMatchObject({ publishAnswer: { consultation: { status: 'answered', canAdopt: true } } });
      expect(await named({ ...act, url: 'http://elsewhere.example' })).toMatchObject({ problems: [{ field: 'url' }] });
      expect(await named({ ...act, url: null })).toMatchObject({ problems: [{ field: 'ada', code: 'required' }] });
      expect(await named({ ...act, ada: '6ΩΡΔ7ΛΗ-Α12', url: null })).toMatchObject({ problems: [{ field: 'url', code: 'required' }] });
      const first = await named(act);
      expect(first).toMatchObject({ consultation: { status: 'adopted', adopted: { ada: null, url: act.url }, canAdopt: true } });
      const revision = first.__typename === 'ConsultationSaved' ? first.consultation.revision : 0;
      const [source] = city.get(Threads).all();
      expect((await source?.moments([{ kind: 'consultation', id }]))?.map((moment) => moment.id.split(':')[2])).toEqual(['opened', 'closed', 'answered', 'adopted']);

      expect(await named(act, revision - 1), 'the same press, twice').toMatchObject({ consultation: { revision } });
      expect(await named({ ...act, title: 'Απόφαση 13/2026' }, revision - 1), 'a colleague’s').toMatchObject({ reason: 'changed' });
      expect(await named({ ...act, title: 'Απόφαση 13/2026' })).toMatchObject({ consultation: { status: 'adopted', revision: revision + 1, adopted: { title: 'Απόφαση 13/2026' } } });
      const lines = async () => (await asked<{ ledgerActs: { items: { act: string; subject: { id: string } | null }[] } }>(city, '{ ledgerActs { items { act subject { id } } } }')).ledgerActs.items;
      await eventually('both are in the ledger', async () => (await lines()).filter(({ act: of, subject }) => of === 'consultation.adopted' && subject?.id === id).length === 2);
    });

    it('stands in the lists by where it stands', async () => {
      const id = await opened(aConsultation({ title: { el: 'Κανονισμός κοιμητηρίων του δήμου', en: '' } }));
      const found = async (status: string, text = 'κοιμητηρίων') => (await asked<{ consultations: { items: { id: string }[] } }>(city, list, { filter: { status, text } })).consultations.items.map((one) => one.id);
      expect(await found('open', 'κοιμητήρια')).toEqual([id]);
      expect(await found('open', 'κοιμητήρια τραπέζι'), 'also by the words of its articles').toEqual([id]);
      expect(await found('draft')).toEqual([]);
      await close(id);
      expect([await found('open'), await found('closed')]).toEqual([[], [id]]);
    });
  });
});
