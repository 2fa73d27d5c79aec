import { CommentsModule } from '@isegoria/comments/api';
import { EvaluationsModule } from '@isegoria/evaluations/api';
import { FilesModule } from '@isegoria/files/api';
import { Citizens, IdentityModule, sessionDoor, signedIn } from '@isegoria/identity/api';
import { Seeds, startCity, type TestCity } from '@isegoria/kernel/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { ModerationModule } from '@isegoria/moderation/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OpinionsModule } from '@isegoria/opinions/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { ProposalsModule } from '@isegoria/proposals/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { TimelineModule } from '@isegoria/timeline/api';
import { VotesModule } from '@isegoria/votes/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TIMELINE = 'query T($subject: SubjectInput!) { timeline(subject: $subject) { moments { id at about { kind id } path isComing } things { subject { kind id } path } } }';
const SAVE = 'mutation S($input: ChoiceInput!) { saveChoice(input: $input) { ... on ChoiceSaved { choice { id } } } }';

interface Answer {
  timeline: { moments: { id: string; at: string; about: { kind: string; id: string } }[]; things: { subject: { kind: string; id: string } }[] } | null;
}

describe('a thread across the slices', () => {
  let city: TestCity;
  const timeline = async (kind: string, id: string) => (await city.graph<Answer>(TIMELINE, { subject: { kind, id } })).data.timeline;

  beforeAll(async () => {
    const slices = [IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, FilesModule, LedgerModule, ProcessesModule, VotesModule, CommentsModule, OpinionsModule, ModerationModule, ProposalsModule, EvaluationsModule, TimelineModule];
    city = await startCity(slices, { doors: [sessionDoor] });
    await city.get(Citizens).createMany(Array.from({ length: 25 }, (_, at) => ({ name: `Πολίτης ${at}`, made: true })));
    const context = { random: () => 0.5, now: new Date(), scale: 0.02, progress: () => undefined, tell: () => undefined };
    for (const seed of city.get(Seeds).inOrder().filter(({ name }) => ['organisation', 'processes', 'proposals', 'evaluations'].includes(name))) await seed.run(context);
  }, 90_000);
  afterAll(() => city.stop());

  it('is one, from the idea, from the choice and from its acts, and stands in the order of time', async () => {
    const { data } = await city.graph<{ proposals: { items: { id: string }[] }; decisions: { items: { id: string; choice: null | { id: string } }[] } }>('{ proposals(first: 1) { items { id } } decisions(first: 40) { items { id choice { id } } } }');
    const idea = data.proposals.items[0]?.id ?? '';
    const actIds = data.decisions.items.filter(({ choice }) => choice === null).slice(0, 2).map(({ id }) => id);
    const administrator = await signedIn(city, { roles: ['administrator'] });
    const input = { title: { el: 'Νέα επιλογή', en: '' }, text: { el: 'Τι άλλαξε.', en: '' }, actIds, links: [{ kind: 'proposal', id: idea }] };
    const saved = await administrator.graph<{ saveChoice: { choice: { id: string } } }>(SAVE, { input });
    const choice = saved.data.saveChoice.choice.id;

    const [fromIdea, fromChoice, fromAct] = await Promise.all([timeline('proposal', idea), timeline('choice', choice), timeline('decision', actIds[0] ?? '')]);
    expect(fromChoice?.things.map(({ subject }) => subject.kind).sort()).toEqual(['choice', 'decision', 'decision', 'proposal']);
    expect(fromIdea).toEqual(fromChoice);
    expect(fromAct).toEqual(fromChoice);
    const times = fromChoice?.moments.map(({ at }) => at) ?? [];
    expect(times).toEqual([...times].sort());
    expect(new Set(fromChoice?.moments.map(({ about }) => about.kind))).toEqual(new Set(['proposal', 'choice', 'decision']));
  });

  it('of the demo city’s choice holds its acts, its rounds, the replies and what is still to come', async () => {
    const thread = await timeline('choice', 'one-ways');
    expect(thread?.things.filter(({ subject }) => subject.kind === 'decision')).toHaveLength(6);
    const ids = thread?.moments.map(({ id }) => id) ?? [];
    expect(ids).toEqual(expect.arrayContaining(['opened:choice:one-ways', 'delivered:choice:one-ways', 'second:choice:one-ways', 'reply:demo-reply-0', 'promise:demo-reply-1']));
    expect(thread?.moments.at(-1)).toMatchObject({ id: 'promise:demo-reply-1', isComing: true });
  });

  it('of what nobody may see, or of nothing, is none', async () => {
    expect(await timeline('proposal', 'nothing')).toBeNull();
    expect(await timeline('unheard-of', 'x')).toBeNull();
  });
});
