import { defineEnv, envVar } from '@isegoria/kernel/api';
import { z } from 'zod';

export const open311Env = defineEnv({
  OPEN311_TYPE: envVar(z.enum(['production', 'test']), 'What the Open311 endpoint calls itself: whether what programs hand in is acted upon.', 'production'),
  OPEN311_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many requests one program may hand in by Open311 in a minute.', 60),
  OPEN311_READS_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many lists of requests and updates one address may ask Open311 for in a minute.', 60),
});
