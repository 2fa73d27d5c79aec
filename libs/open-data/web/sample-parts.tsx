import { ChartTable, Empty, Loaded, Section, Select, Table, type TableColumn, type TableRow, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { chartRows, figuresOf, isNumeric, labelsOf } from './chart-rows';
import { type Dataset, type Field, type Sample, SampleDocument } from './documents';
import styles from './open-data.module.css';

/** So many rows are fetched; the table shows the first of them, the chart adds up all. */
const fetched = 100;
const shown = 6;
const longest = 60;

/** The first rows as a table, and a column of them as a chart. */
export function SampleParts({ dataset: { id, fields } }: { dataset: Dataset }) {
  const { t } = useWords('open-data');
  const answer = useGraph(SampleDocument, { id, first: fetched });
  return (
    <Loaded answer={answer}>
      {({ openDataSample: sample }) => {
        if (!sample || sample.rows.length === 0) return <Empty title={t('dataset.noRows')}>{t('dataset.noRowsHint')}</Empty>;
        return (
          <>
            <Preview fields={fields} sample={sample} />
            <Chart fields={fields} sample={sample} />
          </>
        );
      }}
    </Loaded>
  );
}

function Preview({ fields, sample }: { fields: readonly Field[]; sample: Sample }) {
  const words = useWords('open-data');
  const { t, lt, n, d } = words;
  const columns = fields.map(({ name, title, type }): TableColumn => ({ key: name, label: lt(title), type: type === 'integer' || type === 'number' ? 'number' : 'text' }));
  const text = (cell: Sample['rows'][number][number] | undefined, field: Field) => {
    // A place on the map is a number that must not be rounded.
    if (typeof cell?.number === 'number') return ['lat', 'lng'].includes(field.name) ? n(cell.number, { maximumFractionDigits: 6 }) : cell.number;
    if (typeof cell?.text !== 'string') return null;
    if (field.type === 'dateTime') return d(cell.text, 'moment');
    if (field.type === 'boolean') return t(cell.text === 'true' ? 'dataset.yes' : 'dataset.no');
    return cell.text.length > longest ? `${cell.text.slice(0, longest - 1)}…` : cell.text;
  };
  const first = sample.rows.slice(0, shown);
  const rows = first.map((cells): TableRow => Object.fromEntries(fields.map((field, at) => [field.name, text(cells[at], field)])));
  const isAll = !sample.hasMore && sample.rows.length <= shown;
  return (
    <Section title={t('dataset.preview')}>
      <p className={styles.quiet}>{t(isAll ? 'dataset.previewAll' : 'dataset.previewNote', { count: first.length })}</p>
      <div className={styles.preview}>
        <Table caption={t('dataset.preview')} columns={columns} rows={rows} />
      </div>
    </Section>
  );
}

function Chart({ fields, sample }: { fields: readonly Field[]; sample: Sample }) {
  const { t, lt } = useWords('open-data');
  const [figures, labels] = [figuresOf(fields, sample), labelsOf(fields, sample)];
  const [wantedFigure, setFigure] = useState('');
  const [wantedLabel, setLabel] = useState('');
  const figure = figures.find(({ name }) => name === wantedFigure) ?? figures[0];
  const by = labels.find(({ name }) => name === wantedLabel) ?? labels.find(({ name }) => /title|status|stage|decision|option|kind/i.test(name)) ?? labels[0];
  if (!figure || !by || !isNumeric(figure)) return null;
  const title = t('chart.of', { figure: lt(figure.title), by: lt(by.title) });
  const rows = chartRows(fields, sample, { figure: figure.name, by: by.name, none: t('chart.none') });
  const columns: TableColumn[] = [{ key: 'label', label: lt(by.title), type: 'text' }, { key: 'value', label: lt(figure.title), type: 'number' }];
  const choices = (some: readonly Field[]) => some.map(({ name, title: label }) => ({ value: name, label: lt(label) }));
  return (
    <Section title={t('chart.title')}>
      <div className={styles.selects}>
        <Select width="full" name="figure" label={t('chart.figure')} choices={choices(figures)} value={figure.name} onChange={setFigure} />
        <Select width="full" name="by" label={t('chart.by')} choices={choices(labels)} value={by.name} onChange={setLabel} />
      </div>
      <ChartTable title={title} chart="bars" columns={columns} rows={rows} note={t('chart.note', { count: sample.rows.length })} />
    </Section>
  );
}
