import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CHAPTER_TITLES, faceOf, type FigureRow, FIGURE_PAGES, localized } from '@isegoria/insights/contracts';
import { Clock, type CouncilFigure, Documents, type Viewer } from '@isegoria/kernel/api';
import { type DocumentPart, type DocumentTable, figureChapters, type Localized, type PageDocument } from '@isegoria/kernel/contracts';
import { Insights, isOfCouncil } from './insights.service';

/** What the heading above a decision's opinion says already. */
const SAID = ['decision', 'ada', 'headline', 'acts'];

/** The pages of figures as documents, `figures` and the page's name: seen by whom the page is seen by. */
@Injectable()
export class FigureDocuments implements OnModuleInit {
  constructor(
    private readonly documents: Documents,
    private readonly insights: Insights,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.documents.register('figures', { one: (id, viewer) => this.one(id, viewer) });
  }

  private async one(id: string, viewer: Viewer | null): Promise<PageDocument | null> {
    const page = FIGURE_PAGES.find((one) => one.id === id);
    if (!page || (page.audience === 'council' && !isOfCouncil(viewer))) return null;
    const audience = page.audience === 'reader' ? (isOfCouncil(viewer) ? 'council' : 'city') : page.audience;
    const figures = await this.insights.tables(page.page, audience);
    const sections = figureChapters.flatMap((chapter) => {
      const parts = figures.filter(({ figure }) => figure.chapter === chapter).map(({ figure, rows }) => partOf(figure, rows)).filter(({ tables }) => tables.length > 0);
      return parts.length > 0 ? [{ id: chapter, title: chapter === 'participation' ? page.title : CHAPTER_TITLES[chapter], lead: null, parts }] : [];
    });
    return { id, title: page.title, lead: page.lead, at: this.clock.now(), path: page.path, sections };
  }
}

function partOf(figure: CouncilFigure, rows: FigureRow[]): DocumentPart {
  const { id, title, note = null, chart, columns } = figure;
  const tables: DocumentTable[] = faceOf(figure) === 'opinions' ? opinionTables(figure, rows) : rows.length > 0 ? [{ id, title, note, chart, columns, rows }] : [];
  return { id, title, lead: null, measures: [], lines: [], tables };
}

/** A table a decision: all of them in one would name it in every row. */
function opinionTables({ id, note, chart, columns }: CouncilFigure, rows: FigureRow[]): DocumentTable[] {
  const groups = new Map<string, FigureRow[]>();
  for (const row of rows) groups.set(String(row['ada'] ?? ''), [...(groups.get(String(row['ada'] ?? '')) ?? []), row]);
  return [...groups].map(([ada, own], at) => ({
    id: `${id}.${at + 1}`,
    title: titleOf(localized(own[0]?.['decision']), ada),
    // Said once, under the last of them.
    note: at === groups.size - 1 ? (note ?? null) : null,
    chart,
    columns: columns.filter(({ key }) => !SAID.includes(key)),
    rows: own,
  }));
}

const titleOf = (decision: Localized | null, ada: string): Localized => decision ?? { el: ada, en: ada };
