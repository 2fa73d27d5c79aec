import { defineEnv, envVar } from '@isegoria/kernel/api';
import { z } from 'zod';

export const widgetsEnv = defineEnv({
  WIDGETS_DIR: envVar(z.string(), 'The built widgets.', 'dist/widgets'),
  WIDGETS_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many cards one address may have made in a minute. What was made within the last second is free, so a municipal page with many readers behind one address needs few.', 1200),
});
