import { Injectable } from '@nestjs/common';
import { type Cell, type FigureChapter, figureChapters, type FigureColumn, type Localized } from '@isegoria/kernel/contracts';

export type { FigureColumn };

/** A figure for the council: a table that can also be drawn. The page, the table twin and the CSV are all made from it. */
export interface CouncilFigure {
  id: string;
  chapter: FigureChapter;
  /** Its place in the chapter. */
  order: number;
  title: Localized;
  /** How it was counted, in a sentence. */
  note?: Localized;
  chart: 'bars' | 'stacked' | 'line' | 'none';
  /** What is late here, in a line: nothing, one, or `#` of them. Answers where not said. Only where a column is `overdue`. */
  late?: { none: Localized; one: Localized; many: Localized };
  columns: FigureColumn[];
  /** Rows by column key. A label in both languages is given as `Localized`. */
  rows(): Promise<Record<string, Cell | Localized>[]>;
}

/** A column with its heading in the city's two languages. */
export function column(key: string, type: FigureColumn['type'], el: string, en: string): FigureColumn {
  return { key, type, label: { el, en } };
}

/** The council's figures that slices hand in, by id and in the order of the pages. */
@Injectable()
export class Figures {
  private readonly figures = new Map<string, CouncilFigure>();

  register(figure: CouncilFigure): void {
    this.figures.set(figure.id, figure);
  }

  named(id: string): CouncilFigure | null {
    return this.figures.get(id) ?? null;
  }

  inOrder(): CouncilFigure[] {
    return [...this.figures.values()].sort((a, b) => chapterOf(a) - chapterOf(b) || a.order - b.order);
  }
}

const chapterOf = ({ chapter }: CouncilFigure): number => figureChapters.indexOf(chapter);
