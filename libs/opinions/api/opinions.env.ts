import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';

export const opinionsEnv = defineEnv({
  OPINIONS_GROUP_MINIMUM: envVar(z.coerce.number().int().min(2).max(1000), 'No opinion group of fewer people is ever made or shown; with fewer than twice as many on the map nothing of it is drawn.', 5),
  OPINIONS_ANSWERS_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many statements one citizen may answer in a minute.', 90),
});
