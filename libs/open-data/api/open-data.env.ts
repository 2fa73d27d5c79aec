import { defineEnv, envVar } from '@isegoria/kernel/api';
import { z } from 'zod';
import { licences } from './catalogue/licences';

const names = z.enum(Object.keys(licences) as [keyof typeof licences, ...(keyof typeof licences)[]]);

export const openDataEnv = defineEnv({
  OPEN_DATA_LICENCE: envVar(names, `Under which licence the city’s data is published: ${Object.keys(licences).join(', ')}.`, 'CC_BY_4_0'),
  OPEN_DATA_VERSIONS: envVar(z.coerce.number().int().min(1).max(1000), 'How many nightly versions of a dataset are kept; older ones are taken away.', 30),
  OPEN_DATA_DAYS: envVar(z.coerce.number().int().min(1).max(3650), 'For how many days a version is kept at most, the newest excepted: so long what was hidden or erased can still stand in an old file.', 30),
  OPEN_DATA_HOUR: envVar(z.coerce.number().int().min(0).max(23), 'At which hour in Athens the files are written.', 3),
  OPEN_DATA_CONTACT: envVar(z.email(), 'To whom questions about the data go, as an e-mail address; the catalogue names the platform where there is none.', ''),
  OPEN_DATA_EXPORTS_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many whole datasets one address may begin to read live in a minute: all of them, and some once more.', 60),
});
