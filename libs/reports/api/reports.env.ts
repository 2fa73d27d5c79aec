import { defineEnv, envVar } from '@isegoria/kernel/api';
import { z } from 'zod';

export const reportsEnv = defineEnv({
  REPORTS_P12: envVar(z.string(), 'The municipality’s certificate with its key, a PKCS #12 file, by which reports are signed; without it the platform makes a self-signed one and keeps it in DATA_DIR.', ''),
  REPORTS_P12_PASSWORD: envVar(z.string(), 'The password of REPORTS_P12.', ''),
  REPORTS_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many files of pages one address may have made in a minute.', 60),
});
