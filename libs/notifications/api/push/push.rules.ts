import { createECDH, ECDH } from 'node:crypto';

/** The order of P-256: private keys are the numbers from 1 to below it. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** A private key of P-256 from 32 bytes of a secret, whatever they are. */
export function keyFrom(secret: Buffer): Buffer {
  const number = (BigInt(`0x${secret.toString('hex')}`) % (order - 1n)) + 1n;
  return Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
}

/** The public key to a private one, as browsers take it. */
export function publicKeyOf(privateKey: Buffer): string {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(privateKey);
  return curve.getPublicKey('base64url');
}

/** Whether it is a point of P-256: with anything else nothing can be encrypted. */
export function isPublicKey(text: string): boolean {
  try {
    return ECDH.convertKey(text, 'prime256v1', 'base64url', 'hex', 'compressed').length > 0;
  } catch {
    return false;
  }
}

/** A push notice travels encrypted from the city to the browser; plain http is for a provider on one's own machine. */
export const mayBeCalled = (endpoint: string, isPrivate: boolean): boolean => new URL(endpoint).protocol === 'https:' || isPrivate;

/** What came of a notice to a device: 404 and 410 say that the browser is not there any more (RFC 8030, 7.3). */
export function outcomeOf(status: number | null): 'taken' | 'gone' | 'not_now' {
  if (status === 404 || status === 410) return 'gone';
  return status !== null && status >= 200 && status < 300 ? 'taken' : 'not_now';
}
