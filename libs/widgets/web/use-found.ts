import { type Answer, useGraph, useWords } from '@isegoria/ui/web';
import { singleKinds, thingAt, type WidgetKind } from '@isegoria/widgets/contracts';
import { ChoicesFound, DecisionsFound, ProcessesAndBudgets, ProjectsFound, ProjectsOf, ProposalsFound, RequestsFound, StatementsOf } from './documents';

/** A thing that a widget could be of. */
export interface Found {
  of: string;
  title: string;
}

export interface Search {
  found: readonly Found[];
  pending: boolean;
  error: Answer<unknown>['error'];
}

const searched: readonly WidgetKind[] = ['proposal', 'decision', 'choice', 'opinion', 'project', 'request'];

/** Kinds that are found among the processes and budgets, of which there are few. */
const ofOthers: readonly WidgetKind[] = ['process', 'ballot', 'opinion', 'budget', 'project'];

/** Whether things of this kind are found by words; of the others all are shown. */
export const isSearched = (kind: WidgetKind): boolean => searched.includes(kind);

/** The things of a kind that fit the words, or the page's address that stands in their place. */
export function useFound(kind: WidgetKind, text: string): Search {
  const { lt } = useWords('widgets');
  const isPlain = singleKinds.includes(kind);
  const ofProposals = kind === 'proposal' || kind === 'opinion';
  const proposals = useGraph(ProposalsFound, { text }, { enabled: ofProposals, keepPrevious: true });
  const decisions = useGraph(DecisionsFound, { text }, { enabled: kind === 'decision', keepPrevious: true });
  const choices = useGraph(ChoicesFound, { text }, { enabled: kind === 'choice', keepPrevious: true });
  const requests = useGraph(RequestsFound, { text }, { enabled: kind === 'request', keepPrevious: true });
  const others = useGraph(ProcessesAndBudgets, {}, { enabled: ofOthers.includes(kind) });
  const { budgets = [], processes = [] } = others.data ?? {};
  const projects = useProjects(kind === 'project', text, budgets[0]?.id);
  const nameOf = useAreaName();
  const asked = ofProposals ? proposals : kind === 'decision' ? decisions : kind === 'choice' ? choices : kind === 'request' ? requests : others.pending || kind !== 'project' ? others : projects;
  const found: Record<WidgetKind, () => readonly Found[]> = {
    proposal: () => (proposals.data?.proposals.items ?? []).map(({ id, title }) => ({ of: id, title })),
    decision: () => (decisions.data?.decisions.items ?? []).map(({ id, subject, plainWords }) => ({ of: id, title: plainWords ? lt(plainWords.title) : subject })),
    choice: () => (choices.data?.choices.items ?? []).map(({ id, title }) => ({ of: id, title: lt(title) })),
    process: () => processes.map(({ id, title }) => ({ of: id, title: lt(title) })),
    budget: () => budgets.map(({ id, title }) => ({ of: id, title: lt(title) })),
    ballot: () => budgets.flatMap(({ title, areas }) => areas.map(({ id, ballotId }) => ({ of: ballotId, title: `${lt(title)}: ${nameOf(id)}` }))),
    opinion: () => [
      ...(text ? [] : processes.map(({ id, title }) => ({ of: `process:${id}`, title: lt(title) }))),
      ...(proposals.data?.proposals.items ?? []).map(({ id, title }) => ({ of: `proposal:${id}`, title })),
    ],
    project: () => projects.found,
    request: () => (requests.data?.requests.items ?? []).map(({ id, title }) => ({ of: id, title: lt(title) })),
    requests: () => [],
    answers: () => [],
    ledger: () => [],
  };
  return { found: addressed(kind, text) ?? found[kind](), pending: !isPlain && asked.pending, error: asked.error };
}

/** Projects that some words find; without words those of the latest budget. */
function useProjects(isAsked: boolean, text: string, latest: string | undefined): Search {
  const { lt } = useWords('widgets');
  const byWords = useGraph(ProjectsFound, { text }, { enabled: isAsked && text !== '', keepPrevious: true });
  const ofLatest = useGraph(ProjectsOf, { budgetId: latest ?? '' }, { enabled: isAsked && text === '' && latest !== undefined });
  if (text === '') return { found: (ofLatest.data?.budgetProjects ?? []).map(({ id, title }) => ({ of: `${latest ?? ''}.${id}`, title })), pending: ofLatest.pending && latest !== undefined, error: ofLatest.error };
  const things = byWords.data?.search.find(({ kind }) => kind === 'project')?.things ?? [];
  return { found: things.map(({ title, path }) => ({ of: thingAt(path)?.of ?? '', title: lt(title) })), pending: byWords.pending, error: byWords.error };
}

/** Who has the page open may paste its address. */
function addressed(kind: WidgetKind, text: string): Found[] | null {
  if (!URL.canParse(text)) return null;
  const thing = thingAt(new URL(text).pathname);
  return thing?.kind === kind ? [{ of: thing.of, title: text }] : [];
}

/** The parts of a thing that may be shown alone: the areas of a budget, the statements about a subject, the requests of a district. */
export function useParts(kind: WidgetKind, of: string): { value: string; label: string }[] {
  const nameOf = useAreaName();
  const budgets = useGraph(ProcessesAndBudgets, {}, { enabled: kind === 'budget' || kind === 'requests' });
  const [subject = '', id = ''] = of.split(/:(.*)/);
  const statements = useGraph(StatementsOf, { subject: { kind: subject, id } }, { enabled: kind === 'opinion' && id !== '' });
  if (kind === 'budget') return (budgets.data?.budgets.find((budget) => budget.id === of)?.areas ?? []).map((area) => ({ value: area.id, label: nameOf(area.id) }));
  if (kind === 'requests') return (budgets.data?.city.districts ?? []).map(({ id: district }) => ({ value: district, label: nameOf(district) }));
  if (kind === 'opinion' && id) return (statements.data?.opinions?.map?.findings ?? []).map(({ statement, text }) => ({ value: statement, label: text }));
  return [];
}

function useAreaName(): (areaId: string) => string {
  const { t, lt } = useWords('widgets');
  const { data } = useGraph(ProcessesAndBudgets, {}, { staleMs: 600_000 });
  return (areaId) => {
    const district = data?.city.districts.find(({ id }) => id === areaId);
    return district ? lt(district.name) : areaId === 'city' ? t('card.budget.city') : areaId;
  };
}
