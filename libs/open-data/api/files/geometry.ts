import type { Dataset } from '@isegoria/kernel/api';
import type { DataRow } from '@isegoria/kernel/contracts';

/** A row as a feature of GeoJSON (RFC 7946): longitude first, WGS 84, no geometry where the row names no point on Earth. */
export function feature({ fields, geometry, key }: Pick<Dataset, 'fields' | 'geometry' | 'key'>, row: DataRow): object {
  const [lat, lng] = [geometry && row[geometry.lat], geometry && row[geometry.lng]];
  const isPoint = typeof lat === 'number' && typeof lng === 'number' && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  const properties = Object.fromEntries(fields.flatMap(({ name }) => (name === geometry?.lat || name === geometry?.lng ? [] : [[name, row[name] ?? null]])));
  return { type: 'Feature', id: key.map((name) => String(row[name])).join('/'), geometry: isPoint ? { type: 'Point', coordinates: [lng, lat] } : null, properties };
}
