import { defineEnv, envVar } from '@isegoria/kernel/api';
import { z } from 'zod';

const ids = z.string().transform((list) => list.split(',').map((id) => id.trim()).filter((id) => id !== ''));

export const insightsEnv = defineEnv({
  COUNCIL_ONLY_FIGURES: envVar(ids, 'Ids of figures, with commas between, that only the council and the staff see. Default: none, the city sees what its council sees.', []),
});
