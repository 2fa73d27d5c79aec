import { ballotOf, Breakdowns, Weighing } from '@isegoria/evaluations/api';
import { eventually } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import type { PopulationShares } from '@isegoria/statistics/contracts';
import { cityAt } from '../verify/city-files';
import { verify } from '../verify/verify';
import { attackAll, type AttackReport } from './attack';
import { castByService, castOverHttp, type Voice } from './casting';
import { type Coverage, coverageOf, marksOf, type RunMarks, wrongOfAll } from './coverage';
import { type ActGroup, type ActToGroup, grouped } from './grouping';
import { opinionsOf, type Response, respondents } from './known-opinions';
import { pageDocument } from './page-documents';
import { type CouncilRead, readCouncil, readPage } from './pages';
import { foundCity, importActs, type Imported, peopleIn, type ProofCity } from './proof-city';

/** How much is proven. `runs`: with unequal response; `equalRuns` with equal; `angryRuns` where opinion itself drives who answers. */
export interface ProofPlan {
  data: string | null;
  citizens: number;
  /** The part of them that answers in a run. */
  answering: number;
  runs: number;
  equalRuns: number;
  angryRuns: number;
  seed: number;
}

export interface ProofReport {
  plan: ProofPlan;
  bodies: Imported[];
  again: Awaited<ReturnType<typeof importActs>>['again'];
  acts: number;
  choices: number;
  alone: number;
  population: PopulationShares;
  /** What is wrong on the pages where everybody answered. */
  ofAll: string[];
  evaluations: { http: number; service: number };
  coverage: Record<'traits' | 'equal' | 'opinion', Coverage>;
  verified: { ok: boolean; leaves: number; says: string[] };
  attack: AttackReport;
}

interface Run {
  response: Exclude<Response, 'everybody'>;
  seed: number;
  overHttp: boolean;
}

type Tell = (label: string, done: number, total: number) => void;
interface Shown {
  subject: Subject;
  title: string;
}

const COUNCIL_SHOWS = 12;

/** All of it, in a city of its own that is gone afterwards. */
export async function proveEvaluations(plan: ProofPlan, tell: Tell): Promise<ProofReport> {
  const proof = await foundCity(plan.data);
  try {
    return await new Proof(proof, plan, tell).run();
  } finally {
    await proof.stop();
  }
}

class Proof {
  private readonly evaluations = { http: 0, service: 0 };
  private readonly marks: Record<Run['response'], RunMarks[]> = { traits: [], equal: [], opinion: [] };
  private questions: string[] = [];
  private living: Awaited<ReturnType<typeof peopleIn>> = { people: [], citizens: [], population: { source: '', asOf: '', ages: [], districts: [] } };

  constructor(
    private readonly proof: ProofCity,
    private readonly plan: ProofPlan,
    private readonly tell: Tell,
  ) {}

  async run(): Promise<ProofReport> {
    const { bodies, again } = await importActs(this.proof, this.plan.data);
    const acts = await this.acts();
    const { choices, alone } = grouped(acts);
    this.living = await peopleIn(this.proof, this.plan.citizens, this.plan.seed);
    const ofAll = await this.everybodyOn(alone[0] ?? acts[0]);
    await this.batches(choices.slice(0, COUNCIL_SHOWS - 1));
    const coverage = { traits: coverageOf(this.marks.traits), equal: coverageOf(this.marks.equal), opinion: coverageOf(this.marks.opinion) };
    return { plan: this.plan, bodies, again, acts: acts.length, choices: choices.length, alone: alone.length, population: this.living.population, ofAll, evaluations: this.evaluations, coverage, verified: await this.verified(), attack: await attackAll(this.proof.city) };
  }

  /** The whole list of decisions, page by page, as everybody can read it. */
  private async acts(): Promise<ActToGroup[]> {
    const fields = 'items { id ada subject issueDate type { code label { el en } } unit { id name { el en } } organisation { id } } next';
    const page = async (after: string | null): Promise<ActToGroup[]> => {
      const { data } = await this.proof.city.graph<{ decisions: { items: ActToGroup[]; next: string | null } }>(`query D($after: String) { decisions(first: 50, after: $after) { ${fields} } }`, { after });
      const { items, next } = data.decisions;
      return next ? [...items, ...(await page(next))] : items;
    };
    return page(null);
  }

  /** One act alone, laid open by the official and evaluated by everybody: there is no chance in it, so every figure must be what is true. */
  private async everybodyOn(act: ActToGroup | undefined): Promise<string[]> {
    if (!act) throw new Error('No act came in.');
    const { official, city } = this.proof;
    await official.graph(pageDocument('RequestEvaluation'), { id: act.id });
    const shown = { subject: { kind: 'decision', id: act.id }, title: act.subject };
    this.questions = (await readPage(official, shown, new Map())).criteria.map(({ id }) => id);
    const known = opinionsOf(this.living.people, this.questions, this.plan.seed);
    const places = respondents(this.living.people, known, { response: 'everybody', wanted: this.plan.citizens, seed: this.plan.seed });
    const voices = this.voices(places, known.answers);
    await castByService(city, act.id, voices);
    this.evaluations.service += voices.length;
    await this.published(act.id, voices.length);
    return wrongOfAll(await readPage(official, shown, await this.council([shown])), this.living.people, known);
  }

  /** Groups all acts, has each choice evaluated under a seed of its own, reads the pages, and splits the choices again for the next ones. */
  private async batches(groups: readonly ActGroup[]): Promise<void> {
    const left = this.runs();
    const all = left.length;
    while (left.length > 0) {
      const some = left.splice(0, groups.length);
      const choices = await Promise.all(some.map((_, at) => this.save(null, groups[at] ?? { title: { el: '', en: '' }, text: { el: '', en: '' }, acts: [] })));
      const cast = [];
      for (const [at, run] of some.entries()) {
        cast.push({ run, choice: choices[at], ...(await this.cast(choices[at]?.subject.id ?? '', run)) });
        this.tell('seeded runs evaluated', all - left.length - some.length + at + 1, all);
      }
      for (const { choice, voices } of cast) await this.published(choice?.subject.id ?? '', voices);
      const council = await this.council(choices);
      for (const { run, choice, known, voices } of cast) {
        if (choice) this.marks[run.response].push(marksOf(await readPage(this.proof.official, choice, council), this.living.people, known, voices));
      }
      const { pages } = coverageOf(this.marks.traits);
      this.tell(`the whole page held in ${pages.held} of ${pages.of} so far`, all - left.length, all);
      if (left.length > 0) await Promise.all(choices.map(({ subject }, at) => this.save(subject.id, { ...(groups[at] as ActGroup), acts: [] })));
    }
  }

  private runs(): Run[] {
    const many = (count: number, response: Run['response'], from: number): Run[] => Array.from({ length: count }, (_, at) => ({ response, seed: this.plan.seed + from + at, overHttp: response === 'traits' && at === 0 }));
    return [...many(this.plan.runs, 'traits', 1), ...many(this.plan.equalRuns, 'equal', 10_001), ...many(this.plan.angryRuns, 'opinion', 20_001)];
  }

  /** As the official does it, by the page's own mutation. Without acts it is split. */
  private async save(id: string | null, { title, text, acts }: ActGroup): Promise<Shown> {
    const { data } = await this.proof.official.graph<{ saveChoice: { __typename: string; choice?: { id: string } } }>(pageDocument('SaveChoice'), { input: { id, revision: id ? 1 : null, title, text, actIds: acts.map((act) => act.id), links: [] } });
    if (!data.saveChoice.choice) throw new Error(`A choice was not saved: ${data.saveChoice.__typename}`);
    return { subject: { kind: 'choice', id: data.saveChoice.choice.id }, title: title.en };
  }

  private async cast(id: string, { response, seed, overHttp }: Run) {
    const known = opinionsOf(this.living.people, this.questions, seed);
    const wanted = this.plan.citizens * this.plan.answering;
    const voices = this.voices(respondents(this.living.people, known, { response, wanted, seed }), known.answers);
    await (overHttp ? castOverHttp : castByService)(this.proof.city, id, voices);
    this.evaluations[overHttp ? 'http' : 'service'] += voices.length;
    return { known, voices: voices.length };
  }

  private voices(places: readonly number[], answers: readonly Record<string, string>[]): Voice[] {
    return places.flatMap((at) => {
      const [citizen, own] = [this.living.citizens[at], answers[at]];
      return citizen && own ? [{ citizen, answers: own }] : [];
    });
  }

  /**
   * Waits for the page to tell of them: of all, or, where they came while it was published already, of those of whom it may tell before enough more have come. Whoever
   * answers comes in an order of chance, so the page must hold then too.
   */
  private async published(id: string, answered: number): Promise<void> {
    const { city } = this.proof;
    const weighed = await city.get(Weighing).find(id);
    if (!weighed) throw new Error(`There is nothing to weigh: ${id}`);
    const ids = [ballotOf(weighed.subject)];
    const voters = async () => (await city.graph<{ tallies: { voters: number }[] }>('query ($ids: [ID!]!) { tallies(ids: $ids) { voters } }', { ids })).data.tallies[0]?.voters;
    await eventually(`all who weighed ${id} are counted`, async () => (await voters()) === answered, 90_000);
    await city.get(Breakdowns).due(id, 1);
    await eventually(`the page tells of ${id}`, async () => !(await city.get(Breakdowns).isDue(id, 1)), 90_000);
  }

  /** The council's page, once it tells of all of these. */
  private council(shown: readonly Shown[]): Promise<CouncilRead> {
    return eventually('the council’s page tells of them all', async () => {
      const read = await readCouncil(this.proof.official);
      const names = [...read.keys()];
      return shown.every(({ title }) => names.some((name) => name.startsWith(`${title} / `))) ? read : null;
    }, 60_000);
  }

  private async verified(): Promise<ProofReport['verified']> {
    const { report } = await verify(cityAt(this.proof.city.url), null, (label, done, total) => this.tell(label, done, total));
    return { ok: report.ok, leaves: report.size, says: report.problems.map(({ says }) => says) };
  }
}
