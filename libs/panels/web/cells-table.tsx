import { Section, Table, useWords } from '@isegoria/ui/web';
import type { ShownPanel } from './documents';

/** The seats of each group beside those who offered themselves and those who live in the city. */
export function CellsTable({ panel: { cells } }: { panel: ShownPanel }) {
  const { t, lt } = useWords('panels');
  const all = cells.reduce((sum, { people }) => sum + (people ?? 0), 0);
  return (
    <Section title={t('page.cells')}>
      <p>{t('page.cellsHint')}</p>
      <Table
        caption={t('page.cells')}
        columns={[
          { key: 'name', label: t('cell.name'), type: 'text' }, { key: 'people', label: t('cell.people'), type: 'number' }, { key: 'share', label: t('cell.share'), type: 'percent' }, { key: 'offers', label: t('cell.offers'), type: 'number' },
          { key: 'seats', label: t('cell.seats'), type: 'number' },
        ]}
        rows={cells.map(({ name, people, offers, seats }) => ({ name: lt(name), people: people === null ? null : Math.round(people), share: people === null || all === 0 ? null : people / all, offers, seats }))}
      />
    </Section>
  );
}
