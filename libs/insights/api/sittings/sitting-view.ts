/** A sitting's page as GraphQL tells it: rows as lists of cells, and beside each count what it was at the opening and at the closing. */
import type { SittingDocument, SittingView, SittingSection, SittingSectionDocument } from '@isegoria/insights/contracts';
import type { DocumentPart } from '@isegoria/kernel/contracts';
import { cellOf } from '../insights.service';
import type { SittingRecord } from './sitting.schema';
import { markedValue } from './sittings.rules';

type Marked = Pick<SittingRecord, 'atOpening' | 'atClosing'>;

export function documentView({ id, title, lead, at, path, sections }: SittingDocument, marked: Marked): SittingView {
  return { id, title, lead, at, path, sections: sections.map((section) => sectionView(section, marked)) };
}

export function sectionView({ id, title, lead, at, parts }: SittingSectionDocument, marked: Marked): SittingSection {
  return { id, title, lead, at, parts: parts.map((part) => partView(id, part, marked)) };
}

function partView(sectionId: string, { id, title, lead, measures, tables, lines }: DocumentPart, { atOpening, atClosing }: Marked): SittingSection['parts'][number] {
  return {
    id,
    title,
    lead,
    lines,
    measures: measures.map((measure) => ({ ...measure, atOpening: markedValue(atOpening, sectionId, id, measure.id), atClosing: markedValue(atClosing, sectionId, id, measure.id) })),
    tables: tables.map((table) => ({ ...table, rows: table.rows.map((row) => table.columns.map(({ key }) => cellOf(row[key]))) })),
  };
}
