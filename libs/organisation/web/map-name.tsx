import type { ReactNode } from 'react';
import styles from './map.module.css';
import type { Projection } from './projection';
import type { District } from './use-city';

interface MapNameProps {
  district: District;
  name: string;
  projection: Projection;
  /** The shade that it is read on. */
  step?: number;
  /** A line above the name. */
  children?: ReactNode;
}

/** A district's name in its middle, a word a line, so that it stays within the shape. */
export function MapName({ district, name, projection, step, children }: MapNameProps) {
  if (!district.centre) return null;
  const { x, y } = projection.draw(district.centre);
  return (
    <text className={styles.name} data-step={step} x={x} y={y}>
      {children}
      {name.split(' ').map((word, line) => (
        <tspan key={line} x={x} dy={line > 0 || children ? '1.15em' : undefined}>
          {word}
        </tspan>
      ))}
    </text>
  );
}
