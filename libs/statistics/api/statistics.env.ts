import { defineEnv, envVar } from '@isegoria/kernel/api';
import { z } from 'zod';

export const statisticsEnv = defineEnv({
  SMALLEST_GROUP: envVar(z.coerce.number().int().min(3).max(1000), 'The fewest people of whom a figure is told by itself, in every table that is broken down by age, gender or district. From 3 to 1000. Default: 10.', 10),
});
