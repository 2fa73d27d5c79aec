import { defineEnv, envVar, onOff } from '@isegoria/kernel/api';

export const discoveryEnv = defineEnv({
  SEARCH_ENGINES: envVar(onOff, 'Whether search engines may list this city; off for a demo or a trial.', true),
});
