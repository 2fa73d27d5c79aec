import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, type CityText, CityTexts, type FigureColumn, type SubjectCard } from '@isegoria/kernel/api';
import type { DocumentPart, Localized, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Choices } from './choices/choices.service';
import { Decisions } from './decisions/decisions.service';
import { Evaluation } from './evaluation.schema';
import { ofChoice, ofDecision, opinionColumns, opinionNote, rowsOf, type Shown } from './figures/evaluations.figures';

/** What the heading and the line above the table say already. */
const SAID = ['decision', 'ada', 'headline', 'acts'];
const BATCH = 500;

/**
 * For those who decide: what the city thinks of the decisions and choices on an agenda, how the answers are spread, of how many people, medians and
 * shares with their intervals; never a mean. For those who count words: what people say should change, once a moderator let it stand.
 */
@Injectable()
export class EvaluationsBriefing implements OnModuleInit {
  constructor(
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    private readonly briefings: Briefings,
    private readonly texts: CityTexts,
    private readonly choices: Choices,
    private readonly decisions: Decisions,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'evaluations', order: 30, parts: (subjects) => this.parts(subjects) });
    this.texts.register({ kind: 'evaluation-change', read: (subjects) => this.read(subjects), byIds: (ids) => this.textsOf({ changeItem: { $in: [...ids] } }) });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const idsOf = (kind: string) => subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
    const [choices, decisions] = await Promise.all([Promise.all(idsOf('choice').map((id) => this.choices.one(id, null))), Promise.all(idsOf('decision').map((id) => this.decisions.one(id)))]);
    return [
      ...choices.filter((choice) => choice !== null).map((choice) => partOf(choice.id, choice.title, ofChoice(choice))),
      ...decisions.filter((decision) => decision !== null).map((decision) => partOf(decision.id, decision.plainWords?.title ?? { el: decision.subject, en: decision.subject }, ofDecision(decision))),
    ];
  }

  private async *read(subjects: readonly Subject[] | null): AsyncGenerator<CityText[]> {
    const about = subjects === null ? {} : { decisionId: { $in: subjects.map(({ id }) => id) } };
    for (let last = ''; ; ) {
      const found = await this.evaluations.find({ ...about, changeItem: { $gt: last } }, { changeItem: 1 }).sort({ changeItem: 1 }).limit(BATCH).lean<Evaluation[]>().exec();
      if (found.length === 0) return;
      last = found.at(-1)?.changeItem ?? '';
      yield this.textsOf({ changeItem: { $in: found.map(({ changeItem }) => changeItem) } });
    }
  }

  /** Only what stands; under the number drawn by lot, which leads to nobody. */
  private async textsOf(filter: Record<string, unknown>): Promise<CityText[]> {
    const found = await this.evaluations.find({ ...filter, changeState: 'public' }, { changeItem: 1, change: 1, decisionId: 1 }).sort({ changeItem: 1 }).lean<Evaluation[]>().exec();
    const choices = new Set((await this.choices.byIds([...new Set(found.map(({ decisionId }) => decisionId))])).map(({ _id }) => _id));
    return found.flatMap(({ changeItem: id, change: text, decisionId }) => {
      const kind = choices.has(decisionId) ? 'choice' : 'decision';
      return id && text ? [{ id, text, path: `/${kind}s/${decisionId}#changes`, about: `${kind}:${decisionId}`, weight: 0 }] : [];
    });
  }
}

function partOf(id: string, title: Localized, shown: Shown): DocumentPart {
  const { opinion } = shown;
  return {
    id: `evaluations.opinion.${id}`,
    title: { el: `Αξιολόγηση: ${title.el}`, en: `Evaluation: ${title.en}` },
    lead: opinion.people > 0 ? opinion.headline : { el: 'Δεν την έχει αξιολογήσει ακόμη κανείς.', en: 'Nobody has evaluated it yet.' },
    measures: [{ id: 'people', label: { el: 'Αξιολόγησαν', en: 'People who evaluated' }, value: opinion.people }],
    tables: opinion.people > 0 ? [{ id: `opinion-${id}`, title, note: opinionNote, chart: 'stacked', columns: shownColumns, rows: rowsOf(shown) }] : [],
    lines: [],
  };
}

const shownColumns: FigureColumn[] = opinionColumns.filter(({ key }) => !SAID.includes(key));
