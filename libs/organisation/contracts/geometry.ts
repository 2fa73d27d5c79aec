import type { District, Position } from './organisation.gen';

type Ring = readonly (readonly number[])[];
type Point = Pick<Position, 'lat' | 'lng'>;

/** Whether a point lies within a ring of [lng, lat] pairs: a ray to the east crosses its sides an odd number of times. */
export function contains(ring: Ring, { lat, lng }: Point): boolean {
  let inside = false;
  for (const [at, [lngA = 0, latA = 0]] of ring.entries()) {
    const [lngB = 0, latB = 0] = ring.at(at - 1) ?? [];
    const crosses = latA > lat !== latB > lat && lng < ((lngB - lngA) * (lat - latA)) / (latB - latA) + lngA;
    if (crosses) inside = !inside;
  }
  return inside;
}

/** The district that a point lies in, or null outside the municipality. */
export function districtOf<D extends Pick<District, 'outline'>>(districts: readonly D[], position: Point): D | null {
  return districts.find(({ outline }) => contains(outline, position)) ?? null;
}

/** The centre of an area within its outline, where a label fits; null where nobody has drawn it. */
export function centreOf(ring: Ring): Position | null {
  let area = 0;
  let lng = 0;
  let lat = 0;
  for (const [at, [xA = 0, yA = 0]] of ring.entries()) {
    const [xB = 0, yB = 0] = ring.at(at - 1) ?? [];
    const cross = xB * yA - xA * yB;
    area += cross;
    lng += (xA + xB) * cross;
    lat += (yA + yB) * cross;
  }
  return area === 0 ? null : { lat: lat / (3 * area), lng: lng / (3 * area) };
}
