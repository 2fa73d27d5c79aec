import { defineEnv, envVar, secretVar } from '@isegoria/kernel/api';
import { z } from 'zod';

export const reportsEnv = defineEnv({
  REPORTS_P12: envVar(z.string(), 'The municipality’s certificate with its key, a PKCS #12 file, by which reports are signed; without it the platform makes a self-signed one and keeps it in DATA_DIR.', ''),
  REPORTS_P12_PASSWORD: secretVar(z.string(), 'The password of REPORTS_P12.', ''),
  REPORTS_AT_ONCE: envVar(z.coerce.number().int().min(1).max(64), 'How many PDFs and workbooks one process makes at once, each in a thread of its own.', 2),
  REPORTS_WAITING: envVar(z.coerce.number().int().min(0).max(1000), 'How many more may wait for a thread; whoever asks beyond that is told when to come again.', 20),
  REPORTS_PER_MINUTE: envVar(z.coerce.number().int().min(1), 'How many files of pages one address may have made in a minute.', 60),
});
