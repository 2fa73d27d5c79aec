import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';
import { type NoteKey, parseVerifierKey } from '@isegoria/ledger/contracts';

const seed = z.string().regex(/^[\w-]{43}$/, 'is 32 bytes in base64url, without padding').transform((text) => Buffer.from(text, 'base64url'));
const witnesses = z.string().transform((text, context): NoteKey[] => {
  const keys = text.split(/\s+/).filter(Boolean).map(parseVerifierKey);
  if (keys.every((key) => key?.kind === 4)) return keys.filter((key) => key !== null);
  context.addIssue({ code: 'custom', message: 'is a list of verifier keys of cosignatures (kind 4), with spaces between' });
  return [];
});

export const ledgerEnv = defineEnv({
  LEDGER_KEY: envVar<Buffer | null>(seed, 'The seed of the Ed25519 key that signs the ledger, 32 bytes in base64url; derived from the secret of the city when not set.', null),
  LEDGER_WITNESSES: envVar(witnesses, 'The verifier keys of those who may cosign the checkpoint of the ledger, with spaces between.', []),
});
