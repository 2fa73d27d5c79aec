import { z } from 'zod';
import { defineEnv, envVar, secretVar } from '@isegoria/kernel/api';
import { type KnownWitness, parseWitness } from '@isegoria/ledger/contracts';

const seed = z.string().regex(/^[\w-]{43}$/, 'is 32 bytes in base64url, without padding').transform((text) => Buffer.from(text, 'base64url'));
const witnesses = z.string().transform((text, context): KnownWitness[] => {
  const known = text.split(/\s+/).filter(Boolean).map(parseWitness);
  if (known.every((witness) => witness !== null)) return known.filter((witness) => witness !== null);
  context.addIssue({ code: 'custom', message: 'is a list of verifier keys of cosignatures (kind 4), each with @https://… behind it where checkpoints are to be sent there, with spaces between' });
  return [];
});

export const ledgerEnv = defineEnv({
  LEDGER_KEY: secretVar<Buffer | null>(seed, 'The seed of the Ed25519 key that signs the ledger, 32 bytes in base64url; derived from the secret of the city when not set.', null),
  LEDGER_WITNESSES: envVar(witnesses, 'The verifier keys of those who may cosign the checkpoint of the ledger, with spaces between. KEY@URL also sends it there (tlog-witness, add-checkpoint).', []),
});
