import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, sessionDoor, type SignedIn, signedIn } from '@isegoria/identity/api';
import { Events, eventually, Importers, startCity, type TestCity } from '@isegoria/kernel/api';
import { ModerationModule } from '@isegoria/moderation/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OpinionsModule } from '@isegoria/opinions/api';
import { RealtimeModule } from '@isegoria/realtime/api';

const statements = 16;
const topic = 'Η πλατεία <script>alert(1)</script>';

/** A Polis export of forty people who think each their own. */
const folder = {
  'summary.csv': `topic,"${topic}"\nparticipants,40\n`,
  'comments.csv': ['timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body', ...Array.from({ length: statements }, (_, id) => `1700000000000,day,${id},9,0,0,1,"Θέση ${id}"`)].join('\n'),
  'votes.csv': ['timestamp,datetime,comment-id,voter-id,vote', ...Array.from({ length: 40 * statements }, (_, at) => {
    const [person, id] = [Math.floor(at / statements), at % statements];
    return `${1_700_000_000 + at},d,${id},${person},${(person * 7 + id * 13 + person * id) % 2 ? 1 : -1}`;
  })].join('\n'),
};

const ask = 'query ($subject: SubjectInput!) { opinions(subject: $subject) { given { id } next { id } map { participants answers } } }';
const say = 'mutation ($id: ID!, $answer: OpinionAnswer!) { answerOpinion(id: $id, answer: $answer) { __typename ... on OpinionAnswered { opinions { next { id text } } } } }';
const queue = '{ moderationQueue(first: 100) { items { id version item { kind id } title { el } } } }';
const claim = 'mutation ($id: ID!) { claimCase(id: $id) { __typename ... on CaseClaimed { case { text path reports { rule } } } } }';
const decide = 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { __typename } }';
const log = '{ moderationLog(first: 20) { items { decision itemKind } } }';

interface Case {
  id: string;
  version: number;
  item: { kind: string; id: string };
  title: { el: string };
}
interface Statement {
  id: string;
  text: string;
}

describe('five new accounts that answer as one', () => {
  let city: TestCity;
  let moderator: SignedIn;
  let subject = { kind: 'conversation', id: '' };
  const handedIn: string[] = [];

  beforeAll(async () => {
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule, ModerationModule, OpinionsModule], { doors: [sessionDoor] });
    moderator = await signedIn(city, { name: 'Άντα', roles: ['moderator'] });
    city.get(Events).on('opinions.mapped', 'test', ({ subject: mapped }) => void (subject = mapped));
    city.get(Events).on('contribution.submitted', 'test', ({ item }) => void handedIn.push(item.kind));
    const report = { total: () => undefined, added: () => undefined, unchanged: () => undefined, changed: () => undefined, refused: (_: string, why: string) => void handedIn.push(why) };
    await city.get(Importers).named('opinions')?.run(JSON.stringify(folder), report);
    await eventually('the imported conversation is mapped', () => subject.id !== '');
  }, 90_000);
  afterAll(() => city.stop());

  const cases = async () => (await moderator.graph<{ moderationQueue: { items: Case[] } }>(queue)).data.moderationQueue.items.filter(({ item }) => item.kind === 'opinion-signs');
  const map = async () => (await city.graph<{ opinions: { map: { participants: number; answers: number } } }>(ask, { subject })).data.opinions.map;

  /** Every statement, one after another as the page asks, each by its number: the same row for everybody. */
  async function answersAll(who: SignedIn): Promise<void> {
    const { data } = await who.graph<{ opinions: { next: Statement | null } }>('query ($subject: SubjectInput!) { opinions(subject: $subject) { next { id text } } }', { subject });
    for (let next = data.opinions.next; next; ) {
      const number = Number(/\d+$/.exec(next.text)?.[0]);
      const said = await who.graph<{ answerOpinion: { __typename: string; opinions: { next: Statement | null } } }>(say, { id: next.id, answer: number % 3 === 0 ? 'PASS' : 'DISAGREE' });
      expect(said.data.answerOpinion.__typename).toBe('OpinionAnswered');
      ({ next } = said.data.answerOpinion.opinions);
    }
  }

  it('become one case, in both languages, with the measure by which it is one', async () => {
    for (let number = 0; number < 4; number += 1) await answersAll(await signedIn(city, { name: `Νέος ${number}` }));
    await eventually('four are on the map', async () => (await map()).participants === 44, 20_000);
    expect(await cases()).toEqual([]);
    await answersAll(await signedIn(city, { name: 'Νέος 5' }));
    const [found, ...others] = await eventually('the case', async () => ((await cases()).length > 0 ? cases() : null), 20_000);
    expect(others).toEqual([]);
    expect(found?.title.el).toBe(topic);
    const { data } = await moderator.graph<{ claimCase: { case: { text: string; path: string; reports: object[] } } }>(claim, { id: found?.id });
    expect(data.claimCase.case).toMatchObject({ path: `/opinions/conversation/${subject.id}`, reports: [] });
    expect(data.claimCase.case.text).toContain('5 άτομα, από αυτά 5 με νέο λογαριασμό');
    expect(data.claimCase.case.text).toContain('5 people, 5 of them with a new account, gave the very same answers to 16 statements');
    expect(data.claimCase.case.text).toContain('at least 5 with an account younger than 7 days');
  }, 90_000);

  it('are decided about as any case, and whatever is decided every answer counts as before', async () => {
    const counts = async (people: number) => {
      const { participants, answers } = await map();
      return participants === people && answers === people * statements;
    };
    await eventually('all five count', () => counts(45), 20_000);
    const [found] = await cases();
    await moderator.graph(claim, { id: found?.id });
    const { data } = await moderator.graph<{ decideCase: { __typename: string } }>(decide, { input: { id: found?.id, version: found?.version, decision: 'hidden', rule: 1, reason: 'Γνωρίζονται μεταξύ τους· δεν αλλάζει τίποτα.' } });
    expect(data.decideCase.__typename).toBe('CaseDecided');
    expect(await cases()).toEqual([]);
    const { data: shown } = await city.graph<{ moderationLog: { items: { decision: string; itemKind: string }[] } }>(log);
    expect(shown.moderationLog.items).toEqual([{ decision: 'hidden', itemKind: 'opinion-signs' }]);
    await answersAll(await signedIn(city, { name: 'Νέος 6' }));
    await eventually('the sixth counts beside them', () => counts(46), 20_000);
    expect(handedIn.filter((kind) => kind === 'opinion-signs')).toHaveLength(1);
  }, 90_000);
});
