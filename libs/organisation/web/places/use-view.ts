import { useState } from 'react';
import type { Projection } from '../projection';
import type { Spot } from './clusters';

/** Which part of a drawing is seen. */
export interface View extends Spot {
  width: number;
  height: number;
}

const nearest = 32;

/** The part of the city's drawing that is seen: the whole at first, then nearer by steps, never past its edge. */
export function useView({ width, height }: Pick<Projection, 'width' | 'height'>) {
  const [{ zoom, middle }, look] = useState({ zoom: 1, middle: { x: width / 2, y: height / 2 } });
  const view = seen({ width, height }, zoom, middle);
  /** By how much nearer (or, under 1, farther), and around which spot. */
  const come = (by: number, around: Spot = middle) => look(({ zoom: before }) => ({ zoom: Math.min(nearest, Math.max(1, before * by)), middle: around }));
  /** The drawing follows a hand that draws it. */
  const drag = (right: number, down: number) => look({ zoom, middle: { x: view.x + view.width / 2 - right, y: view.y + view.height / 2 - down } });
  return { view, zoom, come, drag, whole: () => look({ zoom: 1, middle: { x: width / 2, y: height / 2 } }), isNearest: zoom >= nearest };
}

function seen(drawing: Pick<Projection, 'width' | 'height'>, zoom: number, middle: Spot): View {
  const [width, height] = [drawing.width / zoom, drawing.height / zoom];
  const within = (at: number, part: number, all: number) => Math.min(all - part, Math.max(0, at - part / 2));
  return { x: within(middle.x, width, drawing.width), y: within(middle.y, height, drawing.height), width, height };
}
