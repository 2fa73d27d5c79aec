import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Briefings, type FigureColumn, type SubjectCard } from '@isegoria/kernel/api';
import type { DocumentPart } from '@isegoria/kernel/contracts';
import { Decisions } from './decisions.service';
import type { DecisionView } from './decisions.views';
import { opinionColumns, opinionNote, rowsOf } from './evaluations.figures';

/** What the heading and the line above the table say already. */
const SAID = ['decision', 'ada', 'headline', 'acts'];

/** What the city thinks of the decisions on an agenda: how the answers are spread, of how many people, medians and shares with their intervals; never a mean. */
@Injectable()
export class EvaluationsBriefing implements OnModuleInit {
  constructor(
    private readonly briefings: Briefings,
    private readonly decisions: Decisions,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'evaluations', order: 30, parts: (subjects) => this.parts(subjects) });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const ids = subjects.filter(({ kind }) => kind === 'decision').map(({ id }) => id);
    if (ids.length === 0) return [];
    const found = await this.decisions.views(await this.decisions.byIds(ids));
    return ids.flatMap((id) => found.filter((view) => view.id === id)).map(partOf);
  }
}

function partOf(decision: DecisionView): DocumentPart {
  const { id, opinion } = decision;
  const title = decision.plainWords?.title ?? { el: decision.subject, en: decision.subject };
  return {
    id: `evaluations.opinion.${id}`,
    title: { el: `Αξιολόγηση: ${title.el}`, en: `Evaluation: ${title.en}` },
    lead: opinion.people > 0 ? opinion.headline : { el: 'Δεν την έχει αξιολογήσει ακόμη κανείς.', en: 'Nobody has evaluated it yet.' },
    measures: [{ id: 'people', label: { el: 'Αξιολόγησαν', en: 'People who evaluated' }, value: opinion.people }],
    tables: opinion.people > 0 ? [{ id: `opinion-${id}`, title, note: opinionNote, chart: 'stacked', columns: shownColumns, rows: rowsOf(decision) }] : [],
    lines: [],
  };
}

const shownColumns: FigureColumn[] = opinionColumns.filter(({ key }) => !SAID.includes(key));
