import type { Position } from '@isegoria/organisation/contracts';
import type { District } from './use-city';

type Point = Pick<Position, 'lat' | 'lng'>;

/** How the city lies on a drawing: points of the earth to points of the picture and back. */
export interface Projection {
  width: number;
  height: number;
  draw(point: Point): { x: number; y: number };
  locate(x: number, y: number): Point;
}

const width = 600;
const margin = 24;

/** A plain projection that holds all drawn districts with a little sea around; null where nothing is drawn. */
export function projectionOf(districts: readonly Pick<District, 'outline'>[]): Projection | null {
  const corners = districts.flatMap(({ outline }) => outline);
  if (corners.length === 0) return null;
  const lngs = corners.map(([lng = 0]) => lng);
  const lats = corners.map(([, lat = 0]) => lat);
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / ((east - west) * narrow);
  return {
    width,
    height: Math.round((north - south) * scale + 2 * margin),
    draw: ({ lat, lng }) => ({ x: margin + (lng - west) * narrow * scale, y: margin + (north - lat) * scale }),
    locate: (x, y) => ({ lng: west + (x - margin) / (narrow * scale), lat: north - (y - margin) / scale }),
  };
}

/** An outline as the `d` of an SVG path. */
export function pathOf({ outline }: Pick<District, 'outline'>, { draw }: Projection): string {
  const points = outline.map(([lng = 0, lat = 0]) => draw({ lat, lng })).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return points.length > 0 ? `M${points.join('L')}Z` : '';
}
