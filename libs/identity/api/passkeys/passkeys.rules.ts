import { z } from 'zod';

/** So many lead into one account. */
export const mostPasskeys = 10;

const bytes = (most: number) => z.string().max(most).regex(/^[\w-]*={0,2}$/);
const credential = { id: bytes(1400), rawId: bytes(1400), type: z.literal('public-key'), clientExtensionResults: z.object({}).catch({}) };

/** What a device says to «is this you?», as far as a browser may write it. Whether it is true is the library's matter. */
const assertion = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes(4000), authenticatorData: bytes(4000), signature: bytes(4000), userHandle: bytes(200).nullish() }),
});
const attestation = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes(4000), attestationObject: bytes(20_000), transports: z.array(z.string().max(20)).max(10).catch([]).default([]) }),
});

export type Assertion = z.infer<typeof assertion>;
export type Attestation = z.infer<typeof attestation>;

/** The answer of a device, or null where it is none. */
export const assertionIn = (said: unknown): Assertion | null => assertion.safeParse(said).data ?? null;
export const attestationIn = (said: unknown): Attestation | null => attestation.safeParse(said).data ?? null;

/** A JSON text that came inside GraphQL; null where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, 40_000));
  } catch {
    return null;
  }
}
