import { z } from 'zod';
import { defineEnv, envVar } from '@isegoria/kernel/api';

export const secondStepEnv = defineEnv({
  SECOND_STEP: envVar(z.enum(['offered', 'duties']), 'Who needs a passkey or a second step of signing in: offered asks nobody, duties asks whoever has a role beyond citizen, and their roles wait until they have one.', 'offered'),
});
