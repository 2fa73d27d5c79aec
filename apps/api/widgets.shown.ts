import { percents, type CriterionOpinion } from '@isegoria/evaluations/contracts';
import type { Localized } from '@isegoria/kernel/contracts';
import type { FastifyInstance } from 'fastify';
import type { Shown } from './widgets.page';

/** What may be shown in a frame. */
export type Folder = 'proposals' | 'decisions';

interface ProposalAnswer {
  proposal: { id: string; title: string; lang: string; supports: number } | null;
}

interface DecisionAnswer {
  decision: {
    id: string;
    subject: string;
    plainWords: { title: Localized } | null;
    opinion: { people: number; headline: Localized; criteria: Pick<CriterionOpinion, 'id' | 'label' | 'counts' | 'answered'>[] };
  } | null;
}

const PROPOSAL = 'query WidgetProposal($id: ID!) { proposal(id: $id) { id title lang supports } }';
const DECISION = `query WidgetDecision($id: ID!) {
  decision(id: $id) { id subject plainWords { title { el en } } opinion { people headline { el en } criteria { id label { el en } counts answered } } }
}`;
const EXAMPLES = 'query WidgetExamples { decisionInFocus { id } proposals(sort: SUPPORTS, first: 1) { items { id } } }';

const plural = (one: Localized, many: Localized) => (count: number): Localized => (count === 1 ? one : many);

/** Reads what a frame shows the way any visitor would: through the public face, as nobody. Null where a visitor sees nothing. */
export async function shownOf(server: FastifyInstance, folder: Folder, id: string, locale: 'el' | 'en'): Promise<Shown | null> {
  if (folder === 'proposals') return proposalOf(await asked<ProposalAnswer>(server, PROPOSAL, { id }));
  return decisionOf(await asked<DecisionAnswer>(server, DECISION, { id }), locale);
}

/** The proposal and the decision that most people speak of, for the page that shows how it looks. */
export async function examples(server: FastifyInstance): Promise<{ proposal: string; decision: string }> {
  const answer = await asked<{ decisionInFocus: { id: string } | null; proposals: { items: { id: string }[] } | null }>(server, EXAMPLES, {});
  return { decision: answer?.decisionInFocus?.id ?? 'none', proposal: answer?.proposals?.items[0]?.id ?? 'none' };
}

function proposalOf(answer: ProposalAnswer | null): Shown | null {
  const proposal = answer?.proposal;
  if (!proposal) return null;
  return {
    kind: { el: 'Πρόταση κατοίκου', en: 'A resident’s proposal' },
    title: proposal.title,
    titleLang: proposal.lang,
    act: { el: 'Στήριξέ την', en: 'Support it' },
    path: `/proposals/${encodeURIComponent(proposal.id)}?support=1`,
    count: proposal.supports,
    countWords: plural({ el: 'κάτοικος τη στηρίζει', en: 'resident supports it' }, { el: 'κάτοικοι τη στηρίζουν', en: 'residents support it' }),
    headline: null,
    bars: [],
  };
}

function decisionOf(answer: DecisionAnswer | null, locale: 'el' | 'en'): Shown | null {
  const decision = answer?.decision;
  if (!decision) return null;
  const { people, headline, criteria } = decision.opinion;
  return {
    kind: { el: 'Αξιολόγηση απόφασης', en: 'A decision, weighed' },
    title: decision.plainWords ? decision.plainWords.title[locale] : decision.subject,
    titleLang: decision.plainWords ? locale : 'el',
    act: { el: 'Πες τη γνώμη σου', en: 'Say what you think' },
    path: `/decisions/${encodeURIComponent(decision.id)}`,
    count: people,
    countWords: plural({ el: 'κάτοικος αξιολόγησε', en: 'resident evaluated it' }, { el: 'κάτοικοι αξιολόγησαν', en: 'residents evaluated it' }),
    headline: people > 0 ? headline : null,
    bars: people > 0 ? criteria.map(({ label, counts, answered }) => ({ label, answered, percents: percents(counts) })) : [],
  };
}

async function asked<T>(server: FastifyInstance, query: string, variables: Record<string, string>): Promise<T | null> {
  const answer = await server.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: { query, variables } });
  return answer.json<{ data: T | null }>().data;
}
