import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';

export const moderationEnv = defineEnv({
  MODERATION_HOLD_WEIGHT: envVar(
    z.coerce.number().min(0).max(1000),
    'The weight of reports at which a contribution is hidden until a moderator decides; 0 means that reports alone never hide anything.',
    0,
  ),
});
