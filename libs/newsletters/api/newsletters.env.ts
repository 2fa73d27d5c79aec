import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';

export const newslettersEnv = defineEnv({
  NEWSLETTER_PER_MINUTE: envVar(z.string().regex(/^[1-9]\d{0,4}$/, 'is a number from 1 to 99999').transform(Number), 'How many copies of a newsletter are handed to the mail server in a minute.', 300),
});
