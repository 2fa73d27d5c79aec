import type { ReportRhythm } from './reports.gen';

/** The id under which somebody asks for every sitting as it comes. */
export const EACH = 'each';

/** How a kind of page may come by mail, in the order in which it is offered. A sitting is one evening: it comes before or after, not weekly. */
export function rhythmsOf(kind: string): readonly ReportRhythm[] {
  if (kind === 'sitting') return ['before_sitting', 'after_sitting'];
  return kind === 'figures' ? ['weekly', 'monthly', 'before_sitting', 'after_sitting'] : ['weekly', 'monthly'];
}

/** Which page of its kind a subscription is kept for: of sittings, each as it comes. */
export const keptFor = (kind: string, id: string): string => (kind === 'sitting' ? EACH : id);

/** The kinds of files that a report is had as. */
export const FORMATS = ['pdf', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof FORMATS)[number];

/** Where a page is as a file. */
export const filePath = (kind: string, id: string, format: ReportFormat, locale: string): string => `/reports/${encodeURIComponent(kind)}/${encodeURIComponent(id)}.${format}?lang=${locale}`;
