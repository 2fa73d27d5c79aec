import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';
import { lastVotesMs } from './log/cast-log';

export const votesEnv = defineEnv({
  VOTES_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many votes one citizen may send in a minute, to one process.', 240),
  BOX_LEASE_SECONDS: envVar(z.coerce.number().min(1).max(600), 'How long nobody else opens a ballot box after the process that began has gone silent.', 10),
  LAST_VOTES_SECONDS: envVar(z.coerce.number().min(0).max(600), 'How long after a ballot’s end nothing final is made of it, as votes that were taken may still be on their way. Less is for tests alone.', lastVotesMs / 1000),
});
