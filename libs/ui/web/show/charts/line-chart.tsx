import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useWords } from '../../words/use-words';
import styles from './line-chart.module.css';
import { cellText, columnLabel, isFigure, type TableColumn, type TableRow } from '../table';

interface LineChartProps {
  title: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}

const HEIGHT = 240;
const ROOM = { top: 12, right: 20, bottom: 30, left: 46 };
const LABEL_ROOM = 76;
/** How many lines look each their own, by colour and stroke. */
const LOOKS = 8;

/** Figures over time, one line a column, each named at its end. */
export default function LineChart({ title, columns, rows }: LineChartProps) {
  const words = useWords('ui');
  const [box, width] = useWidth();
  const time = columns[0];
  const series = columns.filter(isFigure);
  if (!time || series.length === 0) return null;
  const x = scalePoint<number>().domain(rows.map((_, index) => index)).range([ROOM.left, width - ROOM.right]);
  const highest = Math.max(1, ...rows.flatMap((row) => series.map(({ key }) => Number(row[key] ?? 0))));
  const y = scaleLinear().domain([0, highest]).nice(4).range([HEIGHT - ROOM.bottom, ROOM.top]);
  const everyNth = Math.max(1, Math.ceil(rows.length / Math.max(2, Math.floor((width - ROOM.left) / LABEL_ROOM))));
  return (
    <div ref={box}>
      {series.length > 1 && (
        <ul role="list" className={styles.key}>
          {series.map((column, index) => (
            <li key={column.key}>
              <svg className={styles.swatch} viewBox="0 0 40 4" aria-hidden>
                <path className={styles.line} data-line={index % LOOKS} d="M2 2h36" />
              </svg>
              {columnLabel(column, words)}
            </li>
          ))}
        </ul>
      )}
      <svg className={styles.chart} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={words.t('chart.described', { title })}>
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line className={styles.grid} x1={ROOM.left} x2={width - ROOM.right} />
            <text x={ROOM.left - 10} dy="0.32em" textAnchor="end">
              {words.n(tick)}
            </text>
          </g>
        ))}
        {rows.map((row, index) =>
          index % everyNth === 0 ? (
            <text key={index} x={x(index)} y={HEIGHT - 10} textAnchor={index === 0 ? 'start' : index === rows.length - 1 ? 'end' : 'middle'}>
              {cellText(time, row[time.key] ?? null, words)}
            </text>
          ) : null,
        )}
        {series.map(({ key }, index) => (
          <path key={key} className={styles.line} data-line={index % LOOKS} d={pathOf(rows, key, x, y)} />
        ))}
      </svg>
    </div>
  );
}

function pathOf(rows: readonly TableRow[], key: string, x: (index: number) => number | undefined, y: (value: number) => number): string {
  const draw = line<number>()
    .x((index) => x(index) ?? 0)
    .y((index) => y(Number(rows[index]?.[key] ?? 0)));
  return draw(rows.map((_, index) => index)) ?? '';
}

/** The room there is: drawn at its real size, the words of a chart stay as large as the page's on any screen. */
function useWidth(): [box: RefObject<HTMLDivElement | null>, width: number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, Math.round(entry.contentRect.width))));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [box, width];
}
