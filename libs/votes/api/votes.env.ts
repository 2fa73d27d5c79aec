import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';

export const votesEnv = defineEnv({
  VOTES_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many votes one citizen may send in a minute, to one process.', 240),
  BOX_LEASE_SECONDS: envVar(z.coerce.number().min(1).max(600), 'How long nobody else opens a ballot box after the process that began has gone silent.', 10),
});
