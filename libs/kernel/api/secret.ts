import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelEnv } from './kernel.env';

let known: { city: string; root: string; keys: Map<string, Buffer> } | null = null;

/** A key of 32 bytes for one purpose (RFC 5869), derived from the city's one secret, so that no two purposes share a key. */
export function secretFor(purpose: string): Buffer {
  const city = `${kernelEnv.CITY_SECRET}|${kernelEnv.DATA_DIR}`;
  if (known?.city !== city) known = { city, root: citySecret(), keys: new Map() };
  const key = known.keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', known.root, 'isegoria', purpose, 32));
  known.keys.set(purpose, key);
  return key;
}

/** Whether somebody gave what is right. How long the answer takes does not tell how much of it was. */
export function isSameSecret(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function citySecret(): string {
  if (kernelEnv.CITY_SECRET) return kernelEnv.CITY_SECRET;
  const path = join(kernelEnv.DATA_DIR, 'secret');
  try {
    mkdirSync(kernelEnv.DATA_DIR, { recursive: true });
    // 'wx' lets exactly one of several starting processes make the secret; the others read it.
    writeFileSync(path, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8');
}
