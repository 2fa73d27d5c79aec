import { Injectable } from '@nestjs/common';
import type { Citizen } from '@isegoria/identity/contracts';
import { COUNCIL_ROLES, type FIGURE_PAGES, headlineOf, localized, type FigureCell, type FigureRow, type InsightFigure, type InsightsView } from '@isegoria/insights/contracts';
import { Clock, type CouncilFigure, Figures, Kept, log } from '@isegoria/kernel/api';
import { insightsEnv } from './insights.env';

/** A page that everybody keeps open costs one reading in so long. */
const KEPT_MS = 2_000;

type FigurePage = (typeof FIGURE_PAGES)[number]['page'];

/** Who may see figures that are kept for the council. */
export const isOfCouncil = (viewer: { roles: readonly string[] } | null): boolean => viewer !== null && COUNCIL_ROLES.some((role) => viewer.roles.includes(role));

/** Gathers the figures that the slices handed in. It knows none of them. */
@Injectable()
export class Insights {
  private readonly kept = new Map<string, Kept<FigureRow[]>>();

  constructor(
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  /** The figures that this reader may see, those that could be counted: one that fails does not take the page with it. */
  async view(audience: 'council' | 'city'): Promise<InsightsView> {
    return this.page('council', audience);
  }

  /** The figures of one of the pages. */
  async page(page: FigurePage, audience: 'council' | 'city'): Promise<InsightsView> {
    const shown = await Promise.all(this.wanted(page, audience).map((figure) => this.shown(figure)));
    return { at: this.clock.now(), figures: shown.filter((figure) => figure !== null) };
  }

  /** The same as plain rows; a figure that cannot be counted is left out. */
  async tables(page: FigurePage, audience: 'council' | 'city'): Promise<{ figure: CouncilFigure; rows: FigureRow[] }[]> {
    const counted = await Promise.all(this.wanted(page, audience).map(async (figure) => ({ figure, rows: await this.rowsOf(figure).catch((error: unknown) => untold(figure, error)) })));
    return counted.flatMap(({ figure, rows }) => (rows ? { figure, rows } : []));
  }

  private wanted(page: FigurePage, audience: 'council' | 'city'): CouncilFigure[] {
    return this.figures.inOrder().filter(({ id, chapter }) => (chapter === 'participation') === (page === 'participation') && (audience === 'council' || !isKeptBack(id)));
  }

  /** One figure with its rows, or null where there is none for this reader. */
  async one(id: string, citizen: Citizen | null): Promise<{ figure: CouncilFigure; rows: FigureRow[] } | null> {
    const figure = this.figures.named(id);
    if (!figure || (isKeptBack(id) && !isOfCouncil(citizen))) return null;
    return { figure, rows: await this.rowsOf(figure) };
  }

  /** The rows of a figure, whoever asks. */
  async rows(id: string): Promise<FigureRow[]> {
    const figure = this.figures.named(id);
    return figure ? this.rowsOf(figure) : [];
  }

  /** Something changed: who asks next gets it as it is now. */
  changed(): void {
    for (const kept of this.kept.values()) kept.drop();
  }

  private async shown(figure: CouncilFigure): Promise<InsightFigure | null> {
    try {
      const rows = await this.rowsOf(figure);
      const { id, chapter, title, note = null, chart, columns } = figure;
      return { id, chapter, title, note, chart, columns, headline: headlineOf(figure, rows), rows: rows.map((row) => columns.map(({ key }) => cellOf(row[key]))) };
    } catch (error) {
      return untold(figure, error);
    }
  }

  private rowsOf(figure: CouncilFigure): Promise<FigureRow[]> {
    const kept = this.kept.get(figure.id) ?? new Kept(() => figure.rows(), KEPT_MS);
    this.kept.set(figure.id, kept);
    return kept.get();
  }
}

function untold({ id }: CouncilFigure, error: unknown): null {
  log.error({ figure: id, error: error instanceof Error ? error.stack : String(error) }, 'a figure could not be counted');
  return null;
}

const isKeptBack = (id: string): boolean => insightsEnv.COUNCIL_ONLY_FIGURES.includes(id);

export function cellOf(cell: FigureRow[string] | undefined): FigureCell {
  return {
    text: localized(cell),
    number: typeof cell === 'number' && Number.isFinite(cell) ? cell : null,
    date: cell instanceof Date ? cell : null,
  };
}
