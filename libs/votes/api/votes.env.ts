import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';

export const votesEnv = defineEnv({
  VOTES_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many votes one citizen may send in a minute, to one process.', 240),
});
