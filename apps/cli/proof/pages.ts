import type { CriterionOpinion } from '@isegoria/evaluations/contracts';
import type { SignedIn } from '@isegoria/identity/api';
import type { Subject } from '@isegoria/kernel/contracts';
import type { WhoAnswered } from '@isegoria/statistics/contracts';
import type { PageRead } from './coverage';
import { pageDocument } from './page-documents';

type Reader = Pick<SignedIn, 'graph'>;
interface Figures {
  view: { figures: { id: string; columns: { key: string }[]; rows: { text: { en: string } | null; number: number | null }[][] }[] };
}
interface Weighing {
  weighing: { rounds: { opinion: { people: number; criteria: CriterionOpinion[] } }[] } | null;
}

/** What the council's page says, by the English title of a decision and the label of a criterion. */
export type CouncilRead = Map<string, { weighed: PageRead['council'] extends Map<string, infer Said> ? Said : never; counted: number }>;

/** Reads the council's page by its own question. */
export async function readCouncil(reader: Reader): Promise<CouncilRead> {
  const { data } = await reader.graph<Figures>(pageDocument('CouncilFigures'));
  const rows = (id: string) => {
    const figure = data.view.figures.find((one) => one.id === id);
    return (figure?.rows ?? []).map((cells) => new Map((figure?.columns ?? []).map(({ key }, at) => [key, cells[at]])));
  };
  const nameOf = (row: Map<string, { text: { en: string } | null } | undefined>) => `${row.get('decision')?.text?.en ?? ''} / ${row.get('criterion')?.text?.en ?? ''}`;
  const counted = new Map(rows('evaluations.opinion').map((row) => [nameOf(row), row.get('people')?.number ?? 0]));
  return new Map(rows('evaluations.weighed').map((row) => {
    const [value = 0, low = 0, high = 0, median = 0, medianLow = 0, medianHigh = 0] = ['weighed', 'weighedLow', 'weighedHigh', 'median', 'medianLow', 'medianHigh'].map((key) => row.get(key)?.number ?? NaN);
    return [nameOf(row), { counted: counted.get(nameOf(row)) ?? 0, weighed: { weighed: { value, low, high }, median: { value: median, low: medianLow, high: medianHigh } } }];
  }));
}

/** Who answered, as the page of a decision or a choice asks it. */
async function readWho(reader: Reader, id: string): Promise<WhoAnswered | null> {
  return (await reader.graph<{ whoAnswered: WhoAnswered | null }>(pageDocument('WhoAnswered'), { decisionId: id, round: 1 })).data.whoAnswered;
}

/** What the page of a decision or a choice says, with what the council's page says of the same. */
export async function readPage(reader: Reader, { subject, title }: { subject: Subject; title: string }, council: CouncilRead): Promise<PageRead> {
  const [who, { data }] = await Promise.all([readWho(reader, subject.id), reader.graph<Weighing>(pageDocument('Weighing'), { subject })]);
  const opinion = data.weighing?.rounds[0]?.opinion ?? { people: 0, criteria: [] };
  const said = opinion.criteria.flatMap(({ id, label }) => {
    const found = council.get(`${title} / ${label.en}`);
    return found && found.counted === opinion.people ? [[id, found.weighed] as const] : [];
  });
  return { ...opinion, who, council: new Map(said) };
}
