import { areaOfKey } from '@isegoria/budgeting/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Card } from '@isegoria/widgets/contracts';
import { type MakeCard, type Maker, percentOf } from '../card-maker';
import { choiceCard } from './choice';
import { decisionCard } from './decision';

interface Ballot {
  title: Localized | null;
  path: string | null;
  kind: 'support' | 'initiative' | 'evaluation' | 'survey' | 'poll' | 'budget';
  subject: { kind: string; id: string };
  questions: { id: string; options: string[]; form: string }[];
  opensAt: string | null;
  closesAt: string | null;
  isOpen: boolean;
  secrecy: 'open' | 'secret' | 'sealed';
}

interface Count {
  questionId: string;
  optionId: string;
  count: number;
}

interface Found {
  ballot: Ballot | null;
  tallies: { voters: number; counts: Count[] }[];
}

const QUERY = `query WidgetBallot($id: ID!) {
  ballot(id: $id) { title { el en } path kind subject { kind id } questions { id options form } opensAt closesAt isOpen secrecy }
  tallies(ids: [$id]) { voters counts { questionId optionId count } }
}`;
const PROJECTS = 'query WidgetProjects($id: ID!) { budgetProjects(budgetId: $id) { id title } }';

/** More options than this make no card but a list; the rest is a click away. */
const shownOptions = 8;

/** What those are called who voted, where a word of their own says it better. */
const votersOf: Partial<Record<Ballot['kind'], string>> = { support: 'proposal.supports', initiative: 'initiative.signatures', survey: 'survey.people' };

export const ballotCard: MakeCard = async (maker, id, part) => {
  const { t, n, lt } = maker;
  const found = await maker.ask<Found>(QUERY, { id });
  const ballot = found?.ballot;
  // A ballot on what not everyone may see has no title to show.
  if (!found || !ballot?.path || !ballot.title) return null;
  if (ballot.kind === 'evaluation') return (ballot.subject.kind === 'choice' ? choiceCard : decisionCard)(maker, ballot.subject.id, part);
  const { voters = 0, counts = [] } = found.tallies[0] ?? {};
  return {
    title: lt(ballot.title),
    href: ballot.path,
    lead: standing(maker, ballot, counts.length > 0),
    figures: [{ value: n(voters), label: t(votersOf[ballot.kind] ?? 'ballot.voters', { count: voters }) }],
    bars: ballot.kind in votersOf ? [] : barsOf(maker, counts, voters, await namesOf(maker, ballot)),
    act: ballot.isOpen ? actOn(maker, ballot, ballot.path) : null,
  };
};

/** A signature is given on the page that has the text, and a survey answered on its own; the others in the small window. */
function actOn({ t }: Maker, { kind, subject }: Ballot, path: string): Card['act'] {
  if (kind === 'initiative' || kind === 'survey') return { label: t(`${kind}.act`), href: path };
  return { label: t(kind === 'support' ? 'proposal.act' : 'ballot.act'), href: `/act/${subject.kind}/${encodeURIComponent(subject.id)}` };
}

function standing({ t, day }: Maker, { isOpen, opensAt, closesAt, secrecy, kind }: Ballot, isCounted: boolean): string {
  if (kind === 'support' && !closesAt) return '';
  const when = isOpen ? (closesAt ? t('ballot.until', { at: day(closesAt) }) : t('ballot.open')) : opensAt && Date.parse(opensAt) > Date.now() ? t('ballot.from', { at: day(opensAt) }) : t('ballot.over');
  if (secrecy === 'open' || isCounted) return when;
  if (secrecy === 'sealed') return `${when} ${t('ballot.sealed')}`;
  return kind === 'budget' && isOpen ? `${when} ${t('ballot.atEnd')}` : when;
}

/** The options that most people chose, each with its share of those who voted. */
function barsOf({ t, n }: Maker, counts: Count[], voters: number, nameOf: (count: Count) => string): Card['bars'] {
  const most = [...counts].sort((a, b) => b.count - a.count).slice(0, shownOptions);
  return most.map((count) => {
    const percent = percentOf(count.count, voters);
    return { label: nameOf(count), form: 'share', parts: [Math.min(percent, 100)], said: `${n(count.count)} · ${percent}%`, spoken: t('ballot.chosen', { count: count.count, percent }) };
  });
}

/** A ballot knows its options by their ids; of a budget they are projects. */
async function namesOf({ ask }: Maker, { kind, subject }: Ballot): Promise<(count: Count) => string> {
  const projects = kind === 'budget' ? ((await ask<{ budgetProjects: { id: string; title: string }[] }>(PROJECTS, { id: areaOfKey(subject.id).budgetId }))?.budgetProjects ?? []) : [];
  const titles = new Map(projects.map(({ id, title }) => [id, title]));
  return ({ optionId }) => titles.get(optionId) ?? optionId;
}
