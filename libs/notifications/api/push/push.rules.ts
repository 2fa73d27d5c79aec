import { createECDH, ECDH } from 'node:crypto';
import type { Called } from '@isegoria/kernel/api';
import { cityClock } from '@isegoria/kernel/contracts';
import { nextEdition, type PushKind } from '@isegoria/notifications/contracts';
import type { Because } from '../follow.schema';

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

/** What came of a notice to a device. */
export type Outcome = 'taken' | 'gone' | 'not_now';

/** 404 and 410 say that the browser is not there any more (RFC 8030, 7.3); no maker of browsers lives in a network of ours. */
export function outcomeOf({ status, problem }: Called): Outcome {
  if (status === 404 || status === 410 || problem === 'private_address') return 'gone';
  return problem === null ? 'taken' : 'not_now';
}

/** A device that nothing has reached for so long is gone. */
const lostMs = 3 * 24 * 3_600_000;
const [shortestRestMs, longestRestMs] = [1000, 3_600_000];

/** How long a device rests that takes nothing: as long as it has failed, so that each pause is twice the last, or as long as its maker asks, an hour at most; null where it is given up. */
export function restMs({ failingSince, asked, now }: { failingSince: Date | null; asked: number; now: Date }): number | null {
  const failed = failingSince ? now.getTime() - failingSince.getTime() : 0;
  return failed >= lostMs ? null : Math.min(Math.max(shortestRestMs, failed, asked), longestRestMs);
}

/** From ten in the evening a notice waits until eight: how long, from now. By day it does not wait. */
export function nightMs(now: Date): number {
  const hour = Number(cityClock(now).slice(11, 13));
  return hour >= 22 || hour < 8 ? nextEdition('daily', now).getTime() - now.getTime() : 0;
}

/** What a notice is to whom it is told: why they follow what it is about says it. */
export function pushKindOf(isDigest: boolean, because: Because | null): PushKind {
  if (isDigest) return 'news';
  return because === 'asked' ? 'followed' : 'own';
}
