import { Card, ChartTable, useWords } from '@isegoria/ui/web';
import type { Figure } from './documents';
import { csvOf, rowsOf } from './rows';

/** Any other figure: it speaks where something stands out, and is drawn as its slice wishes. */
export function FigureCard({ figure, level }: { figure: Figure; level?: 2 | 3 }) {
  const words = useWords('insights');
  const { lt, locale } = words;
  const { id, title, headline, note, chart, columns } = figure;
  return (
    <Card level={level} title={lt(headline ?? title)} note={headline ? lt(title) : undefined}>
      <ChartTable title={lt(title)} chart={chart} columns={columns} rows={rowsOf(figure, words)} csv={csvOf(id, locale)} note={note && lt(note)} />
    </Card>
  );
}
