import { isWebAddress } from '@isegoria/kernel/contracts';
import * as z from 'zod/mini';
import type { PushKind } from './notifications.gen';

/** All there are, in the order in which they are asked. */
export const pushKinds = ['own', 'followed', 'news'] as const satisfies readonly PushKind[];

/** How many devices of one person get notices. */
export const mostDevices = 10;

const base64url = (bytes: number) => z.string().check(z.regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}=*$`)));

/** Where a browser is reached, and its keys: a point of the curve P-256 as it stands, and 16 bytes. */
export const deviceForm = z.object({
  endpoint: z.string().check(z.maxLength(1000), z.refine(isWebAddress)),
  p256dh: base64url(65),
  auth: base64url(16),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
});
