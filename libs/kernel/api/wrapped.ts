import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { secretFor } from './secret';

/** Wraps what the store keeps and has to give back with a key of the city's secret, so that a copy of the store alone does not give it away. */
export function wrapped(plain: Buffer, purpose: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secretFor(purpose), nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Throws where it was wrapped by another city or for another purpose, or changed. */
export function unwrapped(text: string, purpose: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', secretFor(purpose), bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}
