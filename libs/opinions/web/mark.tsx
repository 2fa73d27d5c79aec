import styles from './opinions.module.css';

/** Shapes tell the groups apart where colours do not: circle, square, triangle, diamond, cross. */
const shapes: readonly ((size: number) => string)[] = [
  (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
  (r) => `M${-0.9 * r} ${-0.9 * r}h${1.8 * r}v${1.8 * r}h${-1.8 * r}Z`,
  (r) => `M0 ${-1.15 * r}L${1.1 * r} ${0.8 * r}H${-1.1 * r}Z`,
  (r) => `M0 ${-1.25 * r}L${1.25 * r} 0L0 ${1.25 * r}L${-1.25 * r} 0Z`,
  (r) => `M${-0.35 * r} ${-r}h${0.7 * r}v${0.65 * r}h${0.65 * r}v${0.7 * r}h${-0.65 * r}v${0.65 * r}h${-0.7 * r}v${-0.65 * r}h${-0.65 * r}v${-0.7 * r}h${0.65 * r}Z`,
];

/** The look of a group; people in no group have the look of their own. */
export const markOf = (group: number): string => (group >= 0 && group < shapes.length ? String(group) : 'none');

export function Mark({ group, size, at = { x: 0, y: 0 } }: { group: number; size: number; at?: { x: number; y: number } }) {
  const shape = shapes[group] ?? shapes[0];
  return <path className={styles.mark} data-group={markOf(group)} d={shape?.(size)} transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`} />;
}
